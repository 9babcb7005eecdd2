"""Resolving: nameless people who do a deed of violence, and groups that the recogniser passes over."""

import pytest

from tests.stages.resolve.room import find_actor, resolve_texts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Masked gunmen attacked the ferry at Orvel.", "Masked gunmen"),
        ("The ferry was attacked by three armed men.", "three armed men"),
        ("Two miners were kidnapped by urban commandos.", "urban commandos"),
    ],
)
def test_nameless_doers(text, name):
    """Who does a deed of violence is an actor, also without a name."""
    actor = find_actor(resolve_texts(text), name)
    assert actor is not None
    assert actor.described


def test_gunmen_in_passing():
    """Who only stands about is none."""
    assert find_actor(resolve_texts("Three armed men drank tea at Orvel."), "three armed men") is None


def test_groups_that_act():
    """Who attacks with 'the' before a bare name is a group, whatever the recogniser takes it for."""
    resolution = resolve_texts(
        "In July the Gleaming Lantern bombed a bus in Orvel, police said. Later the Gleaming Lantern attacked a post."
    )
    assert find_actor(resolution, "Gleaming Lantern") is not None


def test_members_of_a_nameless_body():
    """Members of the police who do a deed are an actor, as the police are."""
    assert find_actor(resolve_texts("Two nurses were seized by national police members."), "national police members")


def test_rebel_forces_of_the_only_group():
    """Where a report names one armed group alone, 'rebel forces' and bare 'guerrillas' are that group's."""
    group = find_actor(
        resolve_texts(
            "Fighters of the Harbour Front set up barricades at Orvel. The Harbour Front rebels hold the road. "
            "Later rebel forces ambushed a patrol."
        ),
        "Harbour Front",
    )
    assert group is not None
    assert any(mention.text == "rebel forces" for mention in group.mentions)
