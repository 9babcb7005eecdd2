"""Names in one document: runs of capitalised words, with the parser's entities as a witness, not as a judge."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.runs import CONNECTORS, find_runs, is_capital, is_sentence
from accordingto.text.countries import find_country
from accordingto.text.names import clean_name, is_acronym, split_tag

# A person's name rarely has more words; a longer run is several names whose commas were lost.
LONGEST_NAME = 6
# 'Director General of | Police': words of an office before the run that its last word stands in.
_LONGEST_BACK = 3


class NamePhrase(NamedTuple):
    """A name where it stands.

    Attributes:
        first, last: tokens of the clean name, end exclusive.
        span: its characters, without titles, 'the' and possessive.
        text: the clean name.
        titled: the name with the form of address before it ('Mallam Tor Osrin'), or the clean name.
        title: the office or form of address before it in small letters, or ''.
        label: the parser's entity label, or ''.
        opening: the first token with its title.
        firm: False in lines that are no sentences and at sentence starts, where capitals prove nothing.
    """

    first: int
    last: int
    span: Span
    text: str
    titled: str
    title: str
    label: str
    opening: int
    firm: bool


def find_names(document: Document, parse: Parse) -> list[NamePhrase]:
    """Names in the report's own sentences and its headline, in text order."""
    labels = _labels(parse)
    found: list[NamePhrase] = []
    for sentence in parse.sentences:
        if sentence.zone in (None, Zone.TITLE):
            loose = sentence.zone is Zone.TITLE or not is_sentence(parse, sentence)
            for run in find_runs(parse, sentence, labels, headline=loose):
                found += _names_of_run(document, parse, run, labels, loose=loose)
    return _without_offices(parse, _label_listed(document, found))


def _without_offices(parse: Parse, phrases: list[NamePhrase]) -> list[NamePhrase]:
    """The names without 'the Governor', 'the Chief of Police': an office in capitals names nobody, as in small letters.

    'The SP' is an office only where the document gives it to somebody; else it may be a party.
    """
    titles = {index for phrase in phrases if phrase.title for index in range(phrase.opening, phrase.first)}
    phrases = [phrase for phrase in phrases if phrase.first not in titles]
    held = {initials for phrase in phrases if phrase.title for initials in (phrase.title, _initials(phrase.title))}
    return [phrase for phrase in phrases if phrase.title or not _is_office(parse, phrase, held)]


def _initials(title: str) -> str:
    return "".join(word[0] for word in title.split() if word not in CONNECTORS)


def _is_office(parse: Parse, phrase: NamePhrase, held: set[str]) -> bool:
    opening = parse.sentences[parse.tokens[phrase.first].sentence].first
    furthest = max(opening, phrase.first - _LONGEST_BACK - 1)
    for first in range(phrase.first, furthest, -1):
        after_article = parse.tokens[first - 1].text.lower() == "the"
        if after_article and _lower(parse, first, phrase.last) in words.roles():
            return not is_acronym(phrase.text) or phrase.text.lower() in held
    behind = phrase.first > opening and parse.tokens[phrase.first - 1].text.lower() == "the"
    return behind and _lower(parse, phrase.first, phrase.last + 2) in words.roles()


def _lower(parse: Parse, first: int, last: int) -> str:
    return " ".join([token.text.lower() for token in parse.tokens[first:last]])


def _label_listed(document: Document, phrases: list[NamePhrase]) -> list[NamePhrase]:
    """A name between commas in a list of persons is a person's, though the recogniser passed it over."""
    for at in range(1, len(phrases) - 1):
        before, here, after = phrases[at - 1 : at + 2]
        beside = (before.label, after.label)
        label = "GPE" if here.label == "PERSON" and beside == ("GPE", "GPE") else ""
        label = "PERSON" if not here.label and "PERSON" in beside else label
        gaps = ((before.span.end, here.span.start), (here.span.end, after.span.start))
        if label and all(_is_listing(document.text[start:end]) for start, end in gaps):
            phrases[at] = here._replace(label=label)
    return phrases


def _is_listing(gap: str) -> bool:
    return gap.replace("and", "").strip() == "," or gap.strip() == "and"


def _labels(parse: Parse) -> list[tuple[int, str]]:
    """For each token the number and label of its entity; ``(-1, '')`` outside."""
    found = [(-1, "")] * len(parse.tokens)
    for number, entity in enumerate(parse.entities):
        for index in range(entity.first, entity.last):
            found[index] = (number, entity.label)
    return found


