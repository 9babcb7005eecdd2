"""A small disk that can really be full or write-protected: a tmpfs of the tests' own."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BLOCK = 4096


class Disk:
    """A mounted disk.

    Args:
        path: where.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def full(self, *, but: int = 0) -> Iterator[None]:
        """Nothing can be written within the block, or only so many bytes."""
        filler = self.path / ".filler"
        filler.write_bytes(b"x" * max(0, shutil.disk_usage(self.path).free // BLOCK * BLOCK - but))
        try:
            yield
        finally:
            filler.unlink()

    @contextmanager
    def protected(self) -> Iterator[None]:
        """Within the block the disk may only be read."""
        self._remount("ro")
        try:
            yield
        finally:
            self._remount("rw")

    def _remount(self, mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", str(self.path)], check=True)


@contextmanager
def mounted(path: Path, size: str) -> Iterator[Disk]:
    """A disk of this size; the test is skipped where nothing may be mounted."""
    path.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("there is no mount here")
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(path)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield Disk(path)
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)
