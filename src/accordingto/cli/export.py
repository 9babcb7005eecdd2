"""``accordingto export``: the ledger in a format that other programs read."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import click

from accordingto.cli.place import PLACE
from accordingto.errors import LedgerError, UsageError
from accordingto.export.formats import FORMATS
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@click.argument("ledger", type=PLACE)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    required=True,
    help="; ".join(f"{name}: {each.meaning}" for name, each in FORMATS.items()) + ".",
)
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write; standard output where it is left out.",
)
@click.pass_obj
def export(settings: Settings, ledger: Place, form: str, output: Path | None) -> None:
    """Write the whole ledger as one file.

    The same ledger gives the same bytes. FILE is written whole or not at all. Beside a file in the columns of a data
    set, raid.csv, stands raid.rules.csv: which rule made each value, and why others are empty.

    \b
    Example:
      accordingto export raid.ledger --format json -o raid.json
      accordingto export raid.ledger --format ftm -o raid.ftm.json
      accordingto export raid.ledger --format ucdp -o raid.csv
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.store import open_store

    if FORMATS[form].has_rules:
        need_file(output)
    with open_store(ledger, settings.busy_seconds).view() as view:
        findings = view.findings()
    made = FORMATS[form].make(findings)
    if output is None:
        _print_bytes(made.content)
        return
    write_whole(output, made.content)
    if made.rules is not None:
        write_whole(beside(output, "rules"), made.rules)


def need_file(output: Path | None) -> None:
    """Go on only where a second file may stand beside the output: not beside standard output, a device or a folder.

    Raises:
        UsageError: there is no such place.
    """
    if output is None or (output.exists() and not output.is_file()):
        raise UsageError("the rule behind each value is written to a second file beside the first; name a file with -o")


def beside(output: Path, name: str) -> Path:
    """The companion of an output: events.csv -> events.rules.csv."""
    return output.with_name(f"{output.stem}.{name}{output.suffix or '.csv'}")


def _print_bytes(text: bytes) -> None:
    stream: BinaryIO = sys.stdout.buffer
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # 'export | head' is no error; nothing may be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that another program sees the old one or the new one, never a part.

    Raises:
        LedgerError: it cannot be written; what was there is whole.
    """
    scratch = None
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe cannot be replaced; a folder says what it is
            return
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        umask = os.umask(0)
        os.umask(umask)
        Path(scratch).chmod(0o666 & ~umask)
        Path(scratch).replace(path)
    except OSError as error:
        if scratch is not None:
            with suppress(OSError):
                Path(scratch).unlink()
        raise LedgerError(f"{path}: cannot be written ({error.strerror}); name another file with -o") from error
