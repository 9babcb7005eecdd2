"""Lines and brackets that say who wrote the text, where it came from and when."""

import re
from collections.abc import Iterator
from functools import cache

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph
from accordingto.stages.read.zones.phrases import join_phrases, outlet_names, starts_with, words

_LONGEST_CREDIT = 40  # words; 'Reporting by …' with a dozen places
_TOP, _BOTTOM = 6, 6  # bylines stand among the first paragraphs, sign-offs among the last
_NAMES = r"[A-Z@][\w'’.&@/-]*(?:[,\s]+(?:and|of|for|in|the|de|al|von|van|[A-Z@&|/][\w'’.&@/-]*)){0,14}"
_BYLINE = re.compile(rf"^(?:By|BY|by)\s+{_NAMES}\W{{0,2}}$")
_BRACKETED = re.compile(r"^[(\[]([^()\[\]]{2,400})[)\]]\W{0,2}$")


def find_credits(paragraphs: tuple[Paragraph, ...]) -> Iterator[Segment]:
    """Credit lines whole, and the credit at the head or the end of a paragraph of the report."""
    for each in paragraphs:
        rule = _line_rule(each, edge=each.index < _TOP or each.index >= len(paragraphs) - _BOTTOM)
        if rule is not None and len(each.words) <= _LONGEST_CREDIT:
            yield each.mark(Zone.CREDIT, rule)
            continue
        dateline = _dateline().match(each.text)
        if dateline and dateline.end() < len(each.text):
            yield each.mark(Zone.CREDIT, "read.dateline.v1", dateline.span())
        sign_off = _sign_off().search(each.text, max(0, len(each.text) - 300))
        if sign_off and sign_off.start() > (dateline.end() if dateline else 0):
            yield each.mark(Zone.CREDIT, "read.sign-off.v1", sign_off.span())


def _line_rule(line: Paragraph, *, edge: bool) -> str | None:
    inner = _BRACKETED.match(line.text)
    text = inner.group(1) if inner else line.text
    if _source_line().match(text):
        return "read.source-line.v1"
    if starts_with("credits", "byline_starts").match(text) or starts_with("credits", "share_starts").match(text):
        return "read.byline.v1" if not line.is_prose or edge else None
    if _contributed().search(text[-60:]):
        return "read.contributed.v1"
    if edge and (_BYLINE.match(text) or _only_outlets().match(text)):
        return "read.byline.v1"
    if _copyright().match(text):
        return "read.copyright.v1"
    if edge and _time_line().match(text):
        return "read.time-line.v1"
    return None


@cache
def _source_line() -> re.Pattern[str]:
    """'Source: Ostrel Times', 'Originally published by Ostrel Times': a label and names, nothing else."""
    labels = words("credits", "source_labels")
    bare = join_phrases(each for each in labels if " " not in each)
    long = join_phrases(each for each in labels if " " in each)
    return re.compile(
        rf"\W{{0,3}}(?:(?i:{bare})\s?[:–—-]|(?i:{long})\s?:?)\s?(?:the\s)?{_NAMES}\W{{0,2}}(?:on [\w\s,]{{3,30}})?$"
    )


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{join_phrases(words('credits', 'share_ends'))})(?:\s+from\s[\w\s,]{{2,40}})?\W{{0,3}}$", re.I
    )


@cache
def _only_outlets() -> re.Pattern[str]:
    """A line of nothing but outlets: 'AFP', '— Reuters', 'AP/AFP'."""
    names = join_phrases(outlet_names())
    return re.compile(
        rf"^[-–—\s(]{{0,4}}(?:the\s)?(?:{names})(?:\s?[/,&|+]\s?(?:and\s)?(?:{names})){{0,4}}[)\s.]{{0,2}}$"
    )


@cache
def _copyright() -> re.Pattern[str]:
    marks = join_phrases(words("credits", "copyright_marks"))
    return re.compile(rf"^\W{{0,2}}(?:{marks})\s?(?:©\s?|\(c\)\s?)?(?:\d{{4}}|[A-Z])", re.I)


@cache
def _time_line() -> re.Pattern[str]:
    """'Updated: 5 June 2019', 'Posted 12:03 GMT', and a date alone: '5 June 2019'."""
    labels = join_phrases(words("credits", "time_labels"))
    months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    label = (
        rf"(?:[\w\s|]{{0,24}}\|\s?)?(?:{labels})\b(?:\s(?:on|at))?\s?:?\s?[\w,.:/|\s-]{{0,40}}\d[\w,.:/|\s()-]{{0,30}}$"
    )
    weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    day = rf"{weekday}(?:\d{{1,2}}\s(?:{months})[a-z]{{0,6}}\.?,?\s\d{{4}}|(?:{months})[a-z]{{0,6}}\.?\s\d{{1,2}},?\s\d{{4}})[\w,:|\s-]{{0,25}}$"
    return re.compile(rf"^\W{{0,3}}(?:{label}|{day})", re.I)


@cache
def _dateline() -> re.Pattern[str]:
    """'ASHGATE, June 5 (Reuters) - ', '(CNN) ', 'Ashgate (AFP) – ', 'ASHGATE — ': what stands before the report."""
    names = join_phrases(outlet_names(ambiguous=True))
    place = r"[A-Z][\w'’.-]*(?:[\s,/]{1,2}[A-Z][\w'’.-]*){0,5}"
    day = r"(?:,?\s(?:\w{3,9}\.?\s\d{1,2}|\d{1,2}\s\w{3,9}\.?)(?:,?\s\d{4})?)?"
    bracket = rf"\(\s?(?:{names})(?:\s?[/,]\s?(?:{names}))?\s?\)"
    with_bracket = rf"(?:(?:{place}{day}|{day.lstrip(',?')}),?\s)?{bracket}\s?(?:[-–—:]{{1,2}}\s?|,?\s(?=[A-Z\"“‘']))"
    dashed = rf"(?:[A-Z][A-Z'’.-]+(?:[\s,/]{{1,2}}[A-Z][\w'’.-]+){{0,4}}){day}\s?(?:[–—]|--)\s"
    return re.compile(rf"(?:{with_bracket}|{dashed})")


@cache
def _sign_off() -> re.Pattern[str]:
    """At the end of a paragraph of the report: '(Reporting by …; editing by …)', '(AFP)', '— AFP', '/Xinhua'."""
    names = join_phrases(outlet_names())
    starts = join_phrases(words("credits", "byline_starts"))
    team = rf"[(\[]\s?(?i:{starts})\b[^()]{{0,280}}[)\]]?\W{{0,2}}$"
    outlet = rf"(?:(?<=[.!?\"”’'])\s?[(\[](?:{names})(?:\s?[/,]\s?(?:{names})){{0,3}}[)\]]|(?<=[.!?\"”’'])\s?[-–—/]{{1,2}}\s?(?:{names}))\W{{0,2}}$"
    return re.compile(rf"(?:{team}|{outlet})")
