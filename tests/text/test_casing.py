"""Small and capital letters for texts in capitals: every place stays the same place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.text.casing import is_shouted, true_case
from tests.factory import make_document

# How common the forms are; 'Orvel' and 'Tresk' are met nowhere.
EVERYDAY = ["the", "of", "in", "said", "police", "today", "front", "people", "liberation", "was", "on", "attacked"]
RANKS = {"a": 3, "group": 30, "Ada": 90, "Lima": 91, "lima": 9_100, "Merino": 30_000, "merino": 60_000} | {
    form: 10 + place for place, form in enumerate(EVERYDAY)
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE POLICE IN LIMA ATTACKED. THE FRONT WAS", "The police in Lima attacked. The front was"),
        ("PEOPLE OF ORVEL", "People of Orvel"),
        (
            "THE TRESK LIBERATION FRONT [TLF] SAID THE LIBERATION FRONT",
            "The Tresk Liberation Front [TLF] said the liberation front",
        ),
        ("TODAY THE POLICE'S FRONT SAID ON 2 MAY", "Today the police's front said on 2 May"),
        ('THE "FRONT PEOPLE" GROUP SAID THE FRONT PEOPLE', 'The "Front People" group said the Front People'),
        (
            "THE TLF [TRESK LIBERATION FRONT] SAID THE TRESK",
            "The TLF [Tresk Liberation Front] said the Tresk",
        ),
        ("THE FRONT OF NATIONAL LIBERATION SAID THE FRONT", "The Front of National Liberation said the front"),
        ("ADA MERINO SAID MERINO WAS", "Ada Merino said Merino was"),
        ("KRZ SAID", "KRZ said"),
    ],
)
def test_words_are_written_as_they_usually_are(text, expected):
    """Everyday words get small letters, names and acronyms keep theirs."""
    assert true_case(text, RANKS.get) == expected


@given(st.text(max_size=200))
def test_no_character_moves(text):
    """Whatever the text, it keeps its length and its letters."""
    cased = true_case(text, RANKS.get)
    assert len(cased) == len(text)


def test_a_text_with_small_letters_is_left_alone():
    """A headline in capitals makes no text in capitals."""
    assert not is_shouted("FOUR DEAD IN ORVEL\n" + "Four people died in Orvel, the police said on Friday. " * 5)
    assert is_shouted("FOUR PEOPLE DIED IN ORVEL, THE POLICE SAID ON FRIDAY. " * 5)
    assert not is_shouted("FOUR DEAD")
    assert make_document("FOUR DEAD").text == "FOUR DEAD"
