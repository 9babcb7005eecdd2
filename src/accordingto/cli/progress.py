"""How far a build is: a bar on a terminal, plain lines to a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.text import Text

from accordingto.cli.terminal import neutralise, open_console
from accordingto.engines.plan import Watch
from accordingto.model.document import Document

# The longest name that leaves room for the bar on 80 columns.
NAME_WIDTH = 40


@contextmanager
def open_progress() -> Iterator[Watch]:
    """A function that is told of each step: documents done, documents to read, the next one (none: comparing)."""
    console = open_console()
    if not console.is_terminal:
        yield lambda done, total, document: console.print(_line(done, total, document), soft_wrap=True)
        return
    with _bar(console) as progress:
        task = progress.add_task("", total=None)

        def watch(done: int, total: int, document: Document | None) -> None:
            words = "comparing" if document is None else f"reading {_short(document.uri)}"
            progress.update(task, completed=done, total=max(total, 1), description=words)

        yield watch


def _bar(console: Console) -> Progress:
    # 'markup=False': a file may be called '[red]'.
    words = TextColumn("{task.description}", markup=False)
    return Progress(SpinnerColumn(), words, BarColumn(), MofNCompleteColumn(), console=console, transient=True)


def _line(done: int, total: int, document: Document | None) -> Text:
    if document is None:
        return Text("comparing all documents")
    return Text(f"reading {done + 1}/{total} {neutralise(document.uri)}")


def _short(name: str) -> str:
    shown = neutralise(name)
    return shown if len(shown) <= NAME_WIDTH else f"…{shown[-NAME_WIDTH + 1 :]}"
