"""Names of ships are nobody's."""

from tests.stages.resolve.room import find_actor, resolve_texts

SUNK = "The ferry Santa Vela sank on Monday. The Santa Vela was hit by a rocket. A corvette, the Barrow, fired on it."


def test_a_ship_is_no_actor():
    """What a report calls a ferry or a corvette is nobody, wherever it has the name."""
    resolution = resolve_texts(SUNK)
    assert find_actor(resolution, "Santa Vela") is None
    assert find_actor(resolution, "Barrow") is None


def test_a_ship_of_another_report():
    """With its article a name is a ship's by the word of another report; without one it is a person's."""
    resolution = resolve_texts(SUNK, "A rocket hit the Santa Vela, Lena Barrow said. Barrow said it was dark.")
    assert find_actor(resolution, "Santa Vela") is None
    assert find_actor(resolution, "Lena Barrow") is not None


def test_letters_before_the_name():
    """'MV Harrow' is a ship."""
    assert find_actor(resolve_texts("The MV Harrow left on Monday. The MV Harrow sank."), "MV Harrow") is None
