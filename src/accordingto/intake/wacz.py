"""WACZ: a zip of web archives, with a list of the pages that were visited and a digest of each file."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from accordingto.errors import InputRefused
from accordingto.intake.pieces import Piece, Pieces
from accordingto.intake.warc import read_warc
from accordingto.intake.zipped import unpack_zip
from accordingto.stages.read.address import tidy_address

_MOST_PAGES = 1_000_000
_DESCRIPTION = "datapackage.json"


def read_wacz(path: Path, *, name: str) -> Pieces:
    """The pages of a WACZ: those that it lists as visited, not what was loaded inside them."""
    with TemporaryDirectory(prefix="accordingto-") as place:
        folder = Path(place)
        yield from unpack_zip(path, folder, name=name)
        archives = sorted(each for each in folder.glob("archive/*") if each.name.endswith((".warc", ".warc.gz")))
        if not archives:
            yield InputRefused(name, "there is no web archive in it", "get the WACZ again")
        told, visited = _read_digests(folder), _read_pages(folder)
        for archive in archives:
            inside = f"{name}/archive/{archive.name}"
            if _is_altered(archive, told.get(f"archive/{archive.name}")):
                yield InputRefused(inside, "its bytes are not those that its digest was made of", "get the WACZ again")
                continue
            yield from _only(read_warc(archive, name=inside), visited)


def _only(pieces: Pieces, visited: frozenset[str]) -> Pieces:
    for each in pieces:
        if isinstance(each, Piece) and visited and tidy_address(each.known.uri) not in visited:
            continue
        yield each


def _read_pages(folder: Path) -> frozenset[str]:
    """The addresses of ``pages/*.jsonl``; none when the WACZ lists none."""
    found = (tidy_address(each) for path in sorted(folder.glob("pages/*.jsonl")) for each in _read_addresses(path))
    return frozenset(each for each in found if each is not None)


def _read_addresses(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        for _, line in zip(range(_MOST_PAGES), lines, strict=False):
            try:
                fields = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(fields, dict) and isinstance(fields.get("url"), str):
                yield fields["url"]


def _read_digests(folder: Path) -> dict[str, str]:
    """Path -> digest, as the WACZ describes itself."""
    try:
        described = json.loads((folder / _DESCRIPTION).read_text(encoding="utf-8"))
        files = described["resources"]
        return {str(each["path"]): str(each["hash"]) for each in files if "hash" in each and "path" in each}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def _is_altered(path: Path, told: str | None) -> bool:
    if told is None or not told.startswith("sha256:"):
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() != told.removeprefix("sha256:").lower()
