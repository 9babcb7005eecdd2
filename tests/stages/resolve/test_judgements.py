"""Persons' judgements outrank every rule."""

from accordingto.model.actor import Judgement, Verdict
from accordingto.model.trace import Trace
from tests.stages.resolve.room import are_one, find_actor, read, resolve_texts

ONE, OTHER = "President Tor Osrin left the town.", "President Lena Vask came to the town."


def _key(text, uri, name):
    document = read(text, uri).document
    start = text.index(name)
    return f"{document.id}:{start}-{start + len(name)}"


def _judge(left, right, verdict, made="2024-01-01T00:00:00Z"):
    left, right = sorted((left, right))
    return Judgement(left, right, verdict, 1.0, ("seen on a photograph",), Trace("person:ada"), made)


def test_a_person_joins_what_no_rule_would():
    """'same' of a person makes one actor with both names."""
    judgement = _judge(_key(ONE, "0.txt", "Tor Osrin"), _key(OTHER, "1.txt", "Lena Vask"), Verdict.SAME)
    assert are_one(resolve_texts(ONE, OTHER, judgements=[judgement]), "Tor Osrin", "Lena Vask")


def test_a_person_parts_what_a_rule_would_join():
    """'different' of a person keeps equal names apart."""
    again = "President Tor Osrin came to the harbour."
    judgement = _judge(_key(ONE, "0.txt", "Tor Osrin"), _key(again, "1.txt", "Tor Osrin"), Verdict.DIFFERENT)
    resolution = resolve_texts(ONE, again, judgements=[judgement])
    assert len([actor for actor in resolution.actors if "Tor Osrin" in actor.names]) == 2
    assert judgement in resolution.judgements


def test_the_later_of_two_judgements_counts():
    """A superseded judgement stays superseded, in whatever order the two are given."""
    left, right = _key(ONE, "0.txt", "Tor Osrin"), _key(OTHER, "1.txt", "Lena Vask")
    first = _judge(left, right, Verdict.SAME)
    then = _judge(left, right, Verdict.DIFFERENT, made="2024-02-01T00:00:00Z")
    for order in ([first, then], [then, first]):
        assert not are_one(resolve_texts(ONE, OTHER, judgements=order), "Tor Osrin", "Lena Vask")


def test_a_judgement_on_unknown_keys_changes_nothing():
    """Keys of documents that are not in the ledger are passed over."""
    judgement = _judge("doc-1:0-3", "doc-2:0-3", Verdict.SAME)
    assert resolve_texts(ONE, judgements=[judgement]).actors == resolve_texts(ONE).actors
    assert find_actor(resolve_texts(ONE), "Tor Osrin") is not None


def test_taking_back_one_judgement_leaves_another():
    """'unsure' is about two mentions; what was said of others of the same two actors still counts."""
    twice = f"{OTHER} Lena Vask spoke."
    left = _key(ONE, "0.txt", "Tor Osrin")
    right = _key(twice, "1.txt", "Lena Vask")
    document, _, start = right.rpartition(":")
    at = twice.rindex("Lena Vask")
    again = f"{document}:{at}-{at + len('Lena Vask')}"
    same = [_judge(left, right, Verdict.SAME), _judge(left, again, Verdict.SAME, made="2024-01-02T00:00:00Z")]
    back = _judge(left, right, Verdict.UNSURE, made="2024-01-03T00:00:00Z")
    assert start != again.rpartition(":")[2]
    assert are_one(resolve_texts(ONE, twice, judgements=[*same, back]), "Tor Osrin", "Lena Vask")
    assert not are_one(resolve_texts(ONE, twice, judgements=[same[0], back]), "Tor Osrin", "Lena Vask")
