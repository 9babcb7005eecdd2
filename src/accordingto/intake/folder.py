"""Files under a folder, in an order that no machine changes."""

from collections.abc import Iterator
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.names import show_name

TABLE = "documents.jsonl"


def find_files(folder: Path) -> Iterator[Path | InputRefused]:
    """Every file under a folder: names in code point order, hidden ones and tables of documents left out.

    A link to a folder is followed once; a loop of links is not.
    """
    yield from _walk(folder, folder, seen=set())


def _walk(folder: Path, root: Path, *, seen: set[tuple[int, int]]) -> Iterator[Path | InputRefused]:
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
        if name.startswith(".") or name == TABLE:
            continue
        if path.is_dir():
            yield from _walk(path, root, seen=seen)
        else:
            yield path
