"""Who is done to and who does it, as the grammar around a verb has it."""

from accordingto.model.parse import Parse, Token

RELATIVES = frozenset({"who", "whom", "that", "which"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Links below a verb that has its subject one verb further up: 'stormed the town and burned it', 'began to march'.
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})
CLIMB = 4


def object_heads(parse: Parse, verb: int) -> list[int]:
    """What is done to: objects, passive subjects, the noun that a participle or passive relative clause hangs on."""
    token = parse.tokens[verb]
    found = [c for c in parse.children[verb] if parse.tokens[c].dep in OBJECTS]
    plain = [c for c in found if parse.tokens[c].lemma.lower() not in RELATIVES]
    if len(plain) == len(found) != 0:
        return found
    # The tagger often takes 'the sailors seized in May' for a past tense.
    participle = token.dep in {"acl", "amod"} and token.tag in {"VBN", "VBD"}
    relative = token.dep == "relcl" and (token.tag == "VBN" or len(plain) < len(found))
    if participle or relative:
        return [*plain, token.head]
    return _shared_object(parse, token) if token.dep == "conj" else found


def _shared_object(parse: Parse, token: Token) -> list[int]:
    """The passive subject that a coordinated participle shares: 'they were seized and released'."""
    if token.tag != "VBN" or any(parse.tokens[c].dep in SUBJECTS for c in parse.children[token.index]):
        return []
    return [c for c in parse.children[token.head] if parse.tokens[c].dep == "nsubjpass"]


def subject_heads(parse: Parse, verb: int) -> list[int]:
    """Active subjects, looked for at the verbs that this one hangs on when it has none of its own."""
    for _ in range(CLIMB):
        token = parse.tokens[verb]
        found = [c for c in parse.children[verb] if parse.tokens[c].dep == "nsubj"]
        if found:
            relative = token.dep == "relcl" and parse.tokens[found[0]].lemma.lower() in RELATIVES
            return [token.head] if relative else found
        if token.dep == "acl" and token.tag == "VBG":
            return [token.head]
        passive = any(parse.tokens[c].dep == "nsubjpass" for c in parse.children[verb])
        if passive or token.dep not in SHARING or token.head == verb:
            return []
        verb = token.head
    return []
