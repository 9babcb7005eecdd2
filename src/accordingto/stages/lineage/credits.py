"""Credit lines, bylines, datelines and addresses: what a document itself says of where its text came from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from accordingto.lexicon import load_table
from accordingto.model.document import Document, Span
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.own import ELSEWHERE, find_own_outlets
from accordingto.text import credit_shapes as shapes
from accordingto.text.outlets import agency_names, find_outlet, load_outlets, outlet_names, outlet_pattern
from accordingto.text.phrases import join_phrases, starts_with, words

_TOP, _BOTTOM = 5, 6  # paragraphs; credits of the whole text stand nowhere else
_LONGEST_ACRONYM = 6  # letters
_LAST = 2  # of the last paragraphs: higher up a line of nothing but an outlet credits an excerpt
_LONGEST = 600  # characters of a credit line that are looked at
_BRACKETS = re.compile(r"^[(\[]|[)\]]\W{0,2}$")
_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\||\band\b)\s*")


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    top: bool
    bottom: bool
    edge: bool


def find_credits(document: Document) -> Iterator[Derivation]:
    """Every credit that stands in a line of its own, at the head or the end of the text, or in the address."""
    own = find_own_outlets(document)
    for names, evidence, rule, whole in _find_all(document):
        for name in names:
            outlet = find_outlet(name)
            if outlet and outlet.lower() not in own:
                alone = whole and len(names) == 1
                yield Derivation(
                    document.id, None, outlet, DerivationKind.CREDIT, evidence, alone, Trace(f"lineage.{rule}.v1")
                )


_Found = tuple[tuple[str, ...], Span | None, str, bool]


def _find_all(document: Document) -> Iterator[_Found]:
    yield from _find_in_address(document.url)
    yield from _find_in_author(document.author)
    for line in _lines(document):
        yield from _find_in_line(line)


def _lines(document: Document) -> Iterator[_Line]:
    """The lines that may hold a credit: the first and last paragraphs that are neither caption nor promotion."""
    found = [
        Span(line.start() + len(line.group()) - len(line.group().lstrip()), line.start() + len(line.group().rstrip()))
        for line in re.finditer(r"[^\n]*\S[^\n]*", document.text)
    ]
    kept = [span for span in found if document.zone_at(span.start) not in ELSEWHERE]
    for index, span in enumerate(kept):
        top, bottom = index < _TOP, index >= len(kept) - _BOTTOM
        if top or bottom:
            edge = top or index >= len(kept) - _LAST
            yield _Line(span, document.quote(span), top=top, bottom=bottom, edge=edge)


def _find_in_line(line: _Line) -> Iterator[_Found]:
    head, plain = line.text[:_LONGEST], _BRACKETS.sub("", line.text[:_LONGEST])
    dateline = shapes.dateline(shouting=line.text.isupper()).match(head)
    if line.top and dateline and dateline["outlet"]:
        yield (dateline["outlet"],), _within(line, dateline.span("outlet")), "dateline", True
    source = shapes.source_line().match(plain)
    if source:
        names = _split(source["names"])
        yield names, line.span, "source-line", not all(map(_is_body, names))
    elif (line.edge and shapes.only_outlets().match(line.text)) or _agency_byline().match(plain):
        yield _named(line.text), line.span, "byline", True
    elif shapes.contributed().search(plain[-60:]) or starts_with("credits", "share_starts").match(plain):
        yield from (((name,), line.span, "share", False) for name in _named(line.text))
    elif shapes.copyright_notice().match(plain):
        yield _named(line.text)[:1], line.span, "copyright", True
    if line.bottom:
        yield from _find_sign_off(line)


def _find_sign_off(line: _Line) -> Iterator[_Found]:
    """'(AFP)' at the end, and brackets as only one agency writes them: '(Reporting by …; Editing by …)'."""
    start = max(0, len(line.text) - _LONGEST)
    ending = shapes.sign_off().search(line.text, start)
    if ending is None:
        ending = shapes.sign_off().search(f". {line.text}") if line.text.startswith(("(", "[")) else None
    if ending is None:
        return
    names = _named(ending.group())
    if names:
        yield names, line.span, "sign-off", line.edge and agency_names().issuperset(names)
    elif _team().search(ending.group()):
        yield (load_table("en", "credits")["team_style"],), line.span, "team-style", True


def _find_in_address(url: str | None) -> Iterator[_Found]:
    """'/wires/afp/article-1' on another outlet's site."""
    try:
        parts = urlsplit(url or "").path.lower().split("/")
    except ValueError:
        return
    for each in load_outlets():
        for part in each.paths:
            if part in parts and (len(part) > 2 or _beside_wire(parts, parts.index(part))):  # noqa: PLR2004
                yield (each.name,), None, "address", True
                return


def _beside_wire(parts: list[str], at: int) -> bool:
    """Two letters may be a country or a section; beside a word for agencies they are an agency."""
    return any(word in beside for beside in parts[max(0, at - 1) : at] for word in words("credits", "wire_sections"))


def _find_in_author(author: str | None) -> Iterator[_Found]:
    """'AFP' as the author; 'Dana Ostrel, Associated Press' as well."""
    if author and _agency_author().search(author):
        yield _named(author)[:1], None, "author", True


@cache
def _agencies() -> str:
    return join_phrases(outlet_names(agencies_only=True))


@cache
def _agency_author() -> re.Pattern[str]:
    before = r"(?:^|[,;/|(–-]\s?|\bfor\s|\bof\s|\bof the\s)(?:the\s)?"
    after = r"(?:\s(?:writers?|news agency|staff))?\)?$"
    return re.compile(rf"{before}(?:{_agencies()}){after}", re.IGNORECASE)


@cache
def _agency_byline() -> re.Pattern[str]:
    """'By Dana Ostrel, Associated Press', 'By AFP', 'Associated Press | Updated …'."""
    people = r"(?:[A-Z][\w'’.-]*[,\s]{1,2}(?:and\s|of\s|the\s|in\s)?){0,12}?"
    by = rf"(?:By|BY|by)\s{people}(?:for\s)?(?:the\s|The\s)?(?:{_agencies()})"
    return re.compile(rf"^(?:{by}|(?:{_agencies()})\s?(?:[|•·]|,\s\w+\s\d|writers?$))")


@cache
def _team() -> re.Pattern[str]:
    """Both a reporter and an editor in one bracket."""
    return re.compile(r"(?:report|writing)\w{0,3}\s(?:by\b|in\b)?.{1,200}\b(?:editing|edited)\sby\b", re.IGNORECASE)


@cache
def _outlet_name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])(?:{outlet_pattern()})(?![\w@])")


def _named(text: str) -> tuple[str, ...]:
    """The outlets that a credit names, each once."""
    return tuple(dict.fromkeys(find_outlet(each.group()) for each in _outlet_name().finditer(text[:_LONGEST])))


def _split(names: str) -> tuple[str, ...]:
    known = find_outlet(names)
    return (known,) if known != names else tuple(each for each in _SEVERAL.split(names) if each)


def _is_body(name: str) -> bool:
    """'Source: IMF': capitals that the list does not know are a body that gave a figure, as often as an outlet."""
    return name.isupper() and len(name) <= _LONGEST_ACRONYM and name not in outlet_names()


def _within(line: _Line, span: tuple[int, int]) -> Span:
    return Span(line.span.start + span[0], line.span.start + span[1])
