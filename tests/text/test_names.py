"""Names as strings."""

import pytest

from accordingto.text.countries import find_country
from accordingto.text.name_similarity import compare_in_order, compare_words
from accordingto.text.names import clean_name, fold_name, is_acronym, is_acronym_of, split_tag


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("the Otar Corps’s", "Otar Corps"),
        ("“Kell Dawn”", "Kell Dawn"),
        ("The  Kell\nFront", "Kell Front"),
        ("Radios'", "Radios"),
        ("U.N.", "U.N."),
        ("The", "The"),
    ],
)
def test_clean_name(text, clean):
    """Articles, possessives, quotation marks and line ends are no part of a name."""
    assert clean_name(text) == clean


@pytest.mark.parametrize(
    ("text", "fold"),
    [("Łukasz N’Doye", "lukasz ndoye"), ("Тор Осрин", "tor osrin"), ("al-Osrin", "al osrin"), ("U.N.", "un"), ("", "")],
)
def test_fold_name(text, fold):
    """Scripts, accents and points fall away; words stay apart."""
    assert fold_name(text) == fold


@pytest.mark.parametrize(
    ("text", "known"), [("KLF", True), ("P.L.F.", True), ("Osrin", False), ("I", False), ("UNHCR", True)]
)
def test_is_acronym(text, known):
    """Initials are two to eight letters, nearly all capital."""
    assert is_acronym(text) is known


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [
        ("KLF", "Kell Liberation Front", True),
        ("ICBS", "International Council of the Blue Star", True),
        ("ICOTBS", "International Council of the Blue Star", True),
        ("KLF", "Kell Front", False),
    ],
)
def test_is_acronym_of(acronym, name, fits):
    """Small words may be counted or not."""
    assert is_acronym_of(acronym, name) is fits


def test_split_tag():
    """A hashtag's capitals part its words."""
    assert split_tag("#FreeTheMiners") == "Free The Miners"
    assert split_tag("@Kell_Press") == "Kell Press"


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("kapulin", "kapoulin", True),
        ("gladkin", "hladkin", True),
        ("koladarin", "kolodarin", True),
        ("osrin", "vask", False),
        ("ali", "adi", False),
        ("", "osrin", False),
    ],
)
def test_compare_words(left, right, alike):
    """Spellings of one sound and slips in long words are alike, short words must be equal."""
    assert (compare_words(left, right) > 0) is alike
    assert compare_words(left, right) == compare_words(right, left)


def test_compare_in_order():
    """Names with different numbers of words are not compared word by word."""
    assert compare_in_order(("tor", "osrin"), ("tor", "osrin")) == 1.0
    assert compare_in_order(("tor", "osrin"), ("osrin",)) == 0.0


@pytest.mark.parametrize(
    ("text", "code", "use"),
    [
        ("Kyiv", "UA", "capital"),
        ("the Kremlin", "RU", "seat"),
        ("Sudanese", "SD", "demonym"),
        ("US", "US", "name"),
        ("Mali’s", "ML", "name"),
    ],
)
def test_find_country(text, code, use):
    """Names, demonyms, capitals and seats lead to their country."""
    found = find_country(text)
    assert found is not None
    assert (found.code, found.use) == (code, use)


@pytest.mark.parametrize("text", ["us", "Kell", "", "it"])
def test_no_country(text):
    """'us' is a pronoun."""
    assert find_country(text) is None
