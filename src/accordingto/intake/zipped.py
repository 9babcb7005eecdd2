"""Zip files: unpacked into a folder of their own, within limits, never outside it."""

import errno
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import gettempdir
from typing import IO

from accordingto.errors import InputRefused, UsageError
from accordingto.intake.names import show_name

# A crawl of a hundred thousand pages; a bomb unpacks to thousands of times more.
MOST_FILES = 100_000
LARGEST_ZIP = 4_000_000_000
_STEP = 1 << 20
_LOCKED = 0x1
_FULL = {errno.ENOSPC, errno.EDQUOT}
_REMEDY = "unpack it and give the folder"
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def unpack_zip(path: Path, folder: Path, *, name: str) -> Iterator[InputRefused]:
    """Write the files of a zip below a folder; what could not be unpacked comes as the error.

    Raises:
        UsageError: the folder's disk is full.
    """
    try:
        with zipfile.ZipFile(path) as file:
            yield from _unpack_all(file, folder, name)
    except _FAULTS as error:
        reason = "this is no zip file" if zipfile.BadZipFile in type(error).__mro__ else "it cannot be opened"
        yield InputRefused(name, f"{reason}, or it breaks off in the middle", "get it again")


def _unpack_all(file: zipfile.ZipFile, folder: Path, name: str) -> Iterator[InputRefused]:
    left = LARGEST_ZIP
    # Not 'is_dir': of a file without a name it asks for the last letter.
    members = [each for each in file.infolist() if not each.filename.endswith("/")]
    if len(members) > MOST_FILES:
        yield InputRefused(name, f"it holds {len(members):,} files, and {MOST_FILES:,} is the most", "split it")
        return
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        shown = f"{name}/{show_name(member.filename)}"
        if "__MACOSX" in parts:
            continue  # what a Mac notes about each file
        if not parts or parts[0] == "/" or ".." in parts or ":" in parts[0]:
            yield InputRefused(shown, "its path leads out of the zip file", _REMEDY)
            continue
        target = folder.joinpath(*parts)
        try:
            if member.flag_bits & _LOCKED:
                yield InputRefused(shown, "it is locked with a password", _REMEDY)
                continue
            left -= _unpack(file, member, target, left)
        except _TooLarge:
            yield InputRefused(name, f"it unpacks to more than {LARGEST_ZIP // 10**9} GB", _REMEDY)
            return
        except _FAULTS as error:
            _refuse_full_disk(name, error)
            target.unlink(missing_ok=True)
            yield InputRefused(shown, "it is damaged and cannot be unpacked", "get the zip file again")


def _refuse_full_disk(name: str, error: Exception) -> None:
    """A zip of which a part is missing would give another ledger without a word."""
    if isinstance(error, OSError) and error.errno in _FULL:
        remedy = "free some, or name another folder in TMPDIR, and run the same command again"
        raise UsageError(f"{name}: no room to unpack it in {gettempdir()} ({error.strerror}); {remedy}") from error


class _TooLarge(Exception):
    pass


def _unpack(file: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int) -> int:
    """Write one file and count its bytes: what the zip says of its size is not believed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with file.open(member) as source, target.open("xb") as sink:
        return _copy(source, sink, left)


def _copy(source: IO[bytes], sink: IO[bytes], left: int) -> int:
    written = 0
    while block := source.read(_STEP):
        written += len(block)
        if written > left:
            raise _TooLarge
        sink.write(block)
    return written
