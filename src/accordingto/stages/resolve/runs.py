"""Runs of capitalised words: where a name may stand, before anything is said of what it names."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from accordingto.model.parse import Parse, Sentence, Token
from accordingto.stages.resolve import words
from accordingto.text.names import is_acronym, is_acronym_of

PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "dos",
        "di",
        "abu",
        "ould",
        "ag",
        "sans",
        "du",
        "des",
        "del",
        "la",
        "las",
        "los",
        "do",
        "y",
    }
)
# Particles that English has no other use for: before a name they open it, 'von Osrin'.
_LEADING = frozenset({"von", "van", "bin", "ibn", "bint", "ould", "abu"})
_GLUED = frozenset({"al", "el"})  # 'al-Osrin'
CONNECTORS = frozenset({"of", "for", "and", "the", "&", "in"})
# What may stand between two words of a name, always and where both are of one name.
_WITHIN = PARTICLES | {"-"}
_BETWEEN = CONNECTORS | _WITHIN
NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
# How many words before its initials in brackets a name may go on for.
LONGEST_REACH = 8
_OPENERS = frozenset({"“", '"', "‘", "'", ":", "—", "–", "-", "(", "[", "•", "*"})
# Words that open sentences before a name without being part of it.
NOT_FIRST = frozenset(
    [
        "many",
        "several",
        "some",
        "most",
        "other",
        "former",
        "few",
        "both",
        "all",
        "each",
        "every",
        "any",
        "no",
        "such",
        "these",
        "those",
        "this",
        "that",
        "another",
        "one",
        "two",
        "three",
        "more",
        "here",
        "there",
        "as",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "although",
        "however",
        "meanwhile",
        "earlier",
        "later",
        "today",
        "yesterday",
        "tomorrow",
        "now",
        "then",
        "thus",
        "but",
        "and",
        "or",
        "yet",
        "so",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "under",
        "over",
        "follow",
        "subscribe",
        "download",
        "visit",
        "contact",
    ]
)
_STOPS = frozenset({".", "!", "?", "”", '"'})
_VERBS = frozenset({"VERB", "AUX"})
# Words that have small letters in a sentence, and capitals in a headline.
_PLAIN = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_IN_HEADLINES = frozenset({"PROPN", "ADP", "DET"})
_MARKS = frozenset({'"', "“", "”"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_LONGEST_NICKNAME = 3  # words
_PEOPLE = frozenset({"people", "peoples", "women", "men", "children"})


def is_sentence(parse: Parse, sentence: Sentence) -> bool:
    """A line without a verb and without a full stop is a label or a list; one in capitals throughout is a headline."""
    tokens = parse.words(sentence)
    if tokens[-1].text not in _STOPS and not any(token.pos in _VERBS for token in tokens):
        return False
    small = capitals = 0
    for token in tokens[1:]:
        if token.pos in _PLAIN and token.text.isalpha():
            if token.text[0].isupper():
                capitals += 1
            else:
                small += 1
                if 3 * small >= len(tokens):  # whatever the rest has
                    return True
    return capitals < 3 * small or capitals + small < 3  # noqa: PLR2004


def is_capital(token: Token) -> bool:
    """Whether a word begins with a capital letter, hashtags included."""
    return _begins_large(token.text)


# Asked of every word that has a capital, again and again.
@lru_cache(maxsize=50_000)
def _begins_large(word: str) -> bool:
    text = word.lstrip("#@")
    return bool(text) and text[0].isupper() and any(letter.isalpha() for letter in text)


def _starts_name(  # noqa: PLR0911  a list of cases, the surest first
    token: Token, sentence: Sentence, parse: Parse, label: str
) -> bool:
    """Whether a word can be (part of) a name here."""
    before = parse.tokens[token.index - 1].text if token.index > sentence.first else ""
    if before == "#":
        return is_capital(token)  # the recogniser takes the mark for a number's
    if label in NOT_NAMES or (label != "PERSON" and token.text.lower() in words.MONTHS_AND_DAYS):
        return False
    if not is_capital(token):
        return token.text in _GLUED and _is_glued_article(parse, token)
    opening = not before or before in _OPENERS  # every word has a capital there
    if not opening and (label or token.pos == "PROPN"):
        return True
    after = parse.tokens[token.index + 1] if token.index + 1 < sentence.last else None
    if opening and (token.text.lower() in NOT_FIRST or token.text.lower() in words.nouns("members")):
        return False
    if opening and token.text.lower() in words.nouns("armed_plurals"):
        return False  # 'Rebels of the Kell Front': the name begins at 'Kell'
    if label or token.pos == "PROPN":
        return token.pos not in {"DET", "PRON"}
    if token.text in {"I", "A", "The"} or (after is None and token.pos not in {"NOUN", "ADJ"}):
        return False
    if opening:
        return (
            token.pos in {"NOUN", "ADJ"} and after is not None and is_capital(after) and after.pos in {"PROPN", "NOUN"}
        )
    beside = (after is not None and is_capital(after)) or is_capital(parse.tokens[token.index - 1])
    return token.pos in {"NOUN", "ADJ", "X"} or (beside and token.pos != "DET")


def _is_glued_article(parse: Parse, token: Token) -> bool:
    """'al' of 'al-Osrin' at the beginning of a name."""
    ahead = parse.tokens[token.index + 1 : token.index + 3]
    return len(ahead) == 2 and ahead[0].text == "-" and is_capital(ahead[1]) and ahead[1].start == token.end + 1  # noqa: PLR2004


def find_runs(
    parse: Parse, sentence: Sentence, labels: Sequence[tuple[int, str]], *, headline: bool
) -> Iterator[tuple[int, int]]:
    """Longest runs of name words, with the small words that names hold; in a headline capitals alone do not count."""
    at = sentence.first
    # Most words cannot begin a name, and nothing else need be asked of them.
    for token in [each for each in parse.words(sentence) if _may_begin(each.text)]:
        first = token.index
        unsure = headline and token.pos != "PROPN" and not labels[first][1]
        if first < at or unsure or not _starts_name(token, sentence, parse, labels[first][1]):
            continue
        at = first + 1
        while at < sentence.last:
            step = _step(parse, sentence, labels, first, at)
            plain = headline and parse.tokens[at].pos not in _IN_HEADLINES and not labels[at][1]
            if step == 0 or plain:
                break
            at += step
        at = _reach(parse, sentence, first, at)
        before = parse.tokens[first - 1].text if first > sentence.first else ""
        yield first - (before in _LEADING), at


@lru_cache(maxsize=50_000)
def _may_begin(word: str) -> bool:
    return _begins_large(word) or word in _GLUED


def _reach(parse: Parse, sentence: Sentence, first: int, at: int) -> int:
    """The end of a name by the initials in brackets behind it: 'Korvan Mission in Sell (KMIS)' reaches to 'Sell'."""
    last = min(sentence.last - 1, at + LONGEST_REACH)
    bracket = at
    while bracket < last and (is_capital(parse.tokens[bracket]) or parse.tokens[bracket].text.lower() in CONNECTORS):
        bracket += 1
    if bracket in (at, last) or parse.tokens[bracket].text != "(":
        return at
    initials = parse.tokens[bracket + 1].text
    named, whole = (" ".join(token.text for token in parse.tokens[first:end]) for end in (at, bracket))
    fits = is_acronym(initials) and is_acronym_of(initials, whole) and not is_acronym_of(initials, named)
    return bracket if fits else at


def _nickname(parse: Parse, sentence: Sentence, labels: Sequence[tuple[int, str]], at: int) -> int:
    """The steps over a nickname inside a name: 'Tor "The Wall" Osrin'."""
    for end in range(at + 2, min(at + 2 + _LONGEST_NICKNAME, sentence.last - 1)):
        if parse.tokens[end].text in _MARKS:
            inside, after = parse.tokens[at + 1 : end], parse.tokens[end + 1]
            close = parse.tokens[at].start == inside[0].start - 1 and inside[-1].end == parse.tokens[end].start
            named = all(map(is_capital, inside)) and _starts_name(after, sentence, parse, labels[after.index][1])
            return end + 2 - at if close and named else 0
    return 0


def _owners(parse: Parse, sentence: Sentence, at: int) -> int:
    """The step over a possessive inside a body's name: 'People's Justice Forum', 'Teachers' Union'."""
    owner, after = parse.tokens[at - 1], parse.tokens[at + 1] if at + 1 < sentence.last else None
    plural = owner.tag in {"NNS", "NNPS"} or owner.text.lower() in _PEOPLE
    if after is None or not plural or not is_capital(owner) or not is_capital(after):
        return 0
    end = after.index
    while end + 1 < sentence.last and is_capital(parse.tokens[end + 1]):
        end += 1
    return 2 if parse.tokens[end].text.lower() in words.organisation_words("civil", "armed") else 0


