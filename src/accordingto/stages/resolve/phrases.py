"""Names in one document: runs of capitalised words, with the parser's entities as a witness, not as a judge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
_OPENERS = frozenset({"“", '"', "‘", "'", ":", "—", "–", "-", "(", "[", "•", "*"})
# Words that open sentences before a name without being part of it.
NOT_FIRST = frozenset(
    "many several some most other former few both all each every any no such these those this that another one two "
    "three more here there as if when while after before since although however meanwhile earlier later today "
    "yesterday tomorrow now then thus but and or yet so in on at by for from with under over".split()
)
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
    return _label_listed(document, found)


def _label_listed(document: Document, phrases: list[NamePhrase]) -> list[NamePhrase]:
    """A name between commas in a list of persons is a person's, though the recogniser passed it over."""
    for at in range(1, len(phrases) - 1):
        before, here, after = phrases[at - 1 : at + 2]
        gaps = [document.text[before.span.end : here.span.start], document.text[here.span.end : after.span.start]]
        listed = all(gap.replace("and", "").strip() == "," or gap.strip() == "and" for gap in gaps)
        if listed and not here.label and "PERSON" in (before.label, after.label):
            phrases[at] = replace(here, label="PERSON")
    return phrases


def _labels(parse: Parse) -> list[tuple[int, str]]:
    """For each token the number and label of its entity; ``(-1, '')`` outside."""
    found = [(-1, "")] * len(parse.tokens)
    for number, entity in enumerate(parse.entities):
        for index in range(entity.first, entity.last):
            found[index] = (number, entity.label)
    return found


def _is_sentence(parse: Parse, sentence: Sentence) -> bool:
    """A line without a verb and without a full stop is a label or a list; one in capitals throughout is a headline."""
    tokens = parse.words(sentence)
    if not any(token.pos in {"VERB", "AUX"} for token in tokens) and tokens[-1].text not in {".", "!", "?", "”", '"'}:
        return False
    plain = [token for token in tokens[1:] if token.pos in {"NOUN", "VERB", "ADJ", "ADV"} and token.text.isalpha()]
    return 4 * sum(_is_capital(token) for token in plain) < 3 * len(plain) or len(plain) < 3  # noqa: PLR2004


def _is_capital(token: Token) -> bool:
    text = token.text.lstrip("#@")
    return bool(text) and text[0].isupper() and any(letter.isalpha() for letter in text)


def _starts_name(token: Token, sentence: Sentence, parse: Parse, label: str) -> bool:
    """Whether a word can be (part of) a name here."""
    if label in NOT_NAMES or token.text.lower() in words.MONTHS_AND_DAYS:
        return False
    if not _is_capital(token):
        return token.text in {"al", "el"} and _is_glued_article(parse, token)
    opening = _is_opening(parse, sentence, token)
    after = parse.tokens[token.index + 1] if token.index + 1 < sentence.last else None
    if opening and token.text.lower() in NOT_FIRST:
        return False
    if label or token.pos == "PROPN":
        return token.pos not in {"DET", "PRON"} or not opening
    if token.text in {"I", "A", "The"} or (after is None and token.pos not in {"NOUN", "ADJ"}):
        return False
    if opening:
        return (
            token.pos in {"NOUN", "ADJ"} and after is not None and _is_capital(after) and after.pos in {"PROPN", "NOUN"}
        )
    beside = (after is not None and _is_capital(after)) or _is_capital(parse.tokens[token.index - 1])
    return token.pos in {"NOUN", "ADJ", "X"} or (beside and token.pos != "DET")


def _is_glued_article(parse: Parse, token: Token) -> bool:
    """'al' of 'al-Osrin' at the beginning of a name."""
    ahead = parse.tokens[token.index + 1 : token.index + 3]
    return len(ahead) == 2 and ahead[0].text == "-" and _is_capital(ahead[1]) and ahead[1].start == token.end + 1  # noqa: PLR2004


def _is_opening(parse: Parse, sentence: Sentence, token: Token) -> bool:
    """Whether a word stands where every word has a capital."""
    return token.index == sentence.first or parse.tokens[token.index - 1].text in _OPENERS


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
        return 2 if _is_capital(parse.tokens[at + 1]) else 0
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
    first, last = run
    count = sum(parse.tokens[index].text[0].isalpha() for index in range(first, last))
    joined = {token.text.lower() for token in parse.tokens[first:last]} & {"of", "for"}
    glued = count > LONGEST_NAME and not joined
    for start, end in _split(run, labels, glued=glued):
        if not glued or end - start <= LONGEST_NAME // 2:
            phrase = _make(document, parse, start, end, labels, loose=loose or glued)
            if phrase is not None:
                yield phrase


def _split(run: tuple[int, int], labels: Sequence[tuple[int, str]], *, glued: bool) -> Iterator[tuple[int, int]]:
    """A run too long for one name, and one that is a person after something else, is cut where the entities end."""
    first, last = run
    numbers = [labels[index][0] for index in range(first, last)]
    kinds = [label for at, (_, label) in enumerate(labels[first:last]) if at == 0 or numbers[at] != numbers[at - 1]]
    tiled = -1 not in numbers and len(kinds) > 1 and kinds[-1] == "PERSON" and kinds[0] in {"ORG", "GPE", "NORP"}
    if not glued and not tiled:
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
    tagged = raw[0] in "#@" or (start > 0 and tokens[start - 1].text == "#" and tokens[start - 1].end == span.start)
    text = split_tag(raw) if tagged else clean_name(raw)
    if len(text) < 2 or not any(letter.isalpha() for letter in text):  # noqa: PLR2004
        return None
    titled = raw.lstrip("#@").split()[0] if tagged else _with_honorific(tokens, first, start, text)
    label = _majority(labels, start, end)
    firm = not loose and not (opening and end - start == 1)
    return NamePhrase(start, end, span, text, titled, title, label, firm)


def _with_honorific(tokens: Sequence[Token], first: int, start: int, text: str) -> str:
    """The name with the form of address before it, where that is no office ('First Lady')."""
    before = [token.text.rstrip(".").lower() for token in tokens[max(first, start - 2) : start]]
    if not before or before[-1] not in words.honorifics() or " ".join(before) in words.roles():
        return text
    return f"{tokens[start - 1].text} {text}"


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
    inside = [labels[index][1] for index in range(first, last) if labels[index][1]]
    return max(sorted(set(inside)), key=inside.count) if inside else ""
