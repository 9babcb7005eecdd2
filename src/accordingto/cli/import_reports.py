"""``accordingto import``: a table of hand-coded reports in, one line an event and aggregation out."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accordingto.cli.export import beside, need_file, write_whole
from accordingto.cli.guard import DONE, SOME_REFUSED, complain, refuse
from accordingto.errors import InputRefused, UsageError

if TYPE_CHECKING:
    from accordingto.stages.aggregate import Plan, Report

# More lines would bury the summary.
MOST_REFUSED = 20

# Option -> the kind of column that it names.
KINDS = ("text", "count", "number", "flag", "start", "end")


def _name_columns(command: Any) -> Any:
    """An option for each kind of column that a short mapping can have."""
    words = {
        "text": "a name or category",
        "count": "a number of people",
        "number": "another number",
        "flag": "0 or 1",
        "start": "the first day",
        "end": "the last day",
    }
    for kind in reversed(KINDS):
        option = click.option(f"--{kind}", metavar="COLUMN", multiple=True, help=f"A column that holds {words[kind]}.")
        command = option(command)
    return command


@click.command("import")
@click.argument("table", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="REPORTS.csv")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="Where to write.")
@click.option("--map", "mapping", metavar="MAP", help="A mapping: a YAML file, or eventreport, which comes with it.")
@click.option("--event", metavar="COLUMN", help="Without --map: the column that names the event.")
@click.option("--source", metavar="COLUMN", help="Without --map: the column that says whose report it is.")
@click.option("--trust", metavar="COLUMN", multiple=True, help="Without --map: what settles ties, the highest first.")
@_name_columns
def import_reports(
    *,
    table: Path,
    output: Path,
    mapping: str | None,
    event: str | None,
    source: str | None,
    trust: tuple[str, ...],
    **kinds: tuple[str, ...],
) -> int:
    """Make one line an event of hand-coded reports, under four declared rules side by side.

    REPORTS.csv has a row a report and several rows an event. The rules are the most conservative, most informative and
    most representative of the R package eventreport, and the last of these with one vote an origin. Beside
    events.csv, events.rules.csv says which rule made a value and events.answers.csv what each report said;
    docs/aggregation.md explains them.

    Rows that cannot be used are named on standard error, and the exit status is 1.

    \b
    Example:
      accordingto import reports.csv --map eventreport -o events.csv
      accordingto import reports.csv --event id --source outlet --count deaths --start day -o events.csv
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.export.reports_csv import render_answers, render_lines, render_rules
    from accordingto.intake.plans import load_plan, make_plan
    from accordingto.intake.reports import read_reports
    from accordingto.stages.aggregate import aggregate, find_spreads

    need_file(output)
    columns = {name: kind for kind in KINDS for name in kinds[kind]}
    if (mapping is None) == (event is None) or (mapping is not None and (columns or source or trust)):
        raise UsageError(
            "say how to read the columns, either with --map or with --event, --source, --count and the like"
        )
    given = {"event": event, "source": source, "trust": list(trust), "columns": columns}
    plan = make_plan(given, "options") if mapping is None else load_plan(mapping)
    rows = list(read_reports(table, plan))
    refused = [row for row in rows if isinstance(row, InputRefused)]
    for each in refused[:MOST_REFUSED]:
        refuse(each)
    reports = [row for row in rows if not isinstance(row, InputRefused)]
    if not reports:
        raise UsageError(f"{table}: no row could be used, so there is nothing to write")
    spreads = list(find_spreads(reports, plan))
    write_whole(output, render_lines(aggregate(reports, plan), plan).encode())
    write_whole(beside(output, "rules"), render_rules(plan).encode())
    write_whole(beside(output, "answers"), render_answers(spreads).encode())
    statuses = Counter(spread.status for spread in spreads if spread.status is not None)
    click.echo(_summarise(reports, plan) + "".join(f"; {statuses[each]:,} {each.value}" for each in sorted(statuses)))
    if refused:
        complain(f"{len(refused):,} rows were refused; the others were used")
    return SOME_REFUSED if refused else DONE


def _summarise(reports: "list[Report]", plan: "Plan") -> str:
    events = len({report[plan.event] for report in reports})
    reported = "1 report" if len(reports) == 1 else f"{len(reports):,} reports"
    return f"{reported} of {'1 event' if events == 1 else f'{events:,} events'}"