def _step(parse: Parse, sentence: Sentence, labels: Sequence[tuple[int, str]], first: int, at: int) -> int:
    """How many tokens from ``at`` still belong to the name that began at ``first``."""
    token = parse.tokens[at]
    if _may_begin(token.text) and _starts_name(token, sentence, parse, labels[at][1]):
        return 1
    if token.text in _MARKS:
        return _nickname(parse, sentence, labels, at)
    if token.text in _OWNING:
        return _owners(parse, sentence, at)
    return _over_small(parse, sentence, labels, first, at) if token.text.lower() in _BETWEEN else 0


def _over_small(parse: Parse, sentence: Sentence, labels: Sequence[tuple[int, str]], first: int, at: int) -> int:
    """The steps over the small words inside a name, with the word behind them: 'Front for the Kell Dawn'."""
    token, ahead = parse.tokens[at], at
    glued = token.start == parse.tokens[at - 1].end
    if token.text == "-" and glued and at + 1 < sentence.last and parse.tokens[at + 1].start == token.end:
        return 2 if is_capital(parse.tokens[at + 1]) else 0
    while ahead < min(sentence.last, at + 3) and parse.tokens[ahead].text.lower() in _BETWEEN:
        if parse.tokens[ahead].text == "-" and parse.tokens[ahead].start > parse.tokens[ahead - 1].end:
            return 0  # a dash with space around it parts two names
        ahead += 1
    if ahead >= sentence.last or not _starts_name(parse.tokens[ahead], sentence, parse, labels[ahead][1]):
        return 0
    between = {parse.tokens[index].text.lower() for index in range(at, ahead)}
    one_entity = labels[at][0] >= 0 and labels[at - 1][0] == labels[at][0] == labels[ahead][0]
    if between <= _WITHIN or one_entity:
        return ahead - at + 1
    if "and" in between or "in" in between or token.text.lower() == "the":
        return 0
    head = {parse.tokens[index].text.lower() for index in range(first, at)}
    is_body = not head.isdisjoint(words.organisation_words("armed", "civil"))
    return ahead - at + 1 if is_body else 0
