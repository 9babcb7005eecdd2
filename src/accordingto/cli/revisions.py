"""``accordingto revisions``: pages that changed between two readings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from rich.text import Text

from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import neutralise, open_console
from accordingto.model.place import Place
from accordingto.settings import Settings

if TYPE_CHECKING:
    from accordingto.model.claim import Claim
    from accordingto.query.revisions import Revised


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--plain", is_flag=True, help="Without colour, as it is printed to a pipe.")
@click.pass_obj
def revisions(settings: Settings, *, ledger: Place, plain: bool) -> None:
    """Show pages that were read at several times with different words.

    Sentences that were taken out stand behind '-', those that stand there now behind '+'. Claims that gave way to
    others of the same page are superseded in the ledger: they stay on record and contest nothing.

    \b
    Example:
      accordingto revisions raid.ledger
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.cli.guard import complain
    from accordingto.query.revisions import find_revised
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        findings = view.findings()
    console = open_console(plain=plain)
    names = {actor.id: actor.name for actor in findings.resolution.actors}
    found = find_revised(findings)
    for each in found:
        for line in _render(each, names, Page(console, console.width)):
            console.print(line, soft_wrap=True)
    if not found:
        complain(f"{ledger}: no page was read twice with different words")


def _render(revised: "Revised", names: dict[str, str], page: Page) -> Iterator[Text]:
    title = revised.later.title or revised.later.uri
    yield from page.wrap(Text(neutralise(title), style="bold"))
    yield from page.wrap(Text(neutralise(revised.note), style="dim"), first="  ", rest="  ")
    for before, after in revised.changes:
        for words, mark, colour in ((before, "- ", "red"), (after, "+ ", "green")):
            if words is not None:
                yield from page.wrap(Text(neutralise(words), style=colour), first=f"  {mark}", rest="    ")
    for old, new in revised.corrections:
        words = f"{old.attribute}: {_value(old, names)} gave way to {_value(new, names)}"
        yield from page.wrap(Text(neutralise(words), style="bold"), first="  ", rest="  ")
    yield Text()


def _value(claim: "Claim", names: dict[str, str]) -> str:
    from accordingto.query.words import render_value

    return render_value(claim.value, names)
