"""Word pieces of single words, as MiniLM's vocabulary has them: lower case, no accents, greedy longest match."""

import unicodedata
from collections.abc import Sequence

# Pieces kept of one word. The ends of long names tell nothing about who says what.
PIECES = 4
UNKNOWN = 100
_LONGEST_WORD = 60


class Vocabulary:
    """Knows the pieces of each word; remembers the words it has met."""

    def __init__(self, words: Sequence[str]) -> None:
        self._ids = {word: number for number, word in enumerate(words)}
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """At most ``PIECES`` ids, never none."""
        found = self._known.get(word)
        if found is None:
            found = tuple(self._split(word)[:PIECES]) or (UNKNOWN,)
            if len(self._known) < 200_000:  # noqa: PLR2004  some 40 MB; a corpus of odd strings must not fill memory
                self._known[word] = found
        return found

    def _split(self, word: str) -> list[int]:
        found: list[int] = []
        for part in _parts(word[:_LONGEST_WORD]):
            found.extend(self._match(part))
        return found

    def _match(self, part: str) -> list[int]:
        found: list[int] = []
        at = 0
        while at < len(part):
            for end in range(len(part), at, -1):
                number = self._ids.get(part[at:end] if at == 0 else "##" + part[at:end])
                if number is not None:
                    found.append(number)
                    at = end
                    break
            else:
                return [UNKNOWN]
        return found


def _parts(word: str) -> list[str]:
    """Runs of letters and digits, and each mark on its own."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    found: list[str] = []
    run = ""
    for char in plain:
        if char.isalnum():
            run += char
        else:
            found.extend([run, char] if run else [char])
            run = ""
    return [*found, run] if run else found
