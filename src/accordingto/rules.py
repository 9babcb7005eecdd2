"""Which version of the reading rules this is, so that a ledger knows which documents to read again.

A number that somebody has to raise by hand is forgotten once, and then a ledger mixes readings of two kinds without a
word. So the version is a digest of the files in which the rules are written.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# What reading one document rests on; the comparing stages run anew at every build.
ROOMS = ("lexicon", "model", "stages/attribute", "stages/parse", "text")
KINDS = {".json", ".npz", ".onnx", ".py", ".yaml"}
CHARACTERS = 12


HOME = Path(__file__).parent


@cache
def version_rules(home: Path = HOME) -> str:
    """A short digest of the reading rules as they are installed under a folder."""
    digest = hashlib.sha256()
    for path in _find_files(home):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:CHARACTERS]


def _find_files(home: Path) -> Iterator[Path]:
    for room in ROOMS:
        found = [path for path in (home / room).rglob("*") if path.suffix in KINDS or "weights" in path.parts]
        yield from sorted(path for path in found if path.is_file())
