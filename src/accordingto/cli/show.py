"""``accordingto show``: the questions of a ledger and their answers, in the terminal."""

import click

from accordingto.cli.guard import complain
from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import open_console
from accordingto.model.findings import Findings
from accordingto.model.place import Place
from accordingto.query.narrow import Narrow
from accordingto.settings import Settings


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--actor", metavar="NAME", help="Only questions about this actor, or that it answers, denies or relays.")
@click.option("--event", metavar="WORDS", help="Only questions about events with these words in name, place or date.")
@click.option("--attribute", metavar="NAME", help="Only questions of this attribute: killed, responsible, leader ...")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N questions.")
@click.option("--totals", is_flag=True, help="One number an event under each declared rule, instead of the answers.")
@click.option("--plain", is_flag=True, help="Without colour, as it is printed to a pipe.")
@click.pass_obj
def show(
    settings: Settings,
    *,
    ledger: Place,
    actor: str | None,
    event: str | None,
    attribute: str | None,
    limit: int | None,
    totals: bool,
    plain: bool,
) -> None:
    """Show the questions and their answers: what is contested first.

    Each answer has the number of independent origins that assert it, those who say so with their words, who relays
    them, and, set apart, who denies it and who could not verify it. Where no question fits, a line on standard error
    says so and the exit status is 0.

    \b
    Example:
      accordingto show raid.ledger --attribute killed
      accordingto show raid.ledger --attribute killed --totals
      accordingto show raid.ledger --actor "defence ministry" --plain | less
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.cli.accounts import render_accounts
    from accordingto.cli.totals import render_totals
    from accordingto.query import ask_questions, count_lines
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        findings = view.findings()
    narrow = Narrow(actor, event, attribute)
    accounts = ask_questions(findings, narrow)
    console = open_console(plain=plain)
    page = Page(console, console.width)
    lines = (
        render_totals(findings, accounts[:limit], page)
        if totals
        else render_accounts(accounts, count_lines(findings), page, limit=limit)
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    if not accounts:
        complain(_why_nothing(findings, ledger, narrow))


def _why_nothing(findings: Findings, ledger: Place, narrow: Narrow) -> str:
    """Why no question is shown, and what could be asked instead."""
    from accordingto.query.suggest import suggest

    if not findings.questions:
        return f"{ledger}: no question is answered by these documents yet; add more with: accordingto build"
    asked = {"--actor": narrow.actor, "--event": narrow.event, "--attribute": narrow.attribute}
    options = " ".join(f'{name} "{words}"' for name, words in asked.items() if words is not None)
    return f"{ledger}: no question fits {options}; {suggest(findings, narrow)}"
