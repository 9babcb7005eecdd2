"""Names, roles and descriptions inside one document."""

import pytest

from accordingto.model.actor import ActorKind
from tests.stages.resolve.room import are_one, find_actor, resolve_texts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kell Liberation Front (KLF) took the town. The KLF gave no reason.", ("Kell Liberation Front", "KLF")),
        ("Tor Osrin arrived on Monday. Osrin said the road was open.", ("Tor Osrin", "Osrin")),
        (
            "Tor Osrin, who goes by the pseudonym Jan Vask, said the road was open.",
            ("Tor Osrin", "Jan Vask"),
        ),
        (
            "Marchers of the #FreeTheMiners campaign came. Free The Miners was founded in May.",
            ("Free The Miners", "FreeTheMiners"),
        ),
        ("The Korvan Miners Union met. Later KMU and the Korvan Miners Union left.", ("KMU", "Korvan Miners Union")),
        (
            "Sudan denies it. Khartoum claims the town. The Sudanese government said so.",
            ("Sudan", "Khartoum", "Sudanese government"),
        ),
        ("The Sudanese army left. Sudan's armed forces returned.", ("Sudanese army", "Sudan's armed forces")),
    ],
)
def test_names_of_one_are_joined(text, names):
    """A document that ties two names together gives one actor that bears both."""
    assert are_one(resolve_texts(text), *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Lena Osrin met Mr. Tor Osrin.", ("Lena Osrin", "Tor Osrin")),
        ("Niger denies it, and Nigeria denies it too.", ("Niger", "Nigeria")),
        ("The Sudanese army left, the Sudanese government said.", ("Sudanese army", "Sudanese government")),
        ("The Otar Brigade fought the Kell Brigade.", ("Otar Brigade", "Kell Brigade")),
    ],
)
def test_names_of_two_stay_apart(text, names):
    """A shared surname, country or kind of unit makes nobody one."""
    resolution = resolve_texts(text)
    assert all(find_actor(resolution, name) for name in names)
    assert not are_one(resolution, *names)


def test_a_capital_that_does_not_speak_is_a_place():
    """A city where things happen is no government."""
    resolution = resolve_texts("Thousands marched in Khartoum on Monday. Shops in Moscow stayed open.")
    assert find_actor(resolution, "Khartoum") is None
    assert find_actor(resolution, "Moscow") is None


def test_a_name_given_by_a_call_sign_is_a_person():
    """'known as' after a person's noun makes a person of any word."""
    actor = find_actor(resolve_texts("A soldier known as Lantern said the bridge was lost. Lantern left."), "Lantern")
    assert actor is not None
    assert actor.kind is ActorKind.PERSON


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Otar Volunteer Corps left.", "Otar Volunteer Corps", ActorKind.GROUP),
        ("Kell Dawn fighters left. Kell Dawn returned.", "Kell Dawn", ActorKind.GROUP),
        ("The Ministry of Roads said so.", "Ministry of Roads", ActorKind.ORGANIZATION),
        ("The Sudanese government said so.", "Sudanese government", ActorKind.GOVERNMENT),
        ("Sudanese state media said so.", "Sudanese state media", ActorKind.OUTLET),
        ("President Tor Osrin said so.", "Tor Osrin", ActorKind.PERSON),
    ],
)
def test_kinds(text, name, kind):
    """Head words, titles and neighbours tell what a name names, whatever the recogniser thinks."""
    actor = find_actor(resolve_texts(text), name)
    assert actor is not None
    assert actor.kind is kind


def test_forms_of_address_are_kept_beside_the_clean_name():
    """Both the name with its form of address and without it are surface names."""
    actor = find_actor(resolve_texts("Mr. Tor Osrin said the road was open."), "Tor Osrin")
    assert actor is not None
    assert actor.name == "Tor Osrin"


def test_a_spokesman_is_affiliated_with_the_words_that_show_it():
    """'Legion spokesman Tor Osrin' binds the person to the group, with evidence."""
    text = "The Kell Legion left. Tor Osrin, a spokesman for the Kell Legion, said the road was open."
    resolution = resolve_texts(text)
    legion, osrin = find_actor(resolution, "Kell Legion"), find_actor(resolution, "Tor Osrin")
    assert legion is not None
    assert osrin is not None
    (bond,) = osrin.affiliations
    assert bond.actor == legion.id
    assert bond.evidence is not None
    assert "Kell Legion" in text[bond.evidence.start : bond.evidence.end] or "Legion" in text[bond.evidence.start :]


def test_an_official_body_belongs_to_its_government():
    """A country's army and state media are on its government's side."""
    resolution = resolve_texts("Sudan denies it. The Sudanese army left. Sudanese state media said so.")
    government = find_actor(resolution, "Sudan")
    for name in ("Sudanese army", "Sudanese state media"):
        actor = find_actor(resolution, name)
        assert actor is not None
        assert government is not None
        assert [each.actor for each in actor.affiliations] == [government.id]
