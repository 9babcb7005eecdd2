"""Lines of a given width: wrapped behind a bar, or with something at their right end. No line ends in a space."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Page:
    """How wide a line may be, and the console that measures characters (some scripts' are two columns wide).

    Attributes:
        console: where the lines will be printed.
        width: columns.
    """

    console: Console
    width: int

    def wrap(self, text: Text, *, first: Text | str = "", rest: Text | str = "") -> Iterator[Text]:
        """A text as lines, the first with one prefix, the others with another of the same width."""
        prefixes = [each if isinstance(each, Text) else Text(each) for each in (first, rest)]
        room = max(10, self.width - prefixes[0].cell_len)
        for number, line in enumerate(text.wrap(self.console, room)):
            line.rstrip()
            yield _join(prefixes[min(number, 1)], line)

    def spread(self, left: Text, right: Text, *, first: str = "") -> Iterator[Text]:
        """A text with a short one at the right end of its first line."""
        room = max(10, self.width - len(first) - right.cell_len - 2)
        for number, line in enumerate(left.wrap(self.console, room)):
            line.rstrip()
            shown = _join(Text(first), line)
            if number == 0:
                shown.append(" " * max(2, self.width - shown.cell_len - right.cell_len))
                shown = _join(shown, right)
            yield shown


def _join(left: Text, right: Text) -> Text:
    joined = left.copy()
    joined.append_text(right)
    return joined
