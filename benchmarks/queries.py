"""How long the queries behind the pages of a story and of a question take in a ledger of 100,000 documents.

The ledger is the example story many times over, multiplied in SQL under ids of its own: no reading, no comparing.
``python -m benchmarks.queries FILE --documents N`` makes one and prints every query's time.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from click.testing import CliRunner
from sqlalchemy import Connection, Table, text

from accordingto.cli import main as command
from accordingto.query.board import Chosen, count_attributes, count_statuses, list_cards
from accordingto.query.find import find_names
from accordingto.query.folio import open_folio
from accordingto.query.overview import find_story, list_moments, tally
from accordingto.store import SqlStore, tables
from accordingto.store.aids import make_finding_aids
from accordingto.store.part import Wanted, load_part

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "tolmir"
DOCUMENTS = 100_000
# So many stories are opened, each of them elsewhere in the ledger.
OPENED = 15

# Columns that hold ids without saying so by a foreign key.
_LOOSE = {"relay", "other", "source", "story", "line", "parent", "claimer", "attribution", "document"}
# Not multiplied: made anew, or not part of a page.
_LEFT = {"meta", "judgements", "reviews", "captures", "reference_entities", "readings", "overruled", "issues"}
_LEFT |= {"search_names", "search_documents", "question_order", "segments"}


def gold_files() -> list[Path]:
    """The documents of the example."""
    return sorted(EXAMPLE.iterdir())


def measure() -> dict[str, float]:
    """Milliseconds of processor for all queries of a page, at the median of pages all over the ledger."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "large.ledger"
        make_ledger(path, DOCUMENTS)
        times = time_pages(path)
    return {f"queries at 100,000 documents: {name}, ms": figure for name, figure in times.items()}


def make_ledger(path: Path, documents: int) -> None:
    """Write a ledger of about so many documents."""
    result = CliRunner().invoke(command, ["build", str(EXAMPLE), "-o", str(path), "--one-story"])
    if result.exit_code:
        raise RuntimeError(result.output)
    with SqlStore(path).writer() as writer:
        multiply(writer.connection, documents // len([each for each in gold_files() if each.suffix != ".jsonl"]))


def multiply(connection: Connection, copies: int) -> None:
    """Every line of the ledger so many times."""
    connection.exec_driver_sql("CREATE TEMP TABLE copies (n INTEGER NOT NULL)")
    connection.execute(
        text(
            "INSERT INTO copies (n) WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < :most)"
            " SELECT n FROM c"
        ),
        {"most": copies - 1},
    )
    for table in tables.TABLES.sorted_tables:
        if table.name not in _LEFT:
            connection.exec_driver_sql(_multiplied(table))
    connection.exec_driver_sql("DELETE FROM question_order")
    connection.exec_driver_sql("DELETE FROM search_names")
    make_finding_aids(connection)


def _multiplied(table: Table) -> str:
    columns = ", ".join(column.name for column in table.columns)
    values = ", ".join(_value(table, column.name) for column in table.columns)
    # Ordered, so that the rows of an index come side by side.
    keys = ", ".join(column.name for column in table.primary_key.columns)
    return f"INSERT INTO {table.name} ({columns}) SELECT {values} FROM copies, {table.name} ORDER BY n, {keys}"  # noqa: S608


def _value(table: Table, column: str) -> str:
    """An id gets the number of the copy; everything else is as it was."""
    if column == "position" and table.name == "derivations":
        return "position + n * 1000"
    points = bool(table.columns[column].foreign_keys)
    is_own = column == "id"
    if is_own or points or column in _LOOSE:
        return f"{column} || '-' || n"
    return column


def time_pages(path: Path) -> dict[str, float]:
    """The time of all queries of a page together, at the median of the pages opened."""
    taken: dict[str, list[float]] = {"a story's page": [], "a question's page": [], "a document's page": []}
    with SqlStore(path).view() as view:
        stories = list(view.connection.exec_driver_sql("SELECT id FROM stories ORDER BY id").scalars())
        for story in stories[:: max(1, len(stories) // OPENED)][:OPENED]:
            for page, queries in _queries(view.connection, story):
                taken[page].append(sum(_time(name, query) for name, query in queries.items()))
        taken["a search for a name"] = [_time("names", lambda: find_names(view.connection, "Sarn Fr"))]
    return {page: statistics.median(times) for page, times in taken.items()}


Queries = dict[str, Callable[[], object]]


def _queries(connection: Connection, story: str) -> Iterator[tuple[str, Queries]]:
    chosen = Chosen(story=story)
    yield (
        "a story's page",
        {
            "story": lambda: find_story(connection, story),
            "cards": lambda: list_cards(connection, chosen),
            "statuses": lambda: count_statuses(connection, chosen),
            "attributes": lambda: count_attributes(connection, chosen),
            "tally": lambda: tally(connection, story),
            "moments": lambda: list_moments(connection, story),
        },
    )
    question = list_cards(connection, chosen, limit=1)[0].id
    yield "a question's page", {"question": lambda: load_part(connection, Wanted(questions=(question,)))}
    told = text("SELECT document FROM story_documents WHERE story = :story ORDER BY position LIMIT 1")
    document = str(connection.execute(told, {"story": story}).scalar_one())
    yield "a document's page", {"document": lambda: open_folio(connection, document)}


# Of each query: processor, and by the clock on the wall.
_SEEN: dict[str, list[tuple[float, float]]] = {}


def _time(name: str, query: Callable[[], object]) -> float:
    """Milliseconds of processor: the database is in this process, and what others do on the machine does not count."""
    begun, clock = time.process_time(), time.perf_counter()
    query()
    took, waited = (time.process_time() - begun) * 1000, (time.perf_counter() - clock) * 1000
    _SEEN.setdefault(name, []).append((took, waited))
    return took


def main() -> None:
    """Make a ledger where there is none, and print the time of every query."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    options = parser.parse_args()
    if not options.ledger.exists():
        begun = time.perf_counter()
        make_ledger(options.ledger, options.documents)
        print(f"made in {time.perf_counter() - begun:.0f} s")
    for page, took in time_pages(options.ledger).items():
        print(f"{took:8.1f} ms  {page}")
    for name, times in sorted(_SEEN.items()):
        spent, waited = [each[0] for each in times], [each[1] for each in times]
        clock = f"by the clock {statistics.median(waited):.1f}"
        print(f"{statistics.median(spent):8.1f} ms (most {max(spent):.1f}; {clock})  {name}")


if __name__ == "__main__":
    main()
