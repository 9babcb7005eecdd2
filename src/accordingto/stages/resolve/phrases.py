"""Names in one document: runs of capitalised words, with the parser's entities as a witness, not as a judge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Parse, Sentence, Token
from accordingto.stages.resolve import words
from accordingto.text.countries import find_country
from accordingto.text.names import clean_name, split_tag

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "van", "von", "der", "den", "de", "da", "dos", "di", "abu", "ould", "ag"}
)
CONNECTORS = frozenset({"of", "for", "and", "the", "&", "in"})
NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
# A person's name rarely has more words; a longer run is several names whose commas were lost.
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A name where it stands.

    Attributes:
        first, last: tokens of the clean name, end exclusive.
        span: its characters, without titles, 'the' and possessive.
        text: the clean name.
        titled: the name with the form of address before it ('Mallam Tor Osrin'), or the clean name.
        title: the office or form of address before it in small letters, or ''.
        label: the parser's entity label, or ''.
        firm: False in lines that are no sentences and at sentence starts, where capitals prove nothing.
    """

    first: int
    last: int
    span: Span
    text: str
    titled: str
    title: str
    label: str
    firm: bool


def find_names(document: Document, parse: Parse) -> list[NamePhrase]:
    """Names in the report's own sentences and its headline, in text order."""
    labels = _labels(parse)
    found: list[NamePhrase] = []
    for sentence in parse.sentences:
        if sentence.zone in (None, Zone.TITLE):
            loose = sentence.zone is Zone.TITLE or not _is_sentence(parse, sentence)
            for first, last in _runs(parse, sentence, labels):
                found.extend(_names_of_run(document, parse, (first, last), labels, loose=loose))
    return found


def _labels(parse: Parse) -> list[tuple[int, str]]:
    """For each token the number and label of its entity; ``(-1, '')`` outside."""
    found = [(-1, "")] * len(parse.tokens)
    for number, entity in enumerate(parse.entities):
        for index in range(entity.first, entity.last):
            found[index] = (number, entity.label)
    return found


def _is_sentence(parse: Parse, sentence: Sentence) -> bool:
    """A line without a verb and without a full stop is a label or a list."""
    tokens = parse.words(sentence)
    return any(token.pos in {"VERB", "AUX"} for token in tokens) or tokens[-1].text in {".", "!", "?", "”", '"'}


def _is_capital(token: Token) -> bool:
    text = token.text.lstrip("#@")
    return bool(text) and text[0].isupper() and any(letter.isalpha() for letter in text)


def _starts_name(token: Token, sentence: Sentence, parse: Parse, label: str) -> bool:
    """Whether a capitalised word can be (part of) a name here."""
    if not _is_capital(token) or label in NOT_NAMES or token.text.lower() in words.MONTHS_AND_DAYS:
        return False
    if token.pos in {"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM"} and not label:
        return (
            token.pos not in {"PRON", "DET", "INTJ"}
            and len(token.text) > 1
            and token.index > sentence.first
            and token.pos == "NUM"
        )
    before = parse.tokens[token.index - 1].text if token.index > sentence.first else ""
    opening = not before or before in {"“", '"', "‘", "'", ":", "—", "–", "-", "(", "["}
    if opening and not label and token.pos != "PROPN":
        after = parse.tokens[token.index + 1] if token.index + 1 < sentence.last else None
        return (
            after is not None and token.pos in {"NOUN", "ADJ"} and _is_capital(after) and after.pos in {"PROPN", "NOUN"}
        )
    return not (token.pos in {"VERB", "ADV"} and not label and opening)


