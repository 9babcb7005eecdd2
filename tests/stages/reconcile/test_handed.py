"""Figures that a sentence hands on are theirs whom it names."""

from accordingto.pipeline import compare_readings, read_document
from tests.factory import make_document
from tests.stages.reconcile.world import World


def test_who_cites_another_is_no_origin_of_his_own():
    """'41 had been killed, citing the Red Aid' is the Red Aid's figure, whoever says so."""
    world = World()
    aid, envoy = world.actor("Red Aid"), world.actor("Envoy")
    text = "The envoy said that 41 had been killed, citing the Red Aid."
    world.claim(world.document("Harbour Post"), (41, 41), by=aid)
    world.claim(world.document("Delta Wire", text), (41, 41), by=envoy)
    question = world.question()
    assert (question.status, question.answers[0].origins) == ("single", 1)


def test_a_report_that_tells_a_sides_raised_figure_is_no_origin_beside_it():
    """'The Legion raised the number of soldiers killed to 14' is its own figure, though the report narrates it."""
    told = "The Harbour Legion on Thursday raised the number of soldiers killed in a raid on Orvel to 14."
    said = "Fourteen soldiers were killed in a raid on Orvel, the Harbour Legion said on Thursday."
    documents = [make_document(told, "a.txt", outlet="Delta Wire"), make_document(said, "b.txt", outlet="Harbour Post")]
    findings = compare_readings([read_document(each) for each in documents])
    answers = [a for q in findings.questions if q.attribute == "killed" for a in q.answers]
    assert {answer.origins for answer in answers} == {1}


def test_a_single_origin_names_all_who_hold_it():
    """A ministry and its spokesman are one origin; the reason calls neither of them the only one."""
    world = World()
    ministry = world.actor("Ministry")
    spokesman = world.actor("Tor Osrin", of=ministry)
    document = world.document("Harbour Post")
    world.claim(document, (9, 9), by=ministry)
    world.claim(document, (9, 9), by=spokesman)
    reason = world.question().reason
    assert reason == "Ministry and Tor Osrin are one origin, and no other answers: 9."