def _names_of_run(
    document: Document, parse: Parse, run: tuple[int, int], labels: Sequence[tuple[int, str]], *, loose: bool
) -> list[NamePhrase]:
    first, last = run
    glued = last - first > LONGEST_NAME and _is_glued(parse.tokens[first:last])
    parts = _split(run, labels, glued=glued)
    if glued:
        parts = [(start, end) for start, end in parts if end - start <= LONGEST_NAME // 2]
    made = (_make(document, parse, start, end, labels, loose=loose or glued) for start, end in parts)
    return [phrase for phrase in made if phrase is not None]


def _is_glued(tokens: Sequence[Token]) -> bool:
    """Whether so many words are several names whose commas were lost."""
    count = sum(token.text[0].isalpha() for token in tokens)
    return count > LONGEST_NAME and not any(token.text.lower() in {"of", "for"} for token in tokens)


def _split(run: tuple[int, int], labels: Sequence[tuple[int, str]], *, glued: bool) -> list[tuple[int, int]]:
    """A run too long for one name, and one that is a person after something else, is cut where the entities end."""
    first, last = run
    if last - first == 1 or (not glued and labels[last - 1][1] != "PERSON"):
        return [run]
    numbers = [labels[index][0] for index in range(first, last)]
    kinds = [label for at, (_, label) in enumerate(labels[first:last]) if at == 0 or numbers[at] != numbers[at - 1]]
    tiled = -1 not in numbers and len(kinds) > 1 and kinds[-1] == "PERSON" and kinds[0] in {"ORG", "GPE", "NORP"}
    if not glued and not tiled:
        return [run]
    borders = [index for index in range(first + 1, last) if labels[index][0] != labels[index - 1][0]]
    parts = pairwise([first, *borders, last])
    return [(start, end) for start, end in parts if labels[start][0] >= 0]


def _make(
    document: Document, parse: Parse, first: int, last: int, labels: Sequence[tuple[int, str]], *, loose: bool
) -> NamePhrase | None:
    tokens = parse.tokens
    is_opening = tokens[first].index == parse.sentences[tokens[first].sentence].first
    start = _skip_titles(tokens, first, last)
    first, start = _with_long_title(parse, first, start, last)
    title = _title(tokens[first:start]) if start > first else ""
    end = _with_small_head(parse, start, last)
    while end > start and tokens[end - 1].text in {"-", "'s", "’s"}:
        end -= 1
    if end <= start:
        return None
    span = parse.span(start, end - 1)
    raw = document.quote(span)
    tagged = raw[0] in "#@" or (start > 0 and tokens[start - 1].text == "#" and tokens[start - 1].end == span.start)
    text = split_tag(raw) if tagged else clean_name(raw)
    if len(text) < 2 or not (text[0].isalpha() or any(letter.isalpha() for letter in text)):  # noqa: PLR2004
        return None
    titled = raw.lstrip("#@").split()[0] if tagged else _with_honorific(tokens, first, start, text)
    label = _majority(labels, start, end)
    # "Captain Osrin" opens a sentence with its title, so the capital of the name is its own.
    firm = not loose and not (is_opening and start == first and end - start == 1)
    return NamePhrase(start, end, span, text, titled, title, label, first, firm)


def _title(opening: Sequence[Token]) -> str:
    """The words before a name in small letters, without those for countries."""
    parts = " ".join([token.text for token in opening]).lower().split()
    return " ".join([word for word in parts if find_country(word.capitalize()) is None])


def _with_honorific(tokens: Sequence[Token], first: int, start: int, text: str) -> str:
    """The name with the form of address before it, where that is no office ('First Lady')."""
    if start == first:
        return text
    before = [token.text.rstrip(".").lower() for token in tokens[max(first, start - 2) : start]]
    if before[-1] not in words.honorifics() or " ".join(before) in words.roles():
        return text
    return f"{tokens[start - 1].text} {text}"


def _skip_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Index after the titles that open a run: 'Belarusian President' in 'Belarusian President Ada Wren'."""
    if last - first == 1:
        return first
    lower = [token.text.rstrip(".").lower() for token in tokens[first:last]]
    cut = 0
    for size in range(1, len(lower)):
        if lower[size - 1] in _title_ends() and any(
            " ".join(lower[size - width : size]) in _titles() for width in (1, 2, 3) if width <= size
        ):
            cut = size
    if not cut:
        return first
    rest = set(lower[cut:])
    if "of" not in rest and not rest.isdisjoint(words.organisation_words("civil", "armed")):
        return first
    return first if lower[cut] in CONNECTORS or not is_capital(tokens[first + cut]) else first + cut


@cache
def _titles() -> frozenset[str]:
    return words.roles() | words.honorifics()


@cache
def _title_ends() -> frozenset[str]:
    """The last words of titles: most words end none."""
    return frozenset(title.rpartition(" ")[2] for title in _titles())


def _with_long_title(parse: Parse, first: int, start: int, last: int) -> tuple[int, int]:
    """The first token of the title and of the name where an office ends in the run: 'Chief of Police Tor Osrin'."""
    if last - first == 1 or parse.tokens[first - 1].text.lower() not in {"of", "the"}:
        return first, start
    opening = parse.sentences[parse.tokens[first].sentence].first
    for back in range(_LONGEST_BACK, 1, -1):
        for size in (1, 2):
            if first - back >= opening and first + size < last:
                office = " ".join(token.text.lower() for token in parse.tokens[first - back : first + size])
                if office in words.roles():
                    return first - back, max(start, first + size)
    return first, start


def _with_small_head(parse: Parse, first: int, last: int) -> int:
    """The end of the name with the noun in small letters that belongs to it: 'Otar' + 'regiment'."""
    if last < len(parse.tokens):
        head = parse.tokens[last]
        follows = head.sentence == parse.tokens[first].sentence and parse.tokens[last - 1].head == head.index
        tagged = parse.tokens[first - 1].text == "#" if first else False
        if (
            (follows or tagged)
            and head.sentence == parse.tokens[first].sentence
            and head.lemma in words.organisation_words("lower_heads")
            and head.tag == "NN"
        ):
            return last + 1
    return last


def _majority(labels: Sequence[tuple[int, str]], first: int, last: int) -> str:
    inside = [label for _, label in labels[first:last] if label]
    if len(set(inside)) < 2:  # noqa: PLR2004
        return inside[0] if inside else ""
    return max(sorted(set(inside)), key=inside.count)
