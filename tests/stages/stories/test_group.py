"""A pile of invented reports is grouped into the stories that they tell, whatever their order."""

from datetime import date

import numpy as np
import pytest

from accordingto.model.story import DECLARED
from accordingto.pipeline import compare_readings, read_document
from accordingto.stages.stories import candidates, group_stories
from accordingto.stages.stories.candidates import find_pairs
from accordingto.stages.stories.counting import count_words
from accordingto.stages.stories.signs import Signs, Words, line_keys, pack_lines
from accordingto.stages.stories.stock import find_stock
from accordingto.stages.stories.vectors import Vector, Vocabulary
from tests.factory import make_document

RAID = (
    ("Rebels of the Dawn Front stormed the barracks of Orlec on Monday and killed nine soldiers, the army said.", 13),
    ("The Dawn Front said that it lost two men when it took the barracks of Orlec. Captain Tor Osrin denied it.", 15),
    ("Three weeks after the raid on the Orlec barracks the army named Captain Tor Osrin as its dead commander.", 30),
)
FERRY = (
    ("A ferry with 40 passengers sank off Mellin harbour in a storm on Monday; the coast guard found 12 bodies.", 13),
    (
        "Divers reached the sunken ferry off Mellin. Its owner Sela Varn said that the ferry had carried no lifeboats.",
        14,
    ),
)


def read(told, name, month=5):
    """Readings of short texts, each with the day of May on which it came out."""
    return [
        read_document(make_document(text, f"{name}-{day}.txt", published=date(2031, month, day))) for text, day in told
    ]


@pytest.fixture(scope="module")
def raid():
    """Three reports of one raid."""
    return read(RAID, "raid")


@pytest.fixture(scope="module")
def ferry():
    """Two reports of a ferry."""
    return read(FERRY, "ferry")


def members(stories):
    """The documents of each story."""
    return {story.documents for story in stories}


def ids(readings):
    """Document ids, sorted."""
    return tuple(sorted(reading.document.id for reading in readings))


def test_two_stories_of_one_week_are_two(raid, ferry):
    """They share a Monday and the word 'killed', and nothing that tells."""
    assert members(group_stories([*raid, *ferry])) == {ids(raid), ids(ferry)}


def test_order_changes_nothing(raid, ferry):
    """Ids, labels and reasons are the same however the documents come."""
    assert group_stories([*raid, *ferry]) == group_stories([*reversed(ferry), *reversed(raid)])


def test_one_contested_story_told_over_weeks_is_one(raid):
    """Who gives a few reports of one raid, of different days, gets one story, which says what they share."""
    (story,) = group_stories(raid)
    assert story.documents == ids(raid)
    assert "orlec" in story.trace.note
    assert story.days is not None
    assert (story.days.start, story.days.end) == (date(2031, 5, 13), date(2031, 5, 30))
    assert story.label.startswith("Rebels of the Dawn Front")


def test_a_declared_story_is_one(raid, ferry):
    """Whoever says that the documents tell one story is believed, and the story says so."""
    (story,) = group_stories([*raid, *ferry], one_story=True)
    assert story.documents == ids([*raid, *ferry])
    assert story.trace.rule == DECLARED


def test_empty_and_undated_documents_have_a_place(raid):
    """An empty document is a story of its own; one without a date goes where its words belong."""
    empty = read_document(make_document("", "empty.txt"))
    undated = read_document(make_document(RAID[0][0] + " The barracks of Orlec burned.", "undated.txt"))
    told = members(group_stories([*raid, empty, undated]))
    assert told == {ids([*raid, undated]), (empty.document.id,)}
    assert group_stories([]) == ()


def test_answers_of_two_stories_are_not_held_against_each_other(raid, ferry):
    """No event and no question has documents of both."""
    found = compare_readings([*raid, *ferry])
    home = {document: story.id for story in found.stories for document in story.documents}
    assert all(len({home[mention.document] for mention in event.mentions}) == 1 for event in found.events)
    documents = {line.id: reading.document.id for reading in found.readings for line in reading.attributions}
    at = {claim.id: home[documents[claim.attribution]] for claim in found.claims}
    for question in found.questions:
        assert len({at[each] for answer in question.answers for each in answer.claims}) == 1


def test_a_line_that_comes_back_for_months_is_the_sites():
    """It is known by its plain words where a name in it changes; what is told within a week is not stock."""
    lines = [f"Friends of {name} may renew their yearly pass by phone or at the desk." for name in "ABCD"]
    told = [signs(f"doc-{at}", _day(at + 1), {line: [], "Nine soldiers died.": []}) for at, line in enumerate(lines)]
    assert find_stock(told) == {line_keys(lines[0])[1], line_keys("Nine soldiers died.")[0]}
    assert line_keys(lines[0])[1] == line_keys(lines[1])[1]
    assert not find_stock([signs(f"doc-{at}", _day(1), {lines[0]: []}) for at in range(5)])


def test_words_of_the_sites_lines_are_not_counted():
    """A line of years of pages says nothing of what a report is about; its other lines do."""
    stock = {"Renew your pass with us.": ["renew", "pass", "dam"]}
    told = [
        signs(f"doc-{at}", _day(at + 1), stock | {f"The dam of Kell broke, said {at} men.": ["dam", "kell", "dam"]})
        for at in range(4)
    ]
    vocabulary = Vocabulary(each.lines.words.all() for each in told)
    for numbers, counts in count_words(told, vocabulary):
        assert [(vocabulary.words[at], count) for at, count in zip(numbers, counts, strict=True)] == [
            ("dam", 2),
            ("kell", 1),
        ]


def signs(name, published, lines):
    """The signs of a report of these lines with their telling words."""
    return Signs(name, published, pack_lines(lines.items()), Words.of([]), (), Words.of([]))


def _day(month):
    return make_document("", published=date(2031, month, 1)).published.date


def test_a_large_pile_is_not_compared_pair_by_pair():
    """Reports that share a telling word meet, the others do not."""
    soldier = 100
    vectors = [Vector(np.array([at // 2, soldier]), np.array([0.8, 0.6])) for at in range(200)]
    left, right = find_pairs(vectors, [0] * 200)
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    assert {(at, at + 1) for at in range(0, 200, 2)} <= set(pairs)
    assert pairs == sorted(set(pairs))
    assert len(pairs) < 200 * 30


def test_a_pile_weighed_in_bands_gives_the_same_pairs(monkeypatch):
    """What does not fit into memory at once is weighed band by band; nothing else changes."""
    vectors = [Vector(np.array([at // 7, 100 + at % 9]), np.array([0.8, 0.6])) for at in range(150)]
    whole = [each.tolist() for each in find_pairs(vectors, list(range(150)))]
    monkeypatch.setattr(candidates, "BAND", 40)
    assert [each.tolist() for each in find_pairs(vectors, list(range(150)))] == whole
