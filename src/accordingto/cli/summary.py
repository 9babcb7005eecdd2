"""What a build came to, in a few lines."""

from collections.abc import Sequence
from shlex import quote

from rich.text import Text

from accordingto.cli.guard import complain
from accordingto.cli.statuses import render_statuses
from accordingto.cli.terminal import neutralise, open_console
from accordingto.ledger import Extension
from accordingto.model.place import Place
from accordingto.model.story import DECLARED
from accordingto.model.trace import Issue
from accordingto.query import Counts, count_kept
from accordingto.store import open_store

# More would bury the summary; all of them are in the ledger's table of issues.
MOST_ISSUES = 10


def name_issues(issues: Sequence[Issue]) -> None:
    """The first issues, a line each on standard error."""
    for issue in issues[:MOST_ISSUES]:
        complain(f"note: {issue.stage}: {issue.message}")


def print_summary(extension: Extension, ledger: Place, *, refused: int) -> None:
    """What was read, kept, refused and found."""
    with open_store(ledger).view() as view:
        counts = count_kept(view.connection)
    console = open_console()
    console.print(Text(neutralise(str(ledger)), style="bold"), soft_wrap=True)
    rows = _rows(extension, counts, refused)
    name_width = max(len(name) for name, _, _ in rows)
    number_width = max(len(f"{number:,}") for _, number, _ in rows)
    for name, number, note in rows:
        line = Text.assemble(f"  {name:<{name_width}}  ", (f"{number:>{number_width},}", "bold"), "  ", note)
        line.rstrip()
        console.print(line, soft_wrap=True)
    console.print(Text(f"See them with: accordingto show {neutralise(quote(str(ledger)))}"), soft_wrap=True)


def _grouped(extension: Extension) -> Text:
    """Who said that the documents are one story, where somebody did; else the way to see why there are several."""
    told = extension.outcome.stories
    if any(story.trace.rule == DECLARED for story in told):
        return Text("declared with --one-story")
    return Text("" if len(told) <= 1 else "only names and wordings are compared across them; see: accordingto stories")


def _linked(extension: Extension) -> str:
    linked = extension.outcome.linked
    return f"{linked:,} of them linked to reference data" if linked else ""


def _rows(extension: Extension, counts: Counts, refused: int) -> list[tuple[str, int, Text]]:
    read, kept = len(extension.read), extension.kept
    origins = f"of {counts.origins:,} independent {'origin' if counts.origins == 1 else 'origins'}"
    rows = [
        ("documents", counts.documents, Text(f"{origins}; {read:,} read now, {kept:,} read before")),
        ("stories", len(extension.outcome.stories), _grouped(extension)),
        ("attributions", counts.attributions, Text(f"{counts.narrated:,} of them the outlets' own words")),
        ("actors", counts.actors, Text(_linked(extension))),
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
