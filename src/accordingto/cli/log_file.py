"""The file of ``--log``: a whole line or none of it, and a disk that is full ends the log, never the work."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self


class LogFile:
    """A file that lines are appended to.

    Attributes:
        fault: why it could not be written to its end.

    Args:
        path: where.

    Raises:
        OSError: it cannot be opened for writing.
    """

    def __init__(self, path: Path) -> None:
        self.fault: OSError | None = None
        self._file = path.open("ab", buffering=0)

    def __enter__(self) -> Self:
        """Open until the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closed."""
        self._file.close()

    def write(self, text: str) -> int:
        """Append some lines; after the first that does not fit, no more."""
        if self.fault is None:
            try:
                self._append(text.encode("utf-8", "replace"))
            except OSError as error:
                self.fault = error
        return len(text)

    def flush(self) -> None:
        """Every line is written at once."""

    def _append(self, data: bytes) -> None:
        before = os.fstat(self._file.fileno()).st_size
        try:
            done = 0
            while done < len(data):
                done += self._file.write(data[done:]) or 0
        except OSError:
            with suppress(OSError):  # what is no file, a pipe say, cannot be cut
                self._file.truncate(before)
            raise
