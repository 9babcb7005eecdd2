"""Ways of naming that other conflicts brought up."""

from tests.stages.resolve.room import are_one, claimers, find_actor, read, resolve_texts


def test_a_foreign_particle_stays_in_the_name_and_a_branch_is_no_other_body() -> None:
    """'Pharmaciens sans Limites (PSL-Ostrand)' is one name with its acronym."""
    resolution = resolve_texts(
        "The medical charity Pharmaciens sans Limites (PSL-Ostrand) said on Monday that nine people died.",
        "Pharmaciens sans Limites (PSL) said on Tuesday that ten people died. PSL has left the town.",
    )
    assert are_one(resolution, "Pharmaciens sans Limites", "PSL")


def test_rebels_of_a_front_speak_for_it() -> None:
    """'Rebels of the Tern Front say …' is the front speaking, and no name of its own."""
    text = "Rebels of the Tern River Front say they killed six soldiers. The Tern River Front holds the town of Pross."
    found = set(claimers(read(text, "0.txt"), resolve_texts(text)).values())
    assert found == {"Tern River Front"}


def test_names_that_followers_use_and_names_given_only_so() -> None:
    """'whom his followers call Falcon' is another name; 'gave his name only as Ber' makes a person of a member."""
    text = """Lirr Anvek, whom his fighters call Falcon, leads the Tern Front from the hills. Falcon was born in Pross.

A member of the group, who gave his name only as Berin, told Coast News that it numbered 450 people."""
    resolution = resolve_texts(text)
    assert are_one(resolution, "Lirr Anvek", "Falcon")
    found = find_actor(resolution, "Berin")
    assert found is not None
    assert found.kind.value == "person"


def test_a_ministry_in_a_headline_is_no_name_of_its_own() -> None:
    """'Ministry admits deaths' does not hide the ministry that the report names."""
    resolution = resolve_texts(
        """Ministry admits two deaths in Pross unrest

The interior ministry on Saturday acknowledged that two protesters had been killed in Pross.
The ministry gave no names."""
    )
    assert find_actor(resolution, "interior ministry") is not None


def test_a_paper_s_short_name() -> None:
    """'the Tribune' is the Eastern Tribune of the same report."""
    resolution = resolve_texts(
        "The Eastern Tribune reported on Monday that nine soldiers died. A doctor told the Tribune that ten had died."
    )
    assert are_one(resolution, "Eastern Tribune", "Tribune")


def test_things_are_no_actors() -> None:
    """'Photos show …' is nobody's claim unless somebody owns the photos."""
    text = "Satellite photos show that the bridge is gone. The law says that bridges are closed in war."
    assert set(claimers(read(text, "0.txt"), resolve_texts(text)).values()) <= {None}


def test_the_last_name_alone_is_the_office_holder_s() -> None:
    """'President Verenkov' is the president of the name, not his wife who is named in full as often."""
    resolution = resolve_texts(
        "President Anatol Verenkov said on Monday that the war was over. Verenkov then left for the coast.",
        "Lena Verenkov, a teacher, said on Monday that she was glad. Lena Verenkov lives in Pross.",
        "President Verenkov said on Tuesday that the talks had failed. Verenkov gave no reason.",
    )
    alone = [actor for actor in resolution.actors if "Verenkov" in actor.names]
    assert len(alone) == 1
    assert "Anatol Verenkov" in alone[0].names


def test_the_title_before_a_name_is_the_named_person() -> None:
    """'Prime Minister' of 'Prime Minister Tor Osk' is a mention of Tor Osk."""
    resolution = resolve_texts("Prime Minister Tor Osk said on Monday that the talks had failed.")
    found = find_actor(resolution, "Tor Osk")
    assert found is not None
    assert "Prime Minister" in {mention.text for mention in found.mentions}
