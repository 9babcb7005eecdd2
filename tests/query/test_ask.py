"""Questions in the order in which a reader should meet them, with everybody who answers."""

from dataclasses import replace

import pytest

from accordingto.model.claim import Status
from accordingto.model.document import Span
from accordingto.model.lineage import Lineage, Origin
from accordingto.query import Narrow, ask_questions, count_lines, suggest
from tests.harbour import TOLLS, make_findings


def ask(**narrow):
    """The attributes of the questions that fit."""
    return [each.question.attribute for each in ask_questions(make_findings(), Narrow(**narrow))]


def test_what_is_disputed_comes_first():
    """Contested, then unverified, then single."""
    assert ask() == ["killed", "size", "responsible"]


def test_an_answer_has_its_claimers_relays_words_and_documents():
    """A copy is cited beside what it copies, and is no second line."""
    killed = ask_questions(make_findings())[0]
    assert (killed.asks, killed.about, killed.when, killed.where) == (
        "How many were killed?",
        "raid on Orlec",
        "12 to 13 May 2031",
        "Orlec, Mar valley",
    )
    many = next(each for each in killed.answers if each.value == "more than 30")
    assert (many.scope, many.origins) == ("rebels, as of 13 May 2031", 1)
    [army] = many.asserted
    assert army.claimer == "Marish army"
    [quoted] = army.quoted
    assert quoted.via == ("Telegram",)
    assert sorted(quoted.claims) == sorted(each.id for each in TOLLS)
    assert quoted.passage.evidence == "more than 30 rebels died"
    assert {(place.name, place.date, place.derived) for place in quoted.places} == {
        ("Harbour Wire", "13 May 2031", None),
        ("Halvik Courier", "13 May 2031", "copy of Harbour Wire"),
    }
    assert [each.claimer for each in many.denied] == ["Dawn Front"]
    assert [each.claimer for each in many.doubted] == ["Harbour Wire"]


def test_described_claimers_are_told_apart_but_not_in_a_copy():
    """The 'residents' of two reports are two; those of a report and its copy are one."""
    findings = make_findings()
    [army] = [each for each in findings.resolution.actors if each.name == "Marish army"]
    residents = [replace(army, id=f"actor-{n}", name="residents", described=True) for n in range(2)]
    claimers = findings.resolution.claimers | {
        TOLLS[0].attribution: residents[0].id,
        TOLLS[1].attribution: residents[1].id,
    }
    resolution = replace(findings.resolution, actors=(*findings.resolution.actors, *residents), claimers=claimers)
    copied = replace(findings, resolution=resolution)
    apart = tuple(Origin(f"origin-{each.document.id}", (each.document.id,), None) for each in copied.readings)
    for story, count in ((copied, 1), (replace(copied, lineage=Lineage((), apart)), 2)):
        many = ask_questions(story)[0].answers[0]
        assert [each.claimer for each in many.asserted] == ["residents"] * count


def test_what_a_later_claim_replaced_comes_last():
    """It stays on record, after the answers that stand."""
    killed = ask_questions(make_findings())[0]
    assert [each.is_superseded for each in killed.answers] == [False, True]
    assert killed.answers[1].asserted[0].affiliations == ("Dawn Front",)


def test_nobody_named_and_an_outlet_unknown():
    """A sourceless claim has no claimer; narration of a file without an outlet is the file's."""
    accounts = {each.question.attribute: each for each in ask_questions(make_findings())}
    assert accounts["size"].answers[0].asserted[0].claimer is None
    told = accounts["responsible"].answers[0].asserted[0]
    assert (told.claimer, told.is_narration) == ("radio.txt", True)


@pytest.mark.parametrize(
    ("narrow", "found"),
    [
        ({"actor": "varsk"}, ["killed"]),
        ({"actor": "front"}, ["killed", "size", "responsible"]),
        ({"actor": "MARISH army"}, ["killed"]),
        ({"actor": "telegram"}, ["killed"]),
        ({"actor": "halvik"}, ["killed"]),
        ({"event": "orlec raid"}, ["killed", "responsible"]),
        ({"event": "May 2031"}, ["killed", "responsible"]),
        ({"event": "assault"}, ["killed", "responsible"]),
        ({"attribute": "Size"}, ["size"]),
        ({"actor": "front", "attribute": "killed"}, ["killed"]),
        ({"actor": "nobody of this name"}, []),
        ({"event": "wedding"}, []),
    ],
)
def test_questions_are_narrowed(narrow, found):
    """By who answers, denies or relays, by the event's words, by attribute; all that is asked for must fit."""
    assert ask(**narrow) == found


def test_lines_are_counted():
    """Numbers of what the ledger holds."""
    counts = count_lines(make_findings())
    assert (counts.documents, counts.origins, counts.attributions, counts.narrated) == (3, 2, 7, 1)
    assert counts.statuses == {Status.SINGLE: 1, Status.AGREED: 0, Status.CONTESTED: 1, Status.UNVERIFIED: 1}


@pytest.mark.parametrize(
    ("narrow", "words"),
    [
        ({"actor": "marsh army"}, "actors with such a name: Marish army"),
        ({"actor": "qqqqqq"}, "actors with such a name: none"),
        ({"event": "raid at Orlek"}, "events with such a name: raid on Orlec"),
        ({"attribute": "weddings"}, "attributes here: killed, responsible, size"),
        ({"attribute": "size"}, "ask for less at a time"),
    ],
)
def test_what_could_be_asked_instead(narrow, words):
    """A slip in a name is answered with the name."""
    assert suggest(make_findings(), Narrow(**narrow)) == words


def test_a_sentence_on_which_two_claims_rest_is_shown_once():
    """'Denied that its aircraft had bombed the market' stood twice, once for each half of it."""
    findings = make_findings()
    narrower = [
        replace(each, id=f"{each.id}-part", evidence=Span(each.evidence.start, each.evidence.end - 5)) for each in TOLLS
    ]
    claims = (*findings.claims, *narrower)
    answers = [
        (
            replace(each, claims=(*each.claims, *(claim.id for claim in narrower)))
            if TOLLS[0].id in each.claims
            else each
        )
        for each in findings.questions[0].answers
    ]
    questions = (replace(findings.questions[0], answers=tuple(answers)),)
    [killed] = ask_questions(replace(findings, claims=claims, questions=questions))
    many = next(each for each in killed.answers if each.value == "more than 30")
    [quoted] = many.asserted[0].quoted
    assert {each.id for each in (*TOLLS, *narrower)} <= set(quoted.claims)
