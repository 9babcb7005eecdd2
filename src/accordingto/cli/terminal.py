"""What may be printed: article text and file names are hostile, and a terminal obeys some characters."""

import re
import sys

from rich.console import Console

# Wider lines are hard to read; narrower terminals get what they have.
WIDEST = 100
PIPE_WIDTH = 80

# Controls (C0, DEL, C1), lone surrogates, line and paragraph separators, and marks that turn the direction of text
# around or hide it. Joiners (U+200C, U+200D) and simple direction marks (U+200E, U+200F, U+061C) belong to scripts.
HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)

# Unicode has pictures of the C0 controls, one by one from U+2400, and of DEL.
PICTURES = 0x2400
PICTURE_OF_DELETE = "\u2421"


def neutralise(text: str) -> str:
    r"""The text with every character that steers a terminal made visible; white space becomes a space.

    Example:
        >>> neutralise("\x1b[31mred\x1b[0m\ttext")
        '␛[31mred␛[0m text'
    """
    return HOSTILE.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() in "\t\n\r\v\f\u2028\u2029\x85":
        return " "
    if code < ord(" "):
        return chr(PICTURES + code)
    return PICTURE_OF_DELETE if match.group() == "\x7f" else "\ufffd"


def open_console(*, plain: bool = False) -> Console:
    """The console that results go to: colour to a terminal only, and never with ``plain``."""
    console = _Console(highlight=False, markup=False, emoji=False, soft_wrap=False, no_color=plain or None)
    is_terminal = console.is_terminal
    width = min(console.width, WIDEST) if is_terminal else PIPE_WIDTH
    if plain or not is_terminal:
        return _Console(
            highlight=False, markup=False, emoji=False, width=width, color_system=None, force_terminal=False
        )
    console.width = width
    return console


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """'show | head' is no error: stop without a word."""
        self.quiet = True
        sys.stdout = None  # nothing may be flushed into the closed pipe at exit
        raise SystemExit(0)
