"""Names of ships, which are nobody: 'the ferry Santa Vela', 'MV Harrow', 'a corvette, the Barrow'.

A name that one report gives to a ship is a ship's in the other reports too, where it has an article there, as names of
ships have and those of persons have not. Aircraft are out of scope: they rarely have names.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.names import fold_name

# A ship's name rarely has more words.
LONGEST = 4
_QUOTES = frozenset({'"', "“", "‘", "'"})
_ARTICLES = frozenset({"the", "The"})


def without_vessels(parse: Parse, phrases: Sequence[NamePhrase], vessels: frozenset[str]) -> list[NamePhrase]:
    """The name phrases of a document that are no ship's."""
    here = frozenset(find_vessels(parse)) if vessels else frozenset[str]()
    return [each for each in phrases if not _is_vessel(parse, each, here=here, known=vessels)]


def _is_vessel(parse: Parse, phrase: NamePhrase, *, here: frozenset[str], known: frozenset[str]) -> bool:
    if not here and not known:
        return False
    words = fold_name(phrase.text)
    bare = " ".join(words.split()[1:]) if phrase.text.split()[0] in _vessels("prefixes") else words
    before = parse.tokens[phrase.first - 1].text if phrase.first else ""
    return bare in here or (bare in known and (bare != words or before in _ARTICLES))


def find_vessels(parse: Parse) -> Iterator[str]:
    """The folded names that words of this document give to ships."""
    prefixes, nouns = _vessels("prefixes"), _vessels("nouns")
    for token in [each for each in parse.tokens if each.text in prefixes or each.lemma.lower() in nouns]:
        name = _run(parse, _start(parse, token))
        over = {each.index for each in name}
        if name and (token.text in prefixes or _is_beside(parse, token, over)):
            yield fold_name(" ".join(each.text for each in name))


def _start(parse: Parse, token: Token) -> int:
    """Where a name may begin after a word for ships: at once, in quotation marks, or after a comma and 'the'."""
    ahead = [each.text for each in parse.tokens[token.index + 1 : token.index + 3]]
    if len(ahead) > 1 and ahead[0] == "," and ahead[1] == "the":
        return token.index + 3
    if ahead and (ahead[0] in _QUOTES or ahead[0] in _vessels("prefixes")):
        return token.index + 2
    return token.index + 1


def _run(parse: Parse, start: int) -> list[Token]:
    """The capitalised words that begin at a token of its sentence."""
    found: list[Token] = []
    for token in parse.tokens[start : start + LONGEST]:
        if token.pos != "PROPN" or not token.text[:1].isupper() or token.sentence != parse.tokens[start].sentence:
            break
        found.append(token)
    return found


def _is_beside(parse: Parse, noun: Token, name: set[int]) -> bool:
    """Whether the grammar ties a word for ships to the name: 'aboard the ship Osrin said' ties nothing."""
    return noun.head in name or any(parse.tokens[index].head == noun.index for index in name)


@cache
def _vessels(field: str) -> frozenset[str]:
    return frozenset(load_table("en", "vessels")[field])
