"""A pile of documents -> the stories that they tell."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log10

from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.story import DECLARED, Story
from accordingto.stages.stories.candidates import find_pairs
from accordingto.stages.stories.likeness import Group, make_pile
from accordingto.stages.stories.linking import link_groups
from accordingto.stages.stories.naming import make_story
from accordingto.stages.stories.rarity import Rarity, add_vectors, make_names, make_vector
from accordingto.stages.stories.signs import Signs, find_signs
from accordingto.stages.stories.stock import find_stock, line_keys

RULE = "stories.one-story.v1"
# From this mean likeness on, groups of a pile of LARGE are one story; less is asked in a smaller pile and more in a
# larger one. Two of six reports that somebody put together are likelier to tell one story than two of six thousand,
# by as much as there are fewer other stories that one of them might tell.
ENOUGH, LARGE = 0.145, 500
PER_TENFOLD = 0.03
LEAST = 0.06


def group_stories(readings: Sequence[Reading], *, one_story: bool = False) -> tuple[Story, ...]:
    """The stories of these documents, sorted by id; each document is in one.

    Args:
        readings: in any order; the result does not depend on it.
        one_story: somebody said that they all tell one story.
    """
    documents = {reading.document.id: reading.document for reading in readings}
    return group_signs([find_signs(each) for each in readings], documents, one_story=one_story)


def group_signs(
    found: Iterable[Signs], documents: Mapping[str, Document], *, one_story: bool = False
) -> tuple[Story, ...]:
    """The stories of the documents with these signs.

    Args:
        found: of each document, in any order.
        documents: by id.
        one_story: somebody said that they all tell one story.
    """
    signs = sorted(found, key=lambda each: each.document)
    groups = _make_groups(signs)
    rule = DECLARED if one_story else RULE
    if one_story:
        joined = [_all(groups)] if groups else []
    else:
        pairs = find_pairs([each.words for each in groups], [_day(each) for each in signs])
        joined = link_groups(groups, pairs, make_pile(signs), threshold=find_threshold(len(groups)))
    return tuple(sorted((make_story(each, documents, rule) for each in joined), key=lambda story: story.id))


def find_threshold(pile: int) -> float:
    """The least mean likeness of one story in a pile of so many documents."""
    return max(LEAST, ENOUGH + PER_TENFOLD * log10(max(1, pile) / LARGE))


def _make_groups(signs: Sequence[Signs]) -> list[Group]:
    """Each report as a group of its own."""
    stock = find_stock(signs)
    counts = [
        Counter(word for line, words in each.lines if stock.isdisjoint(line_keys(line)) for word in words)
        for each in signs
    ]
    rarity = Rarity(counts)
    people = Rarity(each.people for each in signs)
    return [
        Group((each,), make_vector(count, rarity), make_names(each.people, people))
        for each, count in zip(signs, counts, strict=True)
    ]


def _all(groups: Sequence[Group]) -> Group:
    return Group(
        tuple(each for group in groups for each in group.signs),
        add_vectors([group.words for group in groups]),
        add_vectors([group.people for group in groups]),
    )


def _day(signs: Signs) -> int:
    return 0 if signs.published is None else signs.published.start.toordinal()
