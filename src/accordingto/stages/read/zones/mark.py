"""All zones of one text: each finder has its say, and the first to claim a stretch keeps it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.biographies import find_biographies
from accordingto.stages.read.zones.captions import find_captions
from accordingto.stages.read.zones.credits import find_credits
from accordingto.stages.read.zones.paragraphs import Paragraph, find_paragraphs, renumber
from accordingto.stages.read.zones.promotion import find_promotion
from accordingto.stages.read.zones.repeats import find_repeats
from accordingto.stages.read.zones.titles import find_headings, find_title


def mark_zones(
    text: str,
    *,
    title: str | None = None,
    author: str | None = None,
    headings: AbstractSet[str] = frozenset(),
    captions: AbstractSet[str] = frozenset(),
    asides: AbstractSet[str] = frozenset(),
) -> tuple[Segment, ...]:
    """The stretches of a text that are not the report's own sentences, in text order, none overlapping.

    Args:
        text: clean text, one paragraph a line.
        title: the headline, where the page or the user gave one.
        author: who wrote it, where known.
        headings: lines that the page's own markup calls headings.
        captions: lines that it calls captions.
        asides: lines that its markup sets apart from the article: links, teasers, boxes.
    """
    paragraphs = find_paragraphs(text)
    found = _claim(find_title(paragraphs, title), [])
    found = _claim(_find_marked_up(paragraphs, headings, captions, asides), found)
    found = _claim(find_promotion(paragraphs), found)
    found = _claim(find_captions(paragraphs), found)
    found = _claim(find_credits(paragraphs), found)
    # What stands between paragraphs, or twice, shows only when the rest is out of the way.
    report = _unmarked(paragraphs, found)
    found = _claim(find_repeats(report), found)
    report = _unmarked(paragraphs, found)
    found = _claim(find_biographies(report, author), found)
    return tuple(_claim(find_headings(_unmarked(paragraphs, found)), found))


def _find_marked_up(
    paragraphs: tuple[Paragraph, ...],
    headings: AbstractSet[str],
    captions: AbstractSet[str],
    asides: AbstractSet[str],
) -> Iterator[Segment]:
    """Lines that are, letter for letter, what the markup calls a heading or a caption, or sets apart."""
    for each in paragraphs:
        if each.text in captions:
            yield each.mark(Zone.CAPTION, "read.markup-caption.v1")
        elif each.text in headings:
            yield each.mark(Zone.HEADING, "read.markup-heading.v1")
        elif each.text in asides:
            yield each.mark(Zone.PROMOTION, "read.markup-aside.v1")


def _claim(new: Iterable[Segment], found: list[Segment]) -> list[Segment]:
    """Those found before, and the new ones that touch none of them."""
    kept = list(found)
    for segment in new:
        at = bisect_left(kept, segment.span, key=lambda each: each.span)
        before, after = kept[max(0, at - 1) : at], kept[at : at + 1]
        if not any(segment.span.overlaps(each.span) for each in before + after):
            kept.insert(at, segment)
    return kept


def _unmarked(paragraphs: tuple[Paragraph, ...], found: list[Segment]) -> tuple[Paragraph, ...]:
    """The paragraphs that no segment covers whole, counted anew."""
    covered = {segment.span for segment in found}
    return renumber(tuple(each for each in paragraphs if each.span not in covered))
