"""The days of an event, from the days of its mentions: the most exact first, news last."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from accordingto.model.dates import DateRange
from accordingto.model.event import EventKind
from accordingto.stages.align.bundle import Bundle
from accordingto.stages.align.families import Family
from accordingto.stages.align.told import Told
from accordingto.stages.align.when import Basis

# What the top of a report tells without a date happened within so many days before it came out.
NEWS_DAYS = 3
# Exact days this close to each other are one event of several days.
RUN_DAYS = 2
EXACT_DAYS = 3


def date_event(bundle: Bundle, family: Family) -> DateRange | None:
    """The days in which an event lies; ``None`` when nothing dates it.

    Lasting events may take up a run of days; of others the day told most often is theirs. A war is dated by its own
    words only.
    """
    lasting, state = family.lasting, family.name == "war"
    told = _in_time(bundle)
    violent = family.kind is EventKind.ASSAULT and not state
    # 'Two were found slain, police said on Thursday': the day of telling is no day of violence.
    for basis in (Basis.OWN, Basis.CLAUSE) if violent else (Basis.OWN, Basis.CLAUSE, Basis.SPEECH):
        sure = _sure_days(bundle) if violent and basis is Basis.OWN else []
        days = agree([*_days_by(told, basis, twice=violent), *sure], lasting=lasting)
        if days is not None and not (violent and _is_in_passing(bundle, days)):
            lower = [each.dated.days for each in told if each.dated is not None and each.dated.basis < basis]
            return narrow(days, [*lower, *_set_days(bundle)])
    return None if state else _date_news(bundle, lasting=lasting)


def _date_news(bundle: Bundle, *, lasting: bool) -> DateRange | None:
    """The days of what no words of its own date: those of the news, or a day that merely stands near."""
    news = _news_date(bundle.mentions)
    if news is not None and news.days == 1:
        return news
    before = agree(_nearby(bundle.mentions), lasting=lasting)
    speech = agree(_days_by(bundle.mentions, Basis.SPEECH), lasting=lasting)
    return speech or _recent(before, news) or news or before


def _in_time(bundle: Bundle) -> list[Told]:
    """The mentions, but those dated after a report that tells of the event at its top came out."""
    out = [told.published.end for told in bundle.mentions if told.lead and told.published is not None]
    last = min(out, default=None)
    return [each for each in bundle.mentions if last is None or each.dated is None or each.dated.days.start <= last]


def _days_by(mentions: Sequence[Told], basis: Basis, *, twice: bool = False) -> list[DateRange]:
    """The days that mentions give in one way; ``twice`` lets those at the top of a report count twice."""
    days = [(each.dated.days, each.lead) for each in mentions if each.dated is not None and each.dated.basis is basis]
    return [each for each, _ in days] + [each for each, lead in days if lead and twice]


def _is_in_passing(bundle: Bundle, days: DateRange) -> bool:
    """'Shot last month', far from the top of a report of something newer."""
    news = _news_date(bundle.mentions)
    if days.days <= EXACT_DAYS or news is None or news.overlaps(days):
        return False
    return days not in _days_by([told for told in bundle.mentions if told.lead], Basis.OWN)


def _set_days(bundle: Bundle) -> list[DateRange]:
    """The days on which the reports are set that tell of the event at their top."""
    return sorted({told.setting.day for told in bundle.mentions if told.lead and told.setting.day is not None})


def _sure_days(bundle: Bundle) -> list[DateRange]:
    """'It happened on Friday' says when as plainly as the event's own words."""
    found = {(t.document, t.setting.sure) for t in bundle.mentions if t.lead and t.setting.sure is not None}
    return sorted(days for _, days in found if days is not None)


def _nearby(mentions: Sequence[Told]) -> list[DateRange]:
    """Dates that merely stand near; 'recent attacks' and bare words are no single event that they could date."""
    single = (told for told in mentions if not (told.fresh or told.generic or (told.plural and told.definite)))
    return [told.dated.days for told in single if told.dated is not None and told.dated.basis is Basis.BEFORE]


def agree(ranges: Sequence[DateRange], *, lasting: bool) -> DateRange | None:
    """The days most of some ranges agree on: exact ones first, a run of days as one stretch."""
    if not ranges:
        return None
    exact = sorted(days for days in ranges if days.days <= EXACT_DAYS)
    if not lasting:
        # 'Overnight' and 'at 2 on Tuesday' were on Tuesday.
        inner = {days for days in exact if not any(_holds(days, other) for other in exact)}
        exact = [next((i for i in sorted(inner) if _holds(days, i)), days) for days in exact]
    if exact:
        return _longest_run(exact if lasting else _most_told(exact))
    best = min(ranges, key=lambda days: (-sum(days.overlaps(other) for other in ranges), days.days, days))
    return narrow(best, ranges)


def _holds(days: DateRange, other: DateRange) -> bool:
    """Whether some days hold fewer others."""
    return days != other and days.start <= other.start and other.end <= days.end


def _most_told(exact: Sequence[DateRange]) -> list[DateRange]:
    """The days that most mentions give, several where as many give others."""
    told = Counter(exact)
    return sorted(days for days in told if told[days] == max(told.values()))


def _longest_run(exact: Sequence[DateRange]) -> DateRange:
    """Of days that lie close together, the group told most often."""
    runs: list[list[DateRange]] = []
    for days in exact:
        if runs and (days.start - runs[-1][0].end).days <= RUN_DAYS:
            runs[-1].append(days)
        else:
            runs.append([days])
    run = max(runs, key=lambda each: (len(each), each[0].start))
    return DateRange(min(d.start for d in run), max(d.end for d in run))


def narrow(days: DateRange, others: Sequence[DateRange]) -> DateRange:
    """The part of some days that other ranges leave possible; those that exclude them are passed over."""
    for other in sorted(others, key=lambda each: (each.days, each)):
        if days.overlaps(other):
            days = DateRange(max(days.start, other.start), min(days.end, other.end))
    return days


def _recent(before: DateRange | None, news: DateRange | None) -> DateRange | None:
    """An exact day that stands nearby, where it is a day of the news."""
    fits = before is not None and news is not None and before.days <= EXACT_DAYS and before.overlaps(news)
    return before if fits else None


def _news_date(mentions: Sequence[Told]) -> DateRange | None:
    """An event that the top of a report tells without a date is news of the days before."""
    set_on = Counter(told.setting.day for told in mentions if told.lead and told.setting.day is not None)
    if set_on:
        return min(set_on, key=lambda day: (-set_on[day], day))
    out = [told.published for told in mentions if told.lead and not told.plural and told.published is not None]
    if not out:
        return None
    first = min(out, key=lambda days: (days.end, days.start))
    return DateRange(first.start - timedelta(days=NEWS_DAYS), first.end)
