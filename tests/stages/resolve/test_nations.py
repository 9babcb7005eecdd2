"""Countries that no list knows, learnt from the documents."""

import pytest

from tests.stages.resolve.room import are_one, claimers, find_actor, read, resolve_texts

RAID = """The Velkarian defence ministry said on Monday that six soldiers had died in a raid in the town of Pross.

The ministry said in a statement that a bridge was also hit. It blamed the Tern Front for the raid.

The Velkarian army has fought the Tern Front since 2019."""
DENIAL = """Velkaria says that Ostrenia arms the rebels. Ostrenia denies this.

The Ostrenian foreign minister, Pell Adrin, said on Tuesday that the Velkarian government had no proof."""


def test_bodies_of_an_unknown_country_are_found() -> None:
    """An adjective beside a body, and the name that it is made of, make a country."""
    resolution = resolve_texts(RAID, DENIAL)
    assert find_actor(resolution, "Velkarian defence ministry") is not None
    assert find_actor(resolution, "Velkarian army") is not None
    assert are_one(resolution, "Velkaria", "Velkarian government")
    assert not are_one(resolution, "Velkaria", "Ostrenia")


def test_an_unknown_country_that_acts_is_its_government() -> None:
    """'Ostrenia denies this': a government, no person."""
    found = find_actor(resolve_texts(RAID, DENIAL), "Ostrenia")
    assert found is not None
    assert found.kind.value == "government"


def test_the_ministry_is_that_of_the_country_the_report_is_about() -> None:
    """'the defence ministry' of a report on one country is the ministry that another report names in full."""
    bare = """Six soldiers died in Pross, the defence ministry said on Monday. Velkaria is at war with the Tern Front.

The army said in Velkaria on Tuesday that it would answer, and Velkaria closed the border."""
    resolution = resolve_texts(RAID, bare)
    assert are_one(resolution, "Velkarian defence ministry", "defence ministry")
    assert are_one(resolution, "Velkarian army", "Velkarian army")


def test_the_government_in_its_capital() -> None:
    """A town after 'the government in' is the capital, and may speak for the country."""
    text = """The Velkarian army attacked Pross, residents said. Velkaria has denied it.

The government in Sollen, which denies responsibility for the attack, promised an inquiry. Velkarian jets were seen."""
    reading = read(text, "0.txt")
    found = set(claimers(reading, resolve_texts(text)).values())
    assert "Velkaria" in found


@pytest.mark.parametrize("word", ["Christian", "Rossi", "Civilian"])
def test_faiths_and_surnames_are_no_countries(word: str) -> None:
    """'Christian authorities', 'the Rossi government' say nothing of a country."""
    text = f"{word} authorities said on Monday that they would leave. Mr Christi and Ross met the {word} government."
    names = {name for actor in resolve_texts(text).actors if actor.kind.value == "government" for name in actor.names}
    assert names <= {"government", "authorities"}
