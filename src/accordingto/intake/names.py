"""File names as a person may safely see them: a name can hold anything, also what steers a terminal."""

import os
from pathlib import PurePath


def show_name(path: PurePath | str) -> str:
    r"""A name with control characters, broken encodings and marks of direction written as escapes.

    Example:
        >>> show_name("a\x1b[31m.txt")
        'a\\x1b[31m.txt'
    """
    try:
        words = os.fsencode(str(path)).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character, in an address that a feed names, say
        words = str(path)
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in words)
