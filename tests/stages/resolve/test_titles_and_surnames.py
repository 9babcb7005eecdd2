"""Names as the world's press writes them: two surnames, offices in capitals, nicknames, owners' names."""

import pytest

from accordingto.model.actor import ActorKind
from tests.stages.resolve.room import are_one, claimers, find_actor, read, resolve_texts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"They knew," said Anna von Falk. Nobody answered, von Falk said.', ("Anna von Falk", "von Falk")),
        ("The People's Justice Forum (PJF) met. The PJF said so.", ("People's Justice Forum", "PJF")),
        ("The Segundo Comando de la Costa took the jail.", ("Segundo Comando de la Costa",)),
        ('It was led by Wilmar "Gordo" Lobo.', ('Wilmar "Gordo" Lobo',)),
        ("The Teachers' Union said it was false.", ("Teachers' Union",)),
        ("Superintendent of Police R K Dalai said so.", ("R K Dalai",)),
        (
            "The First Command of the Line, a smuggling gang known by its Spanish initials PCL, left. The PCL said so.",
            ("First Command of the Line", "PCL"),
        ),
        (
            "Maria Serrat was held. Serrat, a lawyer, is ill. Serrat spoke. Her husband, Hassan Serrat, was not held.",
            ("Maria Serrat", "Serrat"),
        ),
    ],
)
def test_a_name_is_found_whole_and_once(text, names):
    """Particles, owners, nicknames and offices of several words do not cut a name or make two of it."""
    assert are_one(resolve_texts(text), *names)


def test_two_surnames_and_one_of_them_are_one_person():
    """Where the full name ends with them and nobody else bears them."""
    full = 'Minister Édgar Pardal Osuna said no. "We will not talk," Pardal said.'
    both, first = "The exit of Minister Pardal Osuna was demanded.", "Justice Minister Pardal said he would resign."
    assert are_one(resolve_texts(full, both, first), "Édgar Pardal Osuna", "Pardal Osuna", "Pardal")


def test_two_surnames_that_two_persons_bear_stay_alone():
    """Which of the two is meant is not known."""
    texts = ("Juan Pardal Osuna spoke.", "Rosa Pardal Osuna left.", "The exit of Minister Pardal Osuna was demanded.")
    assert not are_one(resolve_texts(*texts), "Juan Pardal Osuna", "Pardal Osuna")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Governor Tor Ostrel said nine died. The Governor said that it was calm.", "Tor Ostrel"),
        ("Superintendent of Police Amit Dalai came. The Superintendent of Police said that it was calm.", "Amit Dalai"),
        ("Director General of Police Anil Kapur came. The DGP said that it was calm.", "Anil Kapur"),
    ],
)
def test_an_office_in_capitals_is_its_holder(text, name):
    """'The Governor' is no name; 'the DGP' is one only where no office has these letters."""
    assert claimers(read(text, "0.txt"), resolve_texts(text))["it was calm"] == name


def test_an_acronym_of_another_language_finds_the_name_that_spells_it():
    """One document has the translation with it, another the name itself."""
    ours = "The First Command of the Line, a gang known by its Spanish initials PCL, left."
    theirs = "The Primer Comando de la Línea was founded in 2016."
    assert are_one(resolve_texts(ours, theirs), "First Command of the Line", "Primer Comando de la Línea")


def test_a_gang_known_by_a_name_is_not_its_member():
    """The name belongs to the noun before 'known'."""
    resolution = resolve_texts("Tor Ostrel, a member of a gang known as Kell Dawn, said so.")
    assert not are_one(resolution, "Tor Ostrel", "Kell Dawn")


def test_several_by_a_spanish_article_are_a_group():
    """Towns that begin so are no actors."""
    resolution = resolve_texts("Los Pumas said it lost men. They were seen in Los Angeles.")
    found = find_actor(resolution, "Los Pumas")
    assert found is not None
    assert found.kind is ActorKind.GROUP
    assert find_actor(resolution, "Los Angeles") is None


def test_a_state_in_brackets_is_no_other_name_of_the_town():
    """'KELL (Marsh)': the capitals are a dateline's."""
    resolution = resolve_texts("KELL (Marsh), the Kell Bachao Samiti (KBS) met. The KBS said no.")
    assert not are_one(resolution, "Kell Bachao Samiti", "Marsh")


def test_the_gang_is_not_its_rival_nor_a_ministry():
    """'A rival gang' is brought in beside the one that the report is about; a ministry is no gang."""
    text = (
        "Members of the Third Command of the Line, a smuggling gang known by its initials TCL, left. Most of the dead "
        "were members of a rival gang, Los Pumas, the ministry said. The gang said that it would fight on."
    )
    assert claimers(read(text, "0.txt"), resolve_texts(text))["it would fight on"] == "Third Command of the Line"


def test_the_country_of_the_first_lines_is_what_reports_are_about():
    """A neighbour is named in as many reports, further down; a ministry 'of justice' is that of the first country."""
    first = "Twelve inmates died in a Peruvian jail, the justice ministry said. Peru sent soldiers, and two men fled."
    second = (
        "A jail in Peru burned for a day and a night, and the smoke was seen from the coast by everybody who was there "
        "on that morning, among them fishermen and the crews of two ships. Later Chile closed a road."
    )
    third = (
        "The warden spoke late. Nobody had known of it before, he said, and the letter that was sent to the capital in "
        "spring was lost. The ministry of justice says that it never got it. One of the dead was a Chilean."
    )
    assert are_one(resolve_texts(first, second, third), "justice ministry", "ministry of justice")


def test_an_acronym_of_two_names_that_are_one_group_joins_it():
    """Each of two documents ties it to its own translation of the name; the third has the acronym alone."""
    first = "The First Command of the Line, a gang known by its Spanish initials PCL, left."
    second = "The government blames the First Line Command, or PCL, which came up in 2016."
    third = "The ministry insists that they were killed by the PCL. The PCL said nothing."
    assert are_one(resolve_texts(first, second, third), "First Command of the Line", "First Line Command", "PCL")


def test_a_title_makes_a_surname_sure_at_the_start_of_a_sentence():
    """Named once, with nothing but the title: 'he' is the captain, not the woman who spoke before."""
    text = '"They did not warn us," Mrs. Lena Bagh said. Captain Pruitt denied that. "Stones were thrown," he said.'
    assert claimers(read(text, "0.txt"), resolve_texts(text))['"Stones were thrown,"'] == "Pruitt"
