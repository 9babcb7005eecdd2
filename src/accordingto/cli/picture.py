"""A picture of what ``show`` prints, for a page that cannot hold colours.

python -m accordingto.cli.picture LEDGER --limit 1 > docs/pictures/tolmir.svg
"""

import io
import re

import click
from rich.console import Console
from rich.terminal_theme import MONOKAI

from accordingto.cli.accounts import render_accounts
from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.model.place import Place
from accordingto.query import Narrow, ask_questions, count_lines
from accordingto.store import open_store

WIDTH = 82


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--limit", type=int, default=2, help="Questions in the picture.")
@click.option("--attribute", help="Only questions of this attribute.")
def draw(ledger: Place, limit: int, attribute: str | None) -> None:
    """Print an SVG of the first questions of a ledger."""
    with open_store(ledger).view() as view:
        findings = view.findings()
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    accounts = ask_questions(findings, Narrow(attribute=attribute))
    for line in render_accounts(accounts, count_lines(findings), Page(console, WIDTH - 2), limit=limit):
        console.print(line, soft_wrap=True)
    title = f"accordingto show {ledger.name}"
    drawn = console.export_svg(title=title, theme=MONOKAI, unique_id="show")
    # Without its web fonts the picture asks nobody for anything.
    click.echo(re.sub(r"@font-face \{[^}]*\}\s*", "", drawn))


if __name__ == "__main__":
    draw()
