"""A pile of documents -> the stories that they tell."""

from collections.abc import Iterable, Mapping, Sequence
from math import log10

from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.story import DECLARED, Story
from accordingto.stages.stories.candidates import find_pairs
from accordingto.stages.stories.counting import count_words
from accordingto.stages.stories.likeness import Comparing, Group, make_pile, merge_groups
from accordingto.stages.stories.linking import link_groups
from accordingto.stages.stories.naming import make_story
from accordingto.stages.stories.rarity import make_names, make_vector, weigh_words
from accordingto.stages.stories.signs import Signs, find_signs
from accordingto.stages.stories.vectors import Vocabulary

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
    vocabulary = Vocabulary(each.lines.words.all() for each in signs)
    names = Vocabulary(each.people.all() for each in signs)
    groups = _make_groups(signs, vocabulary, names)
    rule = DECLARED if one_story else RULE
    if one_story:
        joined = [merge_groups(groups)] if groups else []
    else:
        threshold = find_threshold(len(groups))
        pairs = find_pairs([each.words for each in groups], [_day(each) for each in signs])
        sizes = {"words": len(vocabulary.words), "people": len(names.words)}
        comparing = Comparing(groups, make_pile(signs), **sizes, least=threshold)
        joined = link_groups(len(groups), pairs, comparing, threshold=threshold)
    stories = (make_story(each, signs, documents, vocabulary=vocabulary, rule=rule) for each in joined)
    return tuple(sorted(stories, key=lambda story: story.id))


def find_threshold(pile: int) -> float:
    """The least mean likeness of one story in a pile of so many documents."""
    return max(LEAST, ENOUGH + PER_TENFOLD * log10(max(1, pile) / LARGE))


def _make_groups(signs: Sequence[Signs], vocabulary: Vocabulary, names: Vocabulary) -> list[Group]:
    """Each report as a group of its own."""
    counted = count_words(signs, vocabulary)
    weights = weigh_words(vocabulary.words, [numbers for numbers, _ in counted])
    weighed = weigh_words(names.words, names.reports)
    return [
        Group((at,), make_vector(numbers, counts, weights), make_names(own, weighed))
        for at, ((numbers, counts), own) in enumerate(zip(counted, names.reports, strict=True))
    ]


def _day(signs: Signs) -> int:
    return 0 if signs.published is None else signs.published.start.toordinal()
