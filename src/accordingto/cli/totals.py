"""One number for an event, six ways, as ``show --totals`` has them.

raid on Tolmir · 14 May 2024                                           killed
   11  most conservative (ACLED)
       9 (the lowest of 3 origins, each by its latest figure; said by …) + 2 (…)
   16  best (UCDP)
"""

from collections.abc import Iterator, Sequence

from rich.text import Text

from accordingto.cli.layout import Page
from accordingto.cli.terminal import neutralise
from accordingto.model.claim import NumberValue
from accordingto.model.findings import Findings
from accordingto.query import Account
from accordingto.query.figures import Tallies
from accordingto.query.totals import Measure, find_totals

NUMBER_WIDTH = 7


def render_totals(findings: Findings, accounts: Sequence[Account], page: Page) -> Iterator[Text]:
    """The totals of each event's question that numbers answer, in the order of the accounts."""
    tallies, events = Tallies(findings), {event.id: event for event in findings.events}
    for account in accounts:
        event = events.get(account.question.subject.event or "")
        if event is None or not any(isinstance(each.value, NumberValue) for each in account.question.answers):
            continue
        totals = find_totals(tallies.figures(event, account.question.attribute))
        when = "" if account.when is None else f" · {account.when}"
        title = Text(neutralise(account.about + when), style="bold")
        yield from page.spread(title, Text(account.question.attribute, style="dim"))
        for measure in Measure:
            number = totals[measure].number
            shown = "–" if number is None else f"{number:,}"
            yield Text.assemble((f"{shown:>{NUMBER_WIDTH}}", "bold"), f"  {measure.value}")
            indent = " " * (NUMBER_WIDTH + 2)
            yield from page.wrap(Text(neutralise(totals[measure].why), style="dim"), first=indent, rest=indent)
        yield Text()
