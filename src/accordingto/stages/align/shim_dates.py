"""A stand-in until ``text.dates`` lands: weekdays, months, years, 'two weeks ago', 'last month', 'today'."""

import re
from datetime import date, timedelta

from accordingto.model.dates import DateRange
from accordingto.model.document import Span

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
PATTERN = re.compile(
    r"\b(?:(?P<wd>" + "|".join(DAYS) + r")(?: \((?P<d>\d{1,2})/(?P<m>\d{1,2})\))?"
    r"|(?P<last>last|this)? ?(?P<mon>"
    + "|".join(m.capitalize() for m in MONTHS)
    + r")(?: (?P<day>\d{1,2})(?!\d))?(?:,? (?P<y>\d{4}))?"
    r"|(?P<n>\w{1,9}) (?P<u>day|week|month|year)s? ago|(?P<rel>last|this) (?P<ru>week|month|year)"
    r"|(?P<t>today|yesterday)|(?:in |the |In |The )(?P<yy>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())} | {"a": 1}


def find_dates(text: str, anchor: DateRange | None) -> list[tuple[Span, DateRange]]:
    out = []
    for m in PATTERN.finditer(text):
        try:
            r = value(m, anchor)
        except ValueError:
            r = None
        if r is not None:
            out.append((Span(*m.span()), r))
    return out


def month(y: int, m: int) -> DateRange:
    nxt = date(y + (m == 12), m % 12 + 1, 1)
    return DateRange(date(y, m, 1), nxt - timedelta(days=1))


def value(m: re.Match[str], anchor: DateRange | None) -> DateRange | None:
    g = m.groupdict()
    now = anchor.end if anchor else None
    if g["yy"]:
        return DateRange(date(int(g["yy"]), 1, 1), date(int(g["yy"]), 12, 31))
    if g["mon"]:
        k = MONTHS.index(g["mon"].lower()) + 1
        if g["mon"][0].islower():
            return None
        if g["y"]:
            y = int(g["y"])
        elif now:
            y = now.year - (k > now.month or (g["last"] == "last" and k == now.month))
        else:
            return None
        return DateRange(date(y, k, int(g["day"])), date(y, k, int(g["day"]))) if g["day"] else month(y, k)
    if now is None:
        return None
    if g["wd"]:
        back = (now.weekday() - DAYS.index(g["wd"].lower())) % 7
        d = now - timedelta(days=back)
        return DateRange(d, d)
    if g["t"]:
        d = now - timedelta(days=g["t"].lower() == "yesterday")
        return DateRange(d, d)
    if g["rel"]:
        if g["ru"].lower() == "year":
            y = now.year - (g["rel"].lower() == "last")
            return DateRange(date(y, 1, 1), date(y, 12, 31))
        if g["ru"].lower() == "week":
            return DateRange(now - timedelta(days=14), now)
        y, k = (
            (now.year, now.month)
            if g["rel"].lower() == "this"
            else (now.year - (now.month == 1), (now.month - 2) % 12 + 1)
        )
        return month(y, k)
    n = SMALL.get(g["n"].lower(), int(g["n"]) if g["n"].isdigit() else None)
    if n is None:
        return None
    u = {"day": 1, "week": 7, "month": 30, "year": 365}[g["u"].lower()]
    mid, slack = now - timedelta(days=n * u), timedelta(days=u // 2)
    if u == 365:
        return DateRange(date(mid.year, 1, 1), date(mid.year, 12, 31))
    return DateRange(mid - slack, mid + slack)
