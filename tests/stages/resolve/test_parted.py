"""A person parts names that the rules join within one document."""

import pytest

from accordingto.model.actor import Judgement, Verdict
from accordingto.model.trace import Trace
from tests.stages.resolve.room import claimers, find_actor, read, resolve_texts

TEXT = (
    "The Marish Relief Committee (MRC) said that nine people died in the raid. "
    "The MRC said that thirty were hurt. The Dawn Front denied this."
)


def key(text, name, after=0):
    """The key of the mention with this name."""
    start = text.index(name, after)
    return f"{read(text, '0.txt').document.id}:{start}-{start + len(name)}"


def judge(left, right, verdict=Verdict.DIFFERENT, made="2031-05-14T09:00:00Z"):
    """A person's judgement."""
    left, right = sorted((left, right))
    return Judgement(left, right, verdict, 1.0, ("two bodies",), Trace("person:ada"), made)


APART = judge(key(TEXT, "Marish Relief Committee"), key(TEXT, "MRC"))


def test_two_names_of_one_document_become_two_actors():
    """Each with its own mentions, and what each says goes with it."""
    resolution = resolve_texts(TEXT, judgements=[APART])
    whole, short = find_actor(resolution, "Marish Relief Committee"), find_actor(resolution, "MRC")
    assert whole is not None
    assert short is not None
    assert whole.id != short.id
    assert {each.text for each in short.mentions if each.text.isupper()} == {"MRC"}
    said = claimers(read(TEXT, "0.txt"), resolution)
    assert said["thirty were hurt"] == "MRC"
    assert said["nine people died in the raid"] == "Marish Relief Committee"


def test_nothing_else_changes():
    """The same mentions in all, each once; the other actors as they were."""
    before, after = resolve_texts(TEXT), resolve_texts(TEXT, judgements=[APART])
    everything = [sorted(m.span for actor in each.actors for m in actor.mentions) for each in (before, after)]
    assert everything[0] == everything[1]
    assert find_actor(before, "Dawn Front") == find_actor(after, "Dawn Front")
    assert set(before.claimers) == set(after.claimers)


def test_taken_back_it_is_as_it_was():
    """A later 'unsure' leaves the two to the rules."""
    back = judge(APART.left, APART.right, Verdict.UNSURE, "2031-05-15T09:00:00Z")
    for order in ([APART, back], [back, APART]):
        assert resolve_texts(TEXT, judgements=order).actors == resolve_texts(TEXT).actors


def test_the_rule_that_joined_them_is_written_down():
    """'MRC' in brackets: a judgement of the document with itself."""
    [reason] = [each for each in resolve_texts(TEXT).judgements if each.trace.rule == "resolve.within-document.v1"]
    assert reason.reasons == ("'MRC' in brackets after 'Marish Relief Committee'",)
    rules = {each.trace.rule for each in resolve_texts(TEXT, judgements=[APART]).judgements}
    assert "resolve.within-document.v1" not in rules


@pytest.mark.parametrize("other", ["thirty", "The Dawn"])
def test_a_key_that_is_no_mention_changes_nothing(other):
    """Words that name nobody part nobody."""
    judgement = judge(APART.left, key(TEXT, other))
    assert resolve_texts(TEXT, judgements=[judgement]).actors == resolve_texts(TEXT).actors


def test_one_name_twice_is_parted_by_place():
    """The first 'MRC' is the committee, the second another body."""
    judgement = judge(key(TEXT, "MRC"), key(TEXT, "MRC", TEXT.index("The MRC")))
    resolution = resolve_texts(TEXT, judgements=[judgement])
    assert len([actor for actor in resolution.actors if "MRC" in actor.names]) == 2
