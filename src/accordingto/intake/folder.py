"""Files under a folder, in an order that no machine changes."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.names import show_name

TABLE = "documents.jsonl"


def find_files(folder: Path, apart: AbstractSet[Path] = frozenset()) -> Iterator[Path | InputRefused]:
    """Every file under a folder: names in code point order, hidden ones and tables of documents left out.

    A link to a folder is followed once; a loop of links is not.

    Args:
        folder: where to look.
        apart: files and folders that are no input, such as the ledger itself; absolute, links resolved.
    """
    yield from _walk(folder, folder, apart, seen=set())


def _walk(
    folder: Path, root: Path, apart: AbstractSet[Path], *, seen: set[tuple[int, int]]
) -> Iterator[Path | InputRefused]:
    shown = show_name(folder if folder == root else folder.relative_to(root.parent))
    try:
        at = folder.stat()
        names = sorted(each.name for each in folder.iterdir())
    except OSError as error:
        yield InputRefused(shown, f"the folder cannot be opened ({error.strerror})", "check its permissions")
        return
    if (at.st_dev, at.st_ino) in seen:
        return
    seen.add((at.st_dev, at.st_ino))
    for name in names:
        path = folder / name
        if name.startswith(".") or name == TABLE or (apart and path.resolve() in apart):
            continue
        if path.is_dir():
            yield from _walk(path, root, apart, seen=seen)
        else:
            yield path