def _runs(parse: Parse, sentence: Sentence, labels: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Longest runs of name words, with the small words that names hold."""
    at = sentence.first
    while at < sentence.last:
        if not _starts_name(parse.tokens[at], sentence, parse, labels[at][1]):
            at += 1
            continue
        first = at
        at += 1
        while at < sentence.last:
            step = _step(parse, sentence, labels, first, at)
            if step == 0:
                break
            at += step
        yield first, at


def _step(parse: Parse, sentence: Sentence, labels: Sequence[tuple[int, str]], first: int, at: int) -> int:
    """How many tokens from ``at`` still belong to the name that began at ``first``."""
    token = parse.tokens[at]
    if _starts_name(token, sentence, parse, labels[at][1]):
        return 1
    ahead = at
    glued = token.start == parse.tokens[at - 1].end
    if token.text == "-" and glued and at + 1 < sentence.last and parse.tokens[at + 1].start == token.end:
        return 2
    while ahead < min(sentence.last, at + 3) and parse.tokens[ahead].text.lower() in CONNECTORS | PARTICLES | {"-"}:
        ahead += 1
    if (
        ahead == at
        or ahead >= sentence.last
        or not _starts_name(parse.tokens[ahead], sentence, parse, labels[ahead][1])
    ):
        return 0
    between = {parse.tokens[index].text.lower() for index in range(at, ahead)}
    one_entity = labels[at][0] >= 0 and labels[at - 1][0] == labels[at][0] == labels[ahead][0]
    if between <= PARTICLES | {"-"} or one_entity:
        return ahead - at + 1
    if "and" in between or "in" in between or token.text.lower() == "the":
        return 0
    head = {parse.tokens[index].text.lower() for index in range(first, at)}
    is_body = head & (words.organisation_words("armed") | words.organisation_words("civil"))
    return ahead - at + 1 if is_body else 0


def _names_of_run(
    document: Document, parse: Parse, run: tuple[int, int], labels: Sequence[tuple[int, str]], *, loose: bool
) -> Iterator[NamePhrase]:
    for first, last in _split(parse, run, labels):
        phrase = _make(document, parse, first, last, labels, loose=loose)
        if phrase is not None:
            yield phrase


def _split(parse: Parse, run: tuple[int, int], labels: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """A run too long for one name is cut where the parser's entities end."""
    first, last = run
    count = sum(parse.tokens[index].text[0].isalpha() for index in range(first, last))
    if count <= LONGEST_NAME or {token.text.lower() for token in parse.tokens[first:last]} & {"of", "for"}:
        yield run
        return
    start = first
    for index in range(first + 1, last + 1):
        if index == last or labels[index][0] != labels[index - 1][0]:
            if labels[start][0] >= 0:
                yield start, index
            start = index


def _make(
    document: Document, parse: Parse, first: int, last: int, labels: Sequence[tuple[int, str]], *, loose: bool
) -> NamePhrase | None:
    tokens = parse.tokens
    opening = tokens[first].index == parse.sentences[tokens[first].sentence].first
    start = _skip_titles(tokens, first, last)
    title = " ".join(token.text for token in tokens[first:start]).lower()
    title = " ".join(word for word in title.split() if find_country(word.capitalize()) is None)
    end = _with_small_head(parse, start, last)
    while end > start and tokens[end - 1].text in {"-", "'s", "’s"}:
        end -= 1
    if end <= start:
        return None
    span = parse.span(start, end - 1)
    raw = document.quote(span)
    text = split_tag(raw) if raw[0] in "#@" else clean_name(raw)
    if len(text) < 2 or not any(letter.isalpha() for letter in text):  # noqa: PLR2004
        return None
    last_title = tokens[start - 1].text.rstrip(".").lower() if start > first else ""
    titled = f"{tokens[start - 1].text} {text}" if last_title in words.honorifics() else text
    label = _majority(labels, start, end)
    firm = not loose and not (opening and end - start == 1)
    return NamePhrase(start, end, span, text, titled, title, label, firm)


def _skip_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Index after the titles that open a run: 'Belarusian President' in 'Belarusian President Ada Wren'."""
    lower = [token.text.rstrip(".").lower() for token in tokens[first:last]]
    cut = 0
    for size in range(1, len(lower)):
        for width in (1, 2, 3):
            if width <= size:
                phrase = " ".join(lower[size - width : size])
                if phrase in words.roles() or phrase in words.honorifics():
                    cut = size
    rest = set(lower[cut:])
    if cut and rest & (words.organisation_words("civil") | words.organisation_words("armed")) and not rest & {"of"}:
        return first
    if cut and (lower[cut] in CONNECTORS or not _is_capital(tokens[first + cut])):
        return first
    return first + cut


def _with_small_head(parse: Parse, first: int, last: int) -> int:
    """The end of the name with the noun in small letters that belongs to it: 'Otar' + 'regiment'."""
    if last < len(parse.tokens):
        head = parse.tokens[last]
        follows = head.sentence == parse.tokens[first].sentence and parse.tokens[last - 1].head == head.index
        if follows and head.lemma in words.organisation_words("lower_heads") and head.tag == "NN":
            return last + 1
    return last


def _majority(labels: Sequence[tuple[int, str]], first: int, last: int) -> str:
    inside = [labels[index][1] for index in range(first, last) if labels[index][1]]
    return max(sorted(set(inside)), key=inside.count) if inside else ""
