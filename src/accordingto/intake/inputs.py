"""What the user named on the command line, turned into documents one by one."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.files import Means, read_path
from accordingto.intake.pieces import Pieces, Taken, read_piece
from accordingto.intake.web import is_address, read_address, refuse_scheme
from accordingto.model.document import Document

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://")


def read_inputs(inputs: Iterable[Path | str]) -> Iterator[Document | InputRefused]:
    """Every document under files and folders, in a stable order; what could not be read comes as the error itself.

    Nothing is fetched. A document that stands in two inputs comes once.
    """
    for each in take_inputs(inputs):
        yield each.document if isinstance(each, Taken) else each


def take_inputs(inputs: Iterable[Path | str], means: Means | None = None) -> Iterator[Taken | InputRefused]:
    """Every document of the inputs with the bytes it was read from.

    Args:
        inputs: files, folders and addresses, in any order. A document that stands in two of them comes once.
        means: what may be done to get them.
    """
    seen: set[str] = set()
    for piece in find_pieces(inputs, means or Means()):
        taken = piece if isinstance(piece, InputRefused) else read_piece(piece)
        if isinstance(taken, InputRefused):
            yield taken
        elif taken.document.id not in seen:
            seen.add(taken.document.id)
            yield taken


def find_pieces(inputs: Iterable[Path | str], means: Means) -> Pieces:
    """The bytes of every document of the inputs, not yet read."""
    for each in inputs:
        if isinstance(each, str) and _SCHEME.match(each) and not is_address(each) and not Path(each).exists():
            yield refuse_scheme(each)
        elif not isinstance(each, str) or not is_address(each):
            yield from read_path(Path(each), means)
        elif means.fetch is None:
            yield InputRefused(each, "addresses are not fetched here", "save the page and give the file")
        else:
            yield from read_address(each, means.fetch)
