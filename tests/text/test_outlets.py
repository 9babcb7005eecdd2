"""Which names are those of outlets that everybody cites."""

import pytest

from accordingto.text.outlets import find_outlet, find_outlet_of_url, is_outlet_name


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Reuters", True),
        ("REUTERS", True),
        ("The Associated Press", True),
        ("SANA", True),
        ("Sana", False),
        ("RT", True),
        ("Rt", False),
        ("Time", False),
        ("Harbour Post", False),
        ("", False),
    ],
)
def test_capitals_tell_an_acronym_from_a_person(name, known):
    """A name is known however it is written, but an acronym only in capitals, and no ordinary word is an outlet."""
    assert is_outlet_name(name) is known


@pytest.mark.parametrize(("name", "usual"), [("the AP", "Associated Press"), ("“Harbour Post”", "Harbour Post")])
def test_one_outlet_has_one_usual_name(name, usual):
    """Another name gives the usual one; an unknown outlet keeps its own, without marks."""
    assert find_outlet(name) == usual


@pytest.mark.parametrize(
    ("url", "outlet"), [("https://www.reuters.com/a", "Reuters"), ("http://[", None), ("", None), (None, None)]
)
def test_an_address_tells_the_outlet(url, outlet):
    """The host decides, and a broken address tells nothing."""
    assert find_outlet_of_url(url) == outlet
