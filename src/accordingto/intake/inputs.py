"""What the user named on the command line, turned into documents one by one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.folder import find_files
from accordingto.intake.names import show_name
from accordingto.intake.table import Row, read_table
from accordingto.model.document import Document
from accordingto.stages.read import FORMATS, Known, read_bytes

# A saved page with its pictures inlined reaches 10 MB; no article is larger.
LARGEST_FILE = 20_000_000


def read_inputs(inputs: Iterable[Path]) -> Iterator[Document | InputRefused]:
    """Every document under the inputs, in a stable order; what could not be read comes as the error itself.

    Args:
        inputs: files and folders, in any order. A document that stands in two of them comes once.
    """
    seen: set[str] = set()
    for each in inputs:
        for found in _read_input(Path(each)):
            if isinstance(found, InputRefused):
                yield found
            elif found.id not in seen:
                seen.add(found.id)
                yield found


def _read_input(path: Path) -> Iterator[Document | InputRefused]:
    if path.is_dir():
        yield from _read_folder(path)
    elif path.exists() or path.is_symlink():
        yield from _read_single(path)
    else:
        yield InputRefused(show_name(path), "there is no such file or folder", "check the path")


def _read_single(path: Path) -> Iterator[Document | InputRefused]:
    """A file named by itself; of a table beside it only its own line is used, and only if it is sound."""
    rows = [row for row in read_table(path.parent) if isinstance(row, Row) and row.file == path.name]
    yield read_file(path, uri=show_name(path.name), name=show_name(path), row=rows[-1] if rows else None)


def _read_folder(folder: Path) -> Iterator[Document | InputRefused]:
    tables: dict[Path, dict[str, Row]] = {}
    count = 0
    for found in find_files(folder):
        if isinstance(found, InputRefused):
            yield found
            continue
        for parent in reversed([found.parent, *_between(found.parent, folder)]):
            if parent not in tables:
                tables[parent] = {}
                for row in read_table(parent):
                    if isinstance(row, InputRefused):
                        yield row
                    else:
                        tables[parent][row.file] = row
        uri = show_name(found.relative_to(folder).as_posix())
        yield read_file(found, uri=uri, name=show_name(Path(folder.name) / uri), row=_row_of(found, folder, tables))
        count += 1
    if count == 0:
        yield from (row for row in read_table(folder) if isinstance(row, InputRefused))
        yield InputRefused(show_name(folder), "there is no file in the folder", "put articles in it as .txt or .html")


def _between(parent: Path, folder: Path) -> list[Path]:
    """The folders above a file's own, up to the input; a table may name files further down."""
    return [each for each in parent.parents if each == folder or folder in each.parents]


def _row_of(path: Path, folder: Path, tables: dict[Path, dict[str, Row]]) -> Row | None:
    """What the nearest table says of a file."""
    for parent in [path.parent, *_between(path.parent, folder)]:
        row = tables[parent].get(path.relative_to(parent).as_posix())
        if row is not None:
            return row
    return None


def read_file(path: Path, *, uri: str, name: str, row: Row | None) -> Document | InputRefused:
    """One file, with what a table says of it."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        endings = ", ".join(ending for ending in FORMATS if ending)
        return InputRefused(name, "files of this kind are not read", f"save the article with one of {endings}")
    known = (
        Known(uri, name)
        if row is None
        else Known(
            uri, name, url=row.url, outlet=row.publisher, title=row.title, author=row.author, published=row.published
        )
    )
    try:
        if not path.is_file():
            return InputRefused(name, "it is not a file that can be read", "name a file or a folder")
        if path.stat().st_size > LARGEST_FILE:
            size = f"it has {path.stat().st_size / 1e6:.0f} MB, and {LARGEST_FILE // 1_000_000} MB is the most"
            return InputRefused(name, size, "split it into one file an article")
        return read_bytes(path.read_bytes(), known, form=form)
    except OSError as error:
        return InputRefused(name, f"it cannot be opened ({error.strerror})", "check its permissions")
    except InputRefused as refused:
        return refused
