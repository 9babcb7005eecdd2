"""Seasons: 'last summer', 'the spring of 2022', 'this winter'."""

import re

from accordingto.text.dates.absolute import stated_year
from accordingto.text.dates.calendar import Stretch, make_season
from accordingto.text.dates.choose import choose, years_around
from accordingto.text.dates.context import Basis, Context, Rule
from accordingto.text.dates.patterns import STATED, pattern, table


def _read(match: re.Match[str], context: Context) -> Stretch | None:
    season = str(table("seasons")[match["s"].lower()])
    year = stated_year(match, context)
    if year is not None:
        return make_season(year, season)
    word = (match.groupdict().get("r") or "").lower()
    return _choose(word, [make_season(each, season) for each in years_around(context)], context)


def _choose(word: str, found: list[Stretch], context: Context) -> Stretch | None:
    """'last': the latest that is over; 'next': the first to come; 'this': the year's own; else what the clause says."""
    if context.anchor is None or not found:
        return None
    if word.endswith(("last", "past")):
        over = [each for each in found if each.days.end < context.anchor]
        return max(over, key=lambda each: each.days, default=None)
    if word == "next":
        ahead = [each for each in found if each.days.start > context.anchor]
        return min(ahead, key=lambda each: each.days, default=None)
    return found[1] if word == "this" else choose(found, context)


RULES = [
    Rule(
        "season", pattern(rf"(?:the_)?<season:s>_(?:of_)?(?:{STATED}|(?P<ry>last|this|next)_year)"), _read, Basis.STATED
    ),
    Rule("season", pattern(r"(?P<r>last|this|next|past|this_past)_<season:s>"), _read, Basis.PUBLISHED),
    Rule("season", pattern(r"(?:in|during|since|until|by)_the_<season:s>"), _read, Basis.PUBLISHED),
    # 'fall', 'spring' alone are verbs and coils as well.
    Rule(
        "season",
        pattern(r"(?:the_)?(?:early_|late_|mid-)?<season:s>"),
        _read,
        Basis.PUBLISHED,
        marked_only=True,
    ),
]
