"""Whose verb it is: the subject, also of participles, infinitives, joined verbs and relative clauses."""

from accordingto.stages.attribute.cues import word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import noun_phrase

_RELATIVE = frozenset({"WDT", "WP"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acomp", "dep", "parataxis", "acl"})
# How many verbs a subject is looked for across ('and later added, saying that …').
_FARTHEST = 6


def is_passive(page: Page, verb: int) -> bool:
    """'was said', 'is believed'; also a bare participle after a noun: 'recordings believed to …'."""
    if page.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    token = page.tokens[verb]
    if token.tag not in {"VBN", "VBD"} or page.child(verb, "aux", "nsubj") is not None:
        return False
    if token.dep == "conj" and page.tokens[token.head].tag == "VBN":
        return is_passive(page, token.head)
    return token.dep == "acl" or (token.dep == "advcl" and token.tag == "VBN")


def subject_of(page: Page, verb: int) -> int | None:
    """The head of the noun phrase that does what the verb says, or ``None``."""
    at = page.regrouping.owners.get(verb, verb)
    for _ in range(_FARTHEST):
        own = _own_subject(page, at)
        if own is not None:
            return _antecedent(page, at, own)
        token = page.tokens[at]
        if token.head == at:
            return None
        if token.dep in {"acl", "relcl"} and page.tokens[token.head].pos in {"NOUN", "PROPN", "PRON", "NUM"}:
            return _owner(page, at, token.head)
        if token.dep not in _SHARING or _is_order(page, at):
            return None
        if token.dep == "pcomp" and page.tokens[token.head].lemma == "as":
            quoted = _quoted(page, page.tokens[token.head].head)
            if quoted is not None:
                return quoted
        at = token.head
    return None


def _is_order(page: Page, verb: int) -> bool:
    """'“Please note that …,” he said': a bare verb in quotation marks is for whoever is told to."""
    token = page.tokens[verb]
    is_bare = token.tag == "VB" and page.child(verb, "aux") is None
    return token.dep == "ccomp" and is_bare and page.quote_index(verb) >= 0


def _quoted(page: Page, verb: int) -> int | None:
    """'cited X as saying': X."""
    if page.tokens[verb].lemma not in word_set("quoting"):
        return None
    return page.child(verb, "dobj", "nsubjpass")


def _own_subject(page: Page, verb: int) -> int | None:
    """The subject nearest to its verb; what stands in a quotation beside the verb is no subject of it."""
    found = [
        child
        for child in page.children(verb, "nsubj", "nsubjpass")
        if page.quote_index(child) in {-1, page.quote_index(verb)}
    ]
    before = [child for child in found if child < verb]
    while len(before) > 1 and _is_governed(page, before[-1]):
        before.pop()
    return before[-1] if before else next(iter(found), None)


def _is_governed(page: Page, noun: int) -> bool:
    """'A woman who called herself as the mayor's cousin told': what stands behind a preposition is no subject."""
    first = page.parse.subtree(noun)[0]
    return first > 0 and page.tokens[first - 1].dep == "prep" and page.child(first - 1, "pobj", "pcomp") is None


def _antecedent(page: Page, verb: int, subject: int) -> int:
    """The noun that 'who' or 'which' stands for."""
    if page.tokens[subject].tag not in _RELATIVE:
        return subject
    at = verb
    for _ in range(_FARTHEST):
        token = page.tokens[at]
        if token.dep == "relcl":
            return _made_thing(page, token.head)
        if token.dep not in {"conj", "ccomp", "xcomp"} or token.head == at:
            break
        at = token.head
    return subject


def _owner(page: Page, verb: int, noun: int) -> int:
    """'the militia's decision to call …': the militia; 'names of the dead which show …': the names."""
    token = page.tokens[verb]
    if token.dep == "acl" and any(page.tokens[aux].lemma == "to" for aux in page.children(verb, "aux")):
        owner = page.child(noun, "poss")
        if owner is None and page.tokens[noun].dep == "dobj":  # 'gave the sailors an excuse to threaten': the sailors
            owner = page.child(page.tokens[noun].head, "dative")
        return noun if owner is None or page.tokens[owner].pos == "ADP" else owner
    above = page.tokens[noun].head
    if token.lemma == "say" and token.tag == "VBG" and page.tokens[noun].dep in {"oprd", "attr"}:
        owner = _own_subject(page, above)  # 'called it a farce saying S': whoever called it so
        return noun if owner is None else owner
    return noun


def _made_thing(page: Page, noun: int) -> int:
    """'a list of the dead which showed': the list shows, though the parser ties the clause to the nearest noun."""
    above = page.tokens[page.tokens[noun].head]
    if page.tokens[noun].lemma in word_set("made_things") or page.tokens[noun].dep != "pobj":
        return noun
    outer = page.tokens[above.head]
    return outer.index if above.dep == "prep" and outer.lemma in word_set("made_things") else noun


def agent_of(page: Page, verb: int) -> int | None:
    """The noun after 'by' of a passive."""
    for child in page.children(verb, "agent", "prep"):
        if page.tokens[child].lemma == "by":
            return page.child(child, "pobj")
    return None


def source_phrase(page: Page, head: int | None) -> list[int]:
    """The tokens of the source; none for the empty 'it' and 'there'."""
    if head is None or page.tokens[head].dep == "expl":
        return []
    found = noun_phrase(page, head)
    name = page.entity_at(found[0]) if found else None
    # A name that the parser tore apart is one name: 'Doctors sans Borders said'.
    return found if name is None else [*range(name.first, found[0]), *found]


def is_nobody(page: Page, head: int | None) -> bool:
    """'No group has claimed responsibility': nobody says it."""
    if head is None:
        return False
    determiner = page.child(head, "det", "preconj")
    if determiner is not None and page.tokens[determiner].lemma in _NEGATIVE_DETERMINERS:
        return True
    words = page.tokens[head].lemma
    return words in word_set("negative_subjects") or (words == "one" and _has_no_before(page, head))


def _has_no_before(page: Page, head: int) -> bool:
    return head > 0 and page.tokens[head - 1].lemma == "no"
