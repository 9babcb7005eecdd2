"""Small and capital letters for a text that has only capitals, as wire copy and telegrams do.

'THE GOVERNOR OF ORVEL SAID' becomes 'The governor of Orvel said', letter for letter of the same length, so that every
place in it is the same place in the text as it was given. Each word is written as it is written most elsewhere; names
before an acronym in brackets are capitalised throughout. Out of scope: texts that have small letters anywhere but in a
few words, and names made of everyday words that nothing marks.
"""

import re
from dataclasses import replace

from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse
from accordingto.text.casing_names import RARE, Rank, Words, find_acronyms, find_names, load_casing

# Shorter texts are a headline or a name, whose capitals mean something.
FEWEST_LETTERS = 120
MOST_SMALL = 0.05
# Every word is a capital at the beginning of a sentence now and then: so much commoner must the capital be.
SURELY = 4
LONGEST_ACRONYM = 7
# 'UP', 'IT': acronyms so short are everyday words as well.
SHORT = 2
LONGEST_MC = 4
_WORD = re.compile(r"[^\W\d_]+")
# Where a sentence begins: 'ORVEL, 2 MAY -- [TEXT] THE' too.
_STARTS = re.compile(r"(?:\A|[.!?][\"”’)]?\s+|\n\s*|--\s+\[[^\]\n]{0,99}\]\s+)[\"“'‘(\[]{0,3}(?=[^\W\d_])")
_VOWELS = frozenset("aeiouyáéíóúäöü")


def is_shouted(text: str) -> bool:
    """Whether a text has nothing but capitals, so that they say nothing of what is a name."""
    # Small letters enough for any number of capitals stand in the first eighth of nearly every text.
    if sum(map(str.islower, text[: len(text) // 8])) > MOST_SMALL * len(text):
        return False
    capitals = sum(map(str.isupper, text))
    small = sum(map(str.islower, text))
    return capitals >= FEWEST_LETTERS and small <= MOST_SMALL * capitals


def true_case(text: str, rank: Rank) -> str:
    """The same text, with small letters where they are usual; no character moves.

    Args:
        text: in capitals.
        rank: how common a form is ('police' before 'Police', 'Lima' before 'lima').
    """
    words = list(_WORD.finditer(text))
    cased = _case_words(text, words, rank)
    for first, last in find_names(text, words, cased):
        for at in range(first, last):
            cased[at] = _in_name(cased[at], is_first=at == first)
    starts = {found.end() for found in _STARTS.finditer(text)}
    letters = list(text)
    for word, form in zip(words, cased, strict=True):
        shown = _capital(form) if word.start() in starts and form.islower() else form
        if len(shown) == len(word.group()):
            letters[word.start() : word.end()] = shown
    return "".join(letters)


def _case_words(text: str, words: Words, rank: Rank) -> list[str]:
    """Each word by itself and by what stands beside it."""
    cased: list[str] = []
    for word in words:
        cased.append(_form(text, word, rank, after=cased[-1] if _is_spaced(text, words, len(cased)) else ""))
    families = {form for form in cased if form.istitle()}
    acronyms = find_acronyms(text, words, rank)
    for at, (form, word) in enumerate(zip(cased, words, strict=True)):
        # 'UP' of 'Upper Party [UP]' is a name where it stands in brackets, and elsewhere the word that it always is.
        if form.lower() in acronyms and (len(form) > SHORT or _is_bracketed(text, word)):
            cased[at] = word.group()
        # 'Ada Merino' makes 'merino' a name.
        elif (_capital(form) in families and (rank(form) or RARE) >= RARE) or (
            form in load_casing()["articles"] and _begins_name(text, words, cased, at)
        ):
            cased[at] = _capital(form)
    return cased


def as_read(reading: Reading) -> Reading:
    """The reading with its text in the letters that its grammar was found in, where these are not the text's own."""
    document = restore_case(reading.document, reading.parse)
    return reading if document is reading.document else replace(reading, document=document)


def restore_case(document: Document, parse: Parse) -> Document:
    """A document in capitals with the letters that its words have in its grammar; any other as it is."""
    if not is_shouted(document.text):
        return document
    letters = list(document.text)
    for token in parse.tokens:
        if token.end - token.start == len(token.text):
            letters[token.start : token.end] = token.text
    return replace(document, text="".join(letters))


def _form(text: str, word: re.Match[str], rank: Rank, *, after: str) -> str:
    """One word as it is usually written; ``after`` is the form of the word before it."""
    given = word.group()
    small = given.lower()
    before = text[word.start() - 1 : word.start()]
    if before.isdigit() or (before in {"'", "’"} and small in load_casing()["endings"]):
        return small
    if len(given) == 1 and text[word.end() : word.end() + 1] == ".":
        return given
    if small in load_casing()["months"]:
        return _capital(small) if _is_by_number(text, word) else small
    if small in load_casing()["plain"] and after not in load_casing()["partners"]:
        return small
    # After one name another is likelier: 'Oskar Rose', but 'a rose'.
    return _commonest(
        given, rank, surely=1 if after.istitle() and after.lower() not in load_casing()["inside"] else SURELY
    )


def _commonest(given: str, rank: Rank, *, surely: int) -> str:
    small = given.lower()
    ranks = {form: known for form in (small, _capital(given), given) if (known := rank(form)) is not None}
    if not ranks:
        return _unknown(given)
    best = min(ranks, key=lambda form: (ranks[form], form))
    if best != small and ranks.get(small, 10**9) < surely * ranks[best]:
        return small
    return best


def _unknown(given: str) -> str:
    """A word that nobody writes: an acronym where it cannot be spoken, an everyday word by its ending, or a name."""
    small = given.lower()
    if not _VOWELS & set(small) and len(given) <= LONGEST_ACRONYM:
        return given
    return small if small.endswith(tuple(load_casing()["everyday"])) else _capital(given)


def _is_spaced(text: str, words: Words, at: int) -> bool:
    """Whether nothing but space stands between a word and the one before it."""
    return at > 0 and text[words[at - 1].end() : words[at].start()].isspace()


def _begins_name(text: str, words: Words, cased: list[str], at: int) -> bool:
    """'El Rosal', 'La Paz', but 'Ada de la Cruz'."""
    if at + 1 >= len(words) or not _is_spaced(text, words, at + 1) or not cased[at + 1].istitle():
        return False
    return not (
        _is_spaced(text, words, at) and cased[at - 1] in load_casing()["inside"] - load_casing()["prepositions"]
    )


def _is_by_number(text: str, word: re.Match[str]) -> bool:
    return bool(re.search(r"\d\s{1,2}$", text[max(0, word.start() - 4) : word.start()])) or bool(
        re.match(r"\s{1,2}\d", text[word.end() : word.end() + 3])
    )


def _in_name(form: str, *, is_first: bool) -> str:
    if form.islower() and (is_first or form not in load_casing()["inside"] | load_casing()["endings"]):
        return _capital(form)
    return form


def _capital(word: str) -> str:
    small = word.lower()
    if small.startswith("mc") and len(small) > LONGEST_MC:
        return f"Mc{small[2:].capitalize()}"
    return small[:1].upper() + small[1:]


def _is_bracketed(text: str, word: re.Match[str]) -> bool:
    return text[word.start() - 1 : word.start()] in {"(", "["}
