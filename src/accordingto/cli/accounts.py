"""How questions and answers look on a terminal, 80 columns or more.

    ━━ Contested · 2 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    How many were killed?                                                   killed
    raid on Tolmir · 14 May 2024 · Tolmir
    Why contested: the ministry says 9, the Front says 31 or more.

      9 soldiers                                                          1 origin
      │ Norvian defence ministry
      │   “… stormed an army depot in the town of Tolmir, killing nine soldiers”
      │   Meridian Wire, 14 May 2024
      ╎ ✗ denied by Sarn Valley Front
      ╎   “…”

Everything that comes from a document passes through ``neutralise``. The layout is the same with and without colour,
so that nothing is said by colour alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from accordingto.cli.layout import Page
from accordingto.cli.statuses import COLOURS, render_statuses
from accordingto.cli.terminal import neutralise
from accordingto.model.claim import ClaimStance, Status
from accordingto.query import Account, Counts, Held, Passage, Place, Quoted, Said
from accordingto.query.manner import Manner

INDENT = 2

# Mark, words and colour of what speaks against an answer.
AGAINST = {
    ClaimStance.DENIES: ("✗", "denied by", "bold red"),
    ClaimStance.CANNOT_VERIFY: ("?", "could not be verified by", "bold yellow"),
}

# What sets a party's own word and an accusation apart from what is told as fact.
MANNERS = {Manner.CLAIMED: "who claims it", Manner.ACCUSED: "who accuses"}

# More documents than these are counted, not listed.
MOST_PLACES = 6
# More wordings of the same words would hide the answer; all of them are in the export.
MOST_WORDINGS = 3


def render_accounts(accounts: Sequence[Account], counts: Counts, page: Page, *, limit: int | None) -> Iterator[Text]:
    """The lines of 'show': a heading, then the questions by status."""
    yield from _head(counts, page)
    shown = accounts if limit is None else accounts[:limit]
    totals = Counter(account.status for account in accounts)
    for status, group in groupby(shown, key=lambda account: account.status):
        yield Text()
        yield _section(status, totals[status], page)
        for account in group:
            yield Text()
            yield from _account(account, page)
    if len(shown) < len(accounts):
        yield Text()
        yield Text(f"{len(shown)} of {len(accounts)} questions shown; leave out --limit to see all.", style="dim")


def _head(counts: Counts, page: Page) -> Iterator[Text]:
    line = [_count(counts.documents, "document"), _count(counts.origins, "independent origin")]
    yield from page.wrap(Text(" · ".join([*line, _count(counts.questions, "question")])))
    if counts.questions:
        yield from page.wrap(render_statuses(counts.statuses))


def _section(status: Status, total: int, page: Page) -> Text:
    title = f"━━ {status.value.capitalize()} · {total} "
    return Text(title + "━" * max(0, page.width - len(title)), style=COLOURS[status])


def _account(account: Account, page: Page) -> Iterator[Text]:
    yield from page.spread(Text(account.asks, style="bold"), Text(account.question.attribute, style="dim"))
    about = Text(neutralise(account.about), style="italic")
    for each in (account.when, account.where):
        if each is not None:
            about.append(f" · {neutralise(each)}", style="not italic")
    yield from page.wrap(about)
    if account.question.reason:
        yield from page.wrap(Text(neutralise(account.question.reason), style="dim"))
    for held in account.answers:
        yield Text()
        yield from _answer(held, COLOURS[account.status], page)


def _answer(held: Held, colour: str, page: Page) -> Iterator[Text]:
    value = Text(neutralise(held.value), style="strike dim" if held.is_superseded else colour)
    if held.scope:
        value.append(f" {neutralise(held.scope)}", style="not bold not strike default")
    if held.is_superseded:
        value.append(", replaced by a later claim", style="not bold not strike dim")
    yield from page.spread(value, Text(_count(held.origins, "origin")), first=" " * INDENT)
    for said in held.asserted:
        yield from _said(said, _Bar("│", "dim" if held.is_superseded else colour), page)
    for said in (*held.denied, *held.doubted):
        yield from _said(said, _Bar("╎", AGAINST[said.stance][2]), page)


class _Bar(NamedTuple):
    """The line at the left of what is said for or against an answer."""

    mark: str
    style: str

    def at(self, indent: int) -> Text:
        """The start of a line that is indented behind the bar."""
        return Text.assemble(" " * INDENT, (self.mark, self.style), " " * (indent + 1))


def _said(said: Said, bar: _Bar, page: Page) -> Iterator[Text]:
    yield from page.wrap(_speaker(said), first=bar.at(0), rest=bar.at(INDENT * 2))
    inner = bar.at(INDENT)
    for quoted in said.quoted:
        yield from page.wrap(_quote(quoted.passage, is_own=said.is_narration), first=inner, rest=inner)
        yield from page.wrap(_cite(quoted), first=inner, rest=inner)
        for each in quoted.elsewhere[:MOST_WORDINGS]:
            line = Text(f"elsewhere: “{neutralise(each.words)}” ({_name(each.place)})", style="dim")
            yield from page.wrap(line, first=bar.at(INDENT), rest=bar.at(INDENT * 2))


def _speaker(said: Said) -> Text:
    line = Text()
    against = AGAINST.get(said.stance)
    if against is not None:
        line.append(f"{against[0]} {against[1]} ", style=against[2])
    if said.claimer is None:
        line.append("nobody named (‘reportedly’)", style="italic")
    else:
        line.append(neutralise(said.claimer), style="bold")
    if said.affiliations:
        line.append(f" ({neutralise(', '.join(said.affiliations))})")
    if said.is_narration:
        line.append(", in its own words", style="dim")
    if said.manner is not None and said.manner in MANNERS:
        line.append(f", {MANNERS[said.manner]}", style="dim")
    return line


def _quote(passage: Passage, *, is_own: bool) -> Text:
    style = "italic" if is_own else ""
    line = Text(style=style)
    line.append("“" + ("… " if passage.is_cut_before else ""))
    line.append(neutralise(passage.before))
    line.append(neutralise(passage.evidence), style="bold")
    line.append(neutralise(passage.after) + (" …" if passage.is_cut_after else "") + "”")
    return line


def _cite(quoted: Quoted) -> Text:
    """Through whom, in which documents, and what weakens it."""
    named = "; ".join(_name(place) for place in quoted.places[:MOST_PLACES])
    more = len(quoted.places) - MOST_PLACES
    parts = [
        f"via {neutralise(' → '.join(quoted.via))}" if quoted.via else "",
        f"{named}; and {more} more" if more > 0 else named,
        "hedged" if quoted.is_hedged else "",
        "replaced by a later claim" if quoted.is_superseded else "",
    ]
    return Text(" · ".join(part for part in parts if part), style="dim")


def _name(place: Place) -> str:
    parts = [place.name, *([place.date] if place.date else [])]
    cited = neutralise(", ".join(parts))
    return cited if place.derived is None else f"{cited} ({neutralise(place.derived)})"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
