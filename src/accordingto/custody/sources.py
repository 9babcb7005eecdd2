"""The bytes of documents, kept beside a ledger under the name of their digest."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from accordingto.errors import LedgerError
from accordingto.model.place import Place, beside

_PREFIX = 2  # characters of the digest that name a folder: some file systems are slow with very full folders


@dataclass(slots=True)
class SourceFolder:
    """The folder with the bytes of one ledger's documents: ``FILE.sources`` beside ``FILE``.

    Each file is called by the SHA-256 of its content, so ``sha256sum`` alone can check it, and the same bytes are
    kept once. A file is there whole or not at all.
    """

    path: Path
    _written: list[Path] = field(default_factory=list)

    def keep(self, data: bytes) -> str:
        """Keep bytes and give their digest.

        Raises:
            LedgerError: they cannot be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        place = self.place(digest)
        try:
            if not place.exists():
                self.path.mkdir(exist_ok=True)  # but no folder above it: where the ledger stands is the user's choice
                place.parent.mkdir(exist_ok=True)
                _write_whole(place, data)
                self._written.append(place)
        except OSError as error:
            with suppress(OSError):
                place.parent.rmdir()  # it was made for this file, or holds others
            raise LedgerError(
                f"{place}: cannot be written ({error.strerror}); free space or name another file"
            ) from error
        return digest

    def place(self, digest: str) -> Path:
        """Where bytes of a digest lie."""
        return self.path / digest[:_PREFIX] / digest

    def take_back(self) -> None:
        """Remove what was written: the ledger that was to point at it was not."""
        for place in self._written:
            place.unlink(missing_ok=True)
        for folder in (*{place.parent for place in self._written}, self.path):
            try:
                folder.rmdir()
            except OSError:
                continue  # it holds others, or is not there
        self._written.clear()


def sources_of(ledger: Place) -> SourceFolder:
    """The folder that belongs to a ledger."""
    return SourceFolder(beside(ledger, ".sources"))


def _write_whole(place: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    Path(file.name).chmod(0o644)
    Path(file.name).replace(place)
