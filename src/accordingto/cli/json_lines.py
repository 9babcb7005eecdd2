"""Judgements and reviews as files of JSON lines: where they go, how they are read, what came of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.errors import UsageError

if TYPE_CHECKING:
    from accordingto.judging import Imported

OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to; standard output without it."
)


def write_lines(text: str, output: Path | None) -> None:
    """Write lines to a file as a whole, or to standard output."""
    from accordingto.cli.export import write_whole

    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text.encode("utf-8", "surrogatepass"))


def read_lines(file: Path, writer: str) -> str:
    """The text of a file that a command wrote.

    Raises:
        UsageError: it is no text.
    """
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 text; give a file that '{writer}' wrote") from error


def tell_imported(imported: "Imported") -> None:
    """Say how many lines were added, wait for documents, and were known."""
    waiting = f", {imported.waiting} of them about documents that are not in the ledger" if imported.waiting else ""
    click.echo(f"{imported.added} added{waiting}; {imported.known} known already")
