"""JSON text that may be shown on a terminal and written as UTF-8, whatever article text is in it."""

import re

# JSON may hold these as they are, but a terminal obeys them, some programs end a line at them, and UTF-8 has no place
# for half a surrogate pair. They can only stand inside strings, where an escape means the same.
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def escape_json(text: str) -> str:
    r"""JSON text with the characters escaped that are not to be written as they are.

    Example:
        >>> escape_json('"\u2028"')
        '"\\u2028"'
    """
    return ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
