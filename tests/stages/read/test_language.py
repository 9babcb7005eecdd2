"""Which language a text is in."""

import pytest

from accordingto.stages.read.language import find_language

ENGLISH = (
    "The army said on Monday that nine soldiers were killed in the attack on Orlec. Rebels from the coast have denied "
    "it, and the mayor of the town said that she had not been told. "
)
DUTCH = (
    "De regering zei maandag dat negen soldaten waren gedood bij de aanval op het dorp, maar de opstandelingen "
    "ontkenden dit of zeiden dat het leger had gelogen over wat er was gebeurd in de stad. "
)
DANISH = (
    "Regeringen sagde mandag, at ni soldater blev dræbt ved angrebet på landsbyen, og at to var blevet såret, men "
    "oprørerne afviste det og sagde, at hæren havde løjet for at skjule sine tab. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (ENGLISH * 3, "en"), (DUTCH * 2, "nl"), (DANISH * 2, "da"), ("Orlec 2031", None), ("", None)],
)
def test_the_language_is_told(text, language):
    """By common words or by the classifier; of next to nothing, not at all."""
    assert find_language(text) == language
