"""The words for those counted: 'soldiers of the Legion' in 'nine soldiers of the Legion were killed'."""

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.words import load_attributes


def find_who(parse: Parse, text: str, *, number: Token, noun: Token) -> str | None:
    """The words for those counted, with 'of' and 'from' phrases that say whose they are."""
    inner = [each for each in find_inner(parse, noun) if each.pos in {"NOUN", "PROPN"}]
    head = inner[-1] if inner else noun
    if head.index == number.index or head.pos in {"NUM", "PRON"} or _is_everybody(head):
        return None
    before = {i for i in parse.subtree(head.index) if number.index < i < head.index}
    first = head.index
    while first - 1 in before and parse.tokens[first - 1].dep in {"amod", "compound", "nmod", "poss", "det"}:
        first -= 1
    last = _with_partners(parse, head)
    for child in parse.children[head.index]:
        if parse.tokens[child].dep == "prep" and parse.tokens[child].lemma in {"of", "from"}:
            below = [i for i in parse.subtree(child) if parse.tokens[i].dep not in {"relcl", "acl"}][:14]
            if any(parse.tokens[i].pos == "PROPN" for i in below):
                last = max(last, *_unbroken(child, below))
    return text[parse.tokens[first].start : parse.tokens[last].end]


def _is_everybody(noun: Token) -> bool:
    """'Nine people', '13 dead': words that say nothing of who they were."""
    words = load_attributes()
    return noun.lemma in words.counted_nouns or noun.text.lower() in words.state


def _with_partners(parse: Parse, noun: Token) -> int:
    """The last of nouns counted together: 'women and girls'."""
    for child in parse.children[noun.index]:
        token = parse.tokens[child]
        plain = noun.index + 1 < child <= noun.index + 4 and not any(
            parse.tokens[i].pos == "NUM" for i in range(noun.index, child)
        )
        if token.dep == "conj" and token.tag == "NNS" and plain:
            return child
    return noun.index


def _unbroken(first: int, indexes: list[int]) -> list[int]:
    run = [first]
    for index in indexes:
        if index == run[-1] + 1:
            run.append(index)
    return run


def find_inner(parse: Parse, noun: Token) -> list[Token]:
    """The nouns that a word only hands the number on to: nine in 'nine of the girls', 'the bodies of nine'."""
    if noun.lemma not in load_attributes().handing_on and noun.pos != "NUM":
        return []
    found = []
    for child in parse.children[noun.index]:
        if parse.tokens[child].lemma == "of":
            found += [parse.tokens[c] for c in parse.children[child] if parse.tokens[c].dep == "pobj"]
    return found
