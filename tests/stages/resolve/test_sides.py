"""Who belongs to or speaks for whom, with the words that show it."""

import pytest

from tests.stages.resolve.room import find_actor, read, resolve_texts

FRONT = "Kell Dawn Front"
DIED = "said two soldiers died."


def sides_of(text, name):
    """Names of those whom somebody belongs to, each with the words that show it."""
    resolution = resolve_texts(text)
    names = {actor.id: actor.name for actor in resolution.actors}
    document = read(text, "0.txt").document
    actor = find_actor(resolution, name)
    assert actor is not None, f"nobody is called {name}"
    return {
        names[each.actor]: None if each.evidence is None else document.quote(each.evidence)
        for each in actor.affiliations
    }


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        (f"The {FRONT} attacked Sell. The group's commander, Tor Osrin, {DIED}", "Tor Osrin", "The group's commander"),
        (f"The {FRONT} attacked Sell. Its spokesman, Lena Wren, {DIED}", "Lena Wren", "Its spokesman, Lena Wren"),
        (f"Tor Osrin, who leads the {FRONT}, {DIED}", "Tor Osrin", "who leads"),
        (f"The {FRONT}, led by Tor Osrin, {DIED}", "Tor Osrin", "led by Tor Osrin"),
        (f"{FRONT} spokesman Tor Osrin {DIED}", "Tor Osrin", f"{FRONT} spokesman Tor Osrin"),
        (f"The {FRONT} commander Tor Osrin {DIED}", "Tor Osrin", "commander"),
        (f"A spokesman for the {FRONT}, Lena Wren, {DIED}", "Lena Wren", "spokesman for"),
        (f"The spokesman of the {FRONT}, Tor Osrin, {DIED}", "Tor Osrin", "spokesman of"),
        (f"Abdi Marl, the {FRONT}'s military spokesman, {DIED}", "Abdi Marl", "military spokesman"),
        (f"Tor Vale of the {FRONT} {DIED}", "Tor Vale", f"Tor Vale of the {FRONT}"),
        (f"The {FRONT}'s Ada Marl {DIED}", "Ada Marl", f"{FRONT}'s Ada Marl"),
        (f"Speaking for the {FRONT}, Tor Osrin {DIED}", "Tor Osrin", FRONT),
        (f"Lena Wren has made statements on behalf of the {FRONT}.", "Lena Wren", "on behalf of"),
        (f"A member of the {FRONT}, who gave his name only as Tamas, {DIED}", "Tamas", "member of"),
    ],
)
def test_who_speaks_for_or_leads_a_group_belongs_to_it(text, name, shown):
    """However the document says it, the affiliation points at the words."""
    found = sides_of(text, name)
    assert list(found) == [FRONT]
    assert shown in found[FRONT]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Former {FRONT} commander Tor Osrin criticised the {FRONT}.", "Tor Osrin"),
        (f"{FRONT} survivor Ada Wren wept. The {FRONT} {DIED}", "Ada Wren"),
        (f"Tor Osrin, a critic of the {FRONT}, {DIED}", "Tor Osrin"),
        (f"Tor Osrin, who does not lead the {FRONT}, {DIED}", "Tor Osrin"),
        (f"{FRONT} expert Ada Wren {DIED}", "Ada Wren"),
    ],
)
def test_who_only_stands_beside_a_group_does_not_belong_to_it(text, name):
    """Former members, victims, critics and experts are on no side by that."""
    assert sides_of(text, name) == {}


@pytest.mark.parametrize(
    "words",
    [
        "Kenyan foreign minister Ada Wren",
        "Ada Wren, the president of Kenya,",
        "Kenya's prime minister, Ada Wren,",
    ],
)
def test_who_holds_an_office_of_state_belongs_to_its_government(words):
    """A minister and her government are one side."""
    found = sides_of(
        f"{words} said on Monday that two soldiers died. Kenya said that it would investigate.", "Ada Wren"
    )
    assert list(found) == ["Kenya"]


def test_a_soldier_of_a_country_is_not_its_government():
    """A Kenyan soldier may fight on any side."""
    text = "Kenyan soldier Tor Osrin said two men died. Kenya said that it would investigate."
    assert "Kenya" not in sides_of(text, "Tor Osrin")


def test_a_body_comes_before_the_government():
    """A ministry's spokesman speaks for it, and by way of it for the state."""
    text = "The Kenyan foreign ministry denied it. Ministry spokesman Tor Osrin said so. Kenya said nothing was lost."
    assert next(iter(sides_of(text, "Tor Osrin"))) == "Kenyan foreign ministry"


def test_a_body_in_brackets_explains_an_acronym():
    """'FAK (Kenyan army)' is one body under two names."""
    resolution = resolve_texts("The FAK (Kenyan army) shelled the town. The FAK denied it.")
    actor = find_actor(resolution, "FAK")
    assert actor is not None
    assert "Kenyan army" in actor.names


def test_a_person_named_by_a_call_sign_is_no_group():
    """'One soldier with the group, who goes by the call sign Falcon' names the soldier."""
    text = f"One fighter of that band, who goes by the call sign Falcon, spoke for the {FRONT}. Falcon {DIED}"
    actor = find_actor(resolve_texts(text), "Falcon")
    assert actor is not None
    assert actor.kind == "person"


@pytest.mark.parametrize("office", ["President", "Prime Minister"])
def test_the_leader_of_a_country_is_its_president_or_premier(office):
    """'The Kenyan leader' is whoever the document says rules Kenya."""
    text = f"Kenyan {office} Ada Wren met Tor Osrin on Monday. The Kenyan leader said that two soldiers died."
    actor = find_actor(resolve_texts(text), "Ada Wren")
    assert actor is not None
    assert any("leader" in mention.text for mention in actor.mentions)


def test_a_former_president_is_not_the_leader():
    """'The Kenyan leader' is not who ruled before."""
    text = "Former Kenyan President Ada Wren met Tor Osrin on Monday. The Kenyan leader said that two soldiers died."
    actor = find_actor(resolve_texts(text), "Ada Wren")
    assert actor is not None
    assert not any("leader" in mention.text for mention in actor.mentions)


def test_the_party_in_brackets_after_a_politician_is_hers_and_not_her_name():
    """'Mary Osrin (UFR)' is of the UFR."""
    text = "Mary Osrin (UFR) said two soldiers died. The Union for Renewal (UFR) denied it."
    assert list(sides_of(text, "Mary Osrin")) == ["Union for Renewal"]
