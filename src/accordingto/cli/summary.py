"""What a build came to, in a few lines."""

from pathlib import Path
from shlex import quote

from rich.table import Table
from rich.text import Text

from accordingto.cli.terminal import neutralise, open_console
from accordingto.ledger import Extension
from accordingto.model.claim import Status
from accordingto.query import Counts, count_lines

COLOURS = {Status.CONTESTED: "bold red", Status.UNVERIFIED: "yellow", Status.AGREED: "green", Status.SINGLE: "cyan"}


def print_summary(extension: Extension, ledger: Path, *, refused: int) -> None:
    """What was read, kept, refused and found."""
    counts = count_lines(extension.findings)
    console = open_console()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="left")
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for name, number, note in _rows(extension, counts, refused):
        table.add_row(Text(name), Text(f"{number:,}", style="bold"), note)
    console.print(Text(neutralise(str(ledger)), style="bold"), soft_wrap=True)
    console.print(table)
    console.print(Text(f"See them with: accordingto show {neutralise(quote(str(ledger)))}"), soft_wrap=True)


def _rows(extension: Extension, counts: Counts, refused: int) -> list[tuple[str, int, Text]]:
    read, kept = len(extension.read), extension.kept
    origins = f"of {counts.origins:,} independent {'origin' if counts.origins == 1 else 'origins'}"
    rows = [
        ("documents", counts.documents, Text(f"{origins}; {read:,} read now, {kept:,} read before")),
        ("attributions", counts.attributions, Text(f"{counts.narrated:,} of them the outlets' own words")),
        ("actors", counts.actors, Text("")),
        ("events", counts.events, Text("")),
        ("claims", counts.claims, Text("")),
        ("questions", counts.questions, render_statuses(counts.statuses)),
    ]
    if extension.repeated:
        rows.append(("given again", extension.repeated, Text("in the ledger already, or given twice")))
    if refused:
        rows.append(("refused", refused, Text("named on standard error")))
    if counts.issues:
        rows.append(("issues", counts.issues, Text("named on standard error")))
    return rows


def render_statuses(statuses: dict[Status, int]) -> Text:
    """'4 contested, 1 unverified', each in its colour."""
    order = (Status.CONTESTED, Status.UNVERIFIED, Status.AGREED, Status.SINGLE)
    shown = [Text(f"{statuses[each]:,} {each.value}", style=COLOURS[each]) for each in order if statuses[each]]
    return Text(", ").join(shown)
