"""Passages that stand twice: a lead pulled out above the text, a quotation printed large, a tweet after its quoting."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph

_FEWEST_WORDS = 6  # 'The negotiations will continue.' may well be said twice
_ALIKE = 0.85  # Dice of words: a lead often loses or gains a phrase
_LEAD = 3  # among so many first paragraphs the earlier copy is the pulled one, and the copy in its place is kept
_KEY = 4  # words that begin a paragraph; leads and pulled quotations keep their beginning


def find_repeats(paragraphs: tuple[Paragraph, ...]) -> Iterator[Segment]:
    """The copy that is out of its place, so that the one that is kept has what it refers to before it."""
    seen: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    gone: set[int] = set()
    for each in paragraphs:
        if len(each.words) < _FEWEST_WORDS:
            continue
        for earlier in seen[each.words[:_KEY]][-_LEAD:]:
            if earlier.index not in gone and _alike(earlier.words, each.words):
                out = earlier if earlier.index < _LEAD else each
                gone.add(out.index)
                yield out.mark(Zone.REPEATED, "read.repeated.v1")
                break
        seen[each.words[:_KEY]].append(each)
    yield from _find_pulled(paragraphs, gone)


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    shared = (Counter(left) & Counter(right)).total()
    return 2 * shared >= _ALIKE * (len(left) + len(right))


def _find_pulled(paragraphs: tuple[Paragraph, ...], gone: set[int]) -> Iterator[Segment]:
    """Short paragraphs whose words all stand, in order, inside a longer one."""
    whole = [f" {' '.join(each.words)} " for each in paragraphs]
    starts: dict[tuple[str, ...], set[int]] = defaultdict(set)
    openings = {each.words[:_KEY] for each in paragraphs if len(each.words) >= _FEWEST_WORDS}
    for each in paragraphs:
        for run in zip(*(each.words[at:] for at in range(_KEY)), strict=False):
            if run in openings:
                starts[run].add(each.index)
    for each in paragraphs:
        if each.index in gone or len(each.words) < _FEWEST_WORDS:
            continue
        words = f" {' '.join(each.words)} "
        holders = sorted(starts[each.words[:_KEY]])[:50]  # a refrain must not make this quadratic
        if any(len(whole[at]) > len(words) and words in whole[at] for at in holders if at not in gone):
            yield each.mark(Zone.REPEATED, "read.pulled.v1")
