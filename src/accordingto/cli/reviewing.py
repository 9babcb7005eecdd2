"""What the commands of ``accordingto review`` share: the ledger's desk, and what a review does, in words."""

from typing import TYPE_CHECKING

import click
from rich.text import Text

from accordingto.cli.judge import existing
from accordingto.cli.terminal import neutralise, open_console
from accordingto.model.place import Place
from accordingto.settings import Settings

if TYPE_CHECKING:
    from accordingto.judging import Desk
    from accordingto.model.review import Review

DRY = click.option("--dry-run", is_flag=True, help="Show what it would do to the questions, and save nothing.")


def open_desk(settings: Settings, ledger: Place) -> "Desk":
    """The desk of a ledger that exists."""
    from accordingto.judging import Desk
    from accordingto.store import open_store

    return Desk(open_store(existing(ledger), settings.busy_seconds))


def do_review(desk: "Desk", made: "Review", *, dry: bool) -> None:
    """Save the review, or only look at it, and print what it does."""
    from accordingto.judging import render_told

    if dry:
        told = desk.preview(made).told
    else:
        saved = desk.write(made)
        told = saved.told
        print_line(f"review {saved.review.number} by {saved.review.by}")
    for each in told:
        for line in render_told(each):
            print_line(line)
    if not told:
        print_line("no question stands otherwise")


def print_line(line: str) -> None:
    """Words for the terminal, which may come from documents and are shown, not obeyed."""
    open_console().print(Text(neutralise(line)), soft_wrap=True)
