"""The shapes of credits: source lines, bylines, datelines, sign-offs, copyright and time lines."""

import re
from functools import cache

from accordingto.text.outlets import outlet_names
from accordingto.text.phrases import join_phrases, words

# Words that look like names, with the small words that may stand between them.
_NAMES = r"[A-Z@][\w'’.&@/-]*(?:[,\s]+(?:and|of|for|in|the|de|al|von|van|[A-Z@&|/][\w'’.&@/-]*)){0,14}"
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"


@cache
def source_line() -> re.Pattern[str]:
    """'Source: Ostrel Times', 'Originally published by Ostrel Times': a label and names, nothing else."""
    labels = words("credits", "source_labels")
    bare = join_phrases(each for each in labels if " " not in each)
    long = join_phrases(each for each in labels if " " in each)
    label = rf"(?:(?i:{bare})\s?[:–—-]|(?i:{long})\s?:?)"
    return re.compile(rf"\W{{0,3}}{label}\s?(?:the\s)?(?P<names>{_NAMES})\W{{0,2}}(?:on [\w\s,]{{3,30}})?$")


@cache
def byline() -> re.Pattern[str]:
    """'By Dana Ostrel and Rell Harrow', and no line of a wrapped text as 'BY THE POLICE' is."""
    return re.compile(rf"^(?:By|BY|by)\s+(?!(?i:the|an?|this|that|their|his|her)\s(?!associated)){_NAMES}\W{{0,2}}$")


@cache
def contributed() -> re.Pattern[str]:
    """'… contributed to this report' ends the line."""
    ends = join_phrases(words("credits", "share_ends"))
    return re.compile(rf"\b(?:{ends})(?:\s+from\s[\w\s,]{{2,40}})?\W{{0,3}}$", re.IGNORECASE)


@cache
def only_outlets() -> re.Pattern[str]:
    """A line of nothing but outlets: 'AFP', '— Reuters', 'AP/AFP'."""
    names = join_phrases(outlet_names())
    more = rf"(?:\s?[/,&|+]\s?(?:and\s)?(?:{names})){{0,4}}"
    return re.compile(rf"^[-–—\s(]{{0,4}}(?:the\s)?(?:{names}){more}[)\s.]{{0,2}}$")


@cache
def copyright_notice() -> re.Pattern[str]:
    """'Copyright 2014 Ostrel Press. All rights reserved', the sign of it first."""
    marks = join_phrases(words("credits", "copyright_marks"))
    names = join_phrases(outlet_names())
    sure = rf"(?:\d{{4}}|(?:by\s)?(?:the\s)?(?:{names})(?!\w)|[^\n]{{0,80}}\brights reserved)"
    return re.compile(rf"^\W{{0,2}}(?:{marks})\s?(?:©\s?|\(c\)\s?)?{sure}", re.IGNORECASE)


@cache
def time_line() -> re.Pattern[str]:
    """'Updated: 5 June 2019', 'Posted 12:03 GMT', and a date alone: '5 June 2019'."""
    labels = join_phrases(words("credits", "time_labels"))
    before = r"(?:[\w\s|]{0,24}\|\s?)?"
    figures = r"[\w,.:/|\s-]{0,40}\d[\w,.:/|\s()-]{0,30}$"
    label = rf"{before}(?:{labels})\b(?:\s(?:on|at))?\s?:?\s?{figures}"
    weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    day = rf"(?:\d{{1,2}}\s{_MONTHS}\.?,?\s\d{{4}}|{_MONTHS}\.?\s\d{{1,2}},?\s\d{{4}})[\w,:|\s-]{{0,25}}$"
    return re.compile(rf"^\W{{0,3}}(?:{label}|{weekday}{day})", re.IGNORECASE)


@cache
def dateline(*, shouting: bool = False) -> re.Pattern[str]:
    """'ASHGATE, June 5 (Reuters) - ', '(CNN) ', 'Ashgate (AFP) – ', 'ASHGATE — ': what stands before the report.

    The state may stand in brackets behind the town: 'ASHGATE (Marsh), June 5 (AP) '.

    Args:
        shouting: the text is in capitals throughout, so that capitals before a dash show nothing.
    """
    names = join_phrases(outlet_names(ambiguous=True))
    state = r"(?:\s\([A-Z][\w'’.\s-]{1,30}\))?"
    place = rf"[A-Z][\w'’.-]*(?:[\s,/]{{1,2}}[A-Z][\w'’.-]*){{0,5}}{state}"
    bare_day = r"(?:[A-Z]\w{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z]\w{2,8}\.?)(?:,?\s\d{2,4})?"
    day = rf"(?:,?\s{bare_day})?"
    bracket = rf"\(\s?(?P<outlet>{names})(?:\s?[/,]\s?(?:{names}))?\s?\)"
    after = r"\s?(?:[-–—:]{1,2}\s?|,?\s(?=[A-Z\"“‘'\[]))"
    with_bracket = rf"(?:(?:{place}{day}|{bare_day}),?\s)?{bracket}{after}"
    shouted = rf"(?:[A-Z][A-Z'’.-]+(?:[\s,/]{{1,2}}[A-Z][\w'’.-]+){{0,4}}){day}"
    dashed = rf"{shouted}\s?(?:[–—]|--)\s"
    # An agency that no list has: a shouted place and a bracketed name before a dash are shape enough.
    unlisted = rf"{shouted}\s?\([A-Z][\w'’.& ]{{1,40}}\)\s?[-–—]{{1,2}}\s"
    return re.compile(with_bracket if shouting else rf"(?:{with_bracket}|{dashed}|{unlisted})")


@cache
def sign_off() -> re.Pattern[str]:
    """At the end of a paragraph of the report: '(Reporting by …; editing by …)', '(AFP)', '— AFP', 'PTI KLM ORS'.

    The last is an agency with the initials of its desk, which only stand there.
    """
    names = join_phrases(outlet_names())
    starts = join_phrases(words("credits", "byline_starts"))
    team = rf"[(\[]\s?(?i:{starts})\b[^()]{{0,280}}[)\]]?\W{{0,2}}$"
    ended = r"(?<=[.!?\"”’'])\s?"
    bracketed = rf"[(\[](?:{names})(?:\s?[/,]\s?(?:{names})){{0,3}}[)\]]"
    desk = rf"(?:{join_phrases(outlet_names(agencies_only=True))})(?:\s[A-Z]{{2,4}}){{1,5}}"
    return re.compile(rf"(?:{team}|{ended}(?:{bracketed}|[-–—/]{{1,2}}\s?(?:{names})|{desk})\W{{0,2}}$)")
