"""Files and folders, taken apart into the bytes of documents, with what tables beside them say."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from accordingto.errors import InputRefused
from accordingto.intake.feed import looks_like_feed
from accordingto.intake.folder import find_files
from accordingto.intake.kinds import ENDINGS, find_form, find_holder
from accordingto.intake.lines import read_lines
from accordingto.intake.names import show_name
from accordingto.intake.pieces import LARGEST_FILE, Piece, Pieces, too_large
from accordingto.intake.table import Row, read_table
from accordingto.intake.wacz import read_wacz
from accordingto.intake.warc import read_warc
from accordingto.intake.web import Fetch, read_feeds
from accordingto.intake.zipped import unpack_zip
from accordingto.model.custody import Channel
from accordingto.stages.read import Known

# A zip inside a zip is a habit of portals that hand out downloads; deeper is a trap.
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Means:
    """What may be done to get documents.

    Attributes:
        fetch: gets a page; ``None`` when nothing may be fetched.
        apart: files and folders that are no input even where they lie among the inputs; absolute, links resolved.
    """

    fetch: Fetch | None = None
    apart: AbstractSet[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class _Place:
    """One file: where it lies, its path inside the input, its name for messages, and how deep in zips it lies."""

    path: Path
    uri: str
    name: str
    row: Row | None = None
    depth: int = 0


def read_path(path: Path, means: Means) -> Pieces:
    """The pieces of a file or a folder that the user named."""
    if path.is_dir():
        yield from _read_folder(path, means)
    elif path.exists() or path.is_symlink():
        yield from _read_single(path, means)
    else:
        yield InputRefused(show_name(path), "there is no such file or folder", "check the path")


def _read_single(path: Path, means: Means) -> Pieces:
    """A file named by itself; of a table beside it only its own line is used, and only if it is sound."""
    rows = [row for row in read_table(path.parent) if isinstance(row, Row) and row.file == path.name]
    place = _Place(path, show_name(path.name), show_name(path), rows[-1] if rows else None)
    yield from _read_file(place, means, is_named=True)


def _read_folder(folder: Path, means: Means, *, within: str = "", depth: int = 0) -> Pieces:
    """The files under a folder; ``within`` is put before their paths when the folder was a zip in another."""
    tables: dict[Path, dict[str, Row]] = {}
    count = 0
    for found in find_files(folder, means.apart):
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
        inside = show_name(found.relative_to(folder).as_posix())
        name = show_name(Path(folder.name) / inside)
        place = _Place(found, f"{within}{inside}", name, _row_of(found, folder, tables), depth)
        yield from _read_file(place, means)
        count += 1
    if count == 0:
        yield from (row for row in read_table(folder) if isinstance(row, InputRefused))
        yield InputRefused(
            show_name(folder if depth == 0 else folder.name),
            "there is no file in the folder",
            "put articles in it as .txt or .html",
        )


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


def _read_file(place: _Place, means: Means, *, is_named: bool = False) -> Pieces:
    """One file: a document, or what holds documents. Only a feed that was named by itself is followed."""
    try:
        if not place.path.is_file():
            yield InputRefused(place.name, "it is not a file that can be read", "name a file or a folder")
            return
    except OSError as error:
        yield InputRefused(place.name, f"it cannot be opened ({error.strerror})", "check its permissions")
        return
    fetch = means.fetch if is_named else None
    holders: dict[str, Callable[[], Pieces]] = {
        "warc": partial(read_warc, place.path, name=place.name),
        "wacz": partial(read_wacz, place.path, name=place.name),
        "zip": partial(_read_zip, place, means, is_named=is_named),
        "lines": partial(read_lines, place.path, uri=place.uri, name=place.name),
        "feed": partial(_read_feed_file, place, fetch),
    }
    holder = find_holder(place.path.name)
    if holder is not None:
        yield from holders[holder]()
    else:
        yield _read_document(place)


def _read_document(place: _Place) -> Piece | InputRefused:
    form = find_form(place.path.suffix)
    if form is None:
        remedy = f"save the article with one of {', '.join(ENDINGS)}"
        return InputRefused(place.name, "files of this kind are not read", remedy)
    data = _read_bytes(place)
    return data if isinstance(data, InputRefused) else Piece(data, _known(place), form)


def _read_bytes(place: _Place) -> bytes | InputRefused:
    try:
        size = place.path.stat().st_size
        return too_large(place.name, size) if size > LARGEST_FILE else place.path.read_bytes()
    except OSError as error:
        return InputRefused(place.name, f"it cannot be opened ({error.strerror})", "check its permissions")


def _known(place: _Place) -> Known:
    row = place.row
    if row is None:
        return Known(place.uri, place.name)
    return Known(
        place.uri,
        place.name,
        url=row.url,
        outlet=row.publisher,
        title=row.title,
        author=row.author,
        published=row.published,
    )


def _read_feed_file(place: _Place, fetch: Fetch | None) -> Pieces:
    data = _read_bytes(place)
    if isinstance(data, InputRefused):
        yield data
    elif place.path.suffix.lower() == ".xml" and not looks_like_feed(data) and b"<html" in data[:2000].lower():
        yield Piece(data, _known(place), "html")
    else:
        yield from read_feeds(data, name=place.name, fetch=fetch)


def _read_zip(place: _Place, means: Means, *, is_named: bool) -> Pieces:
    """What is inside a zip, as if it were a folder of the same name."""
    if place.depth >= DEEPEST:
        yield InputRefused(place.name, "a zip inside a zip inside a zip is not opened", "unpack it and give the folder")
        return
    with TemporaryDirectory(prefix="accordingto-") as root:
        folder = Path(root) / place.path.name
        folder.mkdir()
        refused = list(unpack_zip(place.path, folder, name=place.name))
        yield from refused
        if refused and not any(folder.iterdir()):
            return
        within = "" if is_named else f"{place.uri}/"
        for each in _read_folder(folder, means, within=within, depth=place.depth + 1):
            is_file = isinstance(each, Piece) and each.channel is Channel.FILE
            yield replace(each, channel=Channel.ARCHIVE) if is_file else each  # type: ignore[type-var]
