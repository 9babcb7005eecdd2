"""A text that says it is a translation, and the report it was made from."""

import pytest

from accordingto.model.lineage import DerivationKind
from accordingto.stages.lineage import trace_lineage
from tests.factory import make_document

SOURCE = """Soldiers stormed the jail of Orlec before dawn on Tuesday and freed six guards whom inmates held.
The toll rose to 19, the prosecutor Lena Adrin said, and another 34 people were wounded in the town of Kell.
The commander Tor Ostrel told the Coast Radio that nobody had been harmed after 4:40 in the morning.
The government of Korva blames the Night Watch, which came up in 2016 and has about 900 members."""
OTHER = """Nobody knows how many died in the jail of Orlec, the Night Watch said from the town of Sell.
The lawyer Pell Vask spoke of 23 dead and asked President Dana Harrow for an inquiry in Marsh.
The prosecutor Lena Adrin gave no figure, and the Harbour Union called for a march on Friday."""
TRANSLATION = """In the early hours of Tuesday the military entered the prison of Orlec and brought out six keepers.
Nineteen, that is 19, lost their lives, as Lena Adrin of the prosecution informed; 34 were hurt at Kell.
Commander Tor Ostrel assured over the Coast Radio that from 4:40 on no one came to harm.
For the Executive of Korva the guilty ones are the Night Watch, born in 2016, with 900 people.
(Translated from Spanish. With information from agencies.)"""


def _found(*texts):
    documents = [make_document(text, f"{number}.txt") for number, text in enumerate(texts)]
    return documents, [
        (each.document, each.source)
        for each in trace_lineage(documents).derivations
        if each.kind is DerivationKind.TRANSLATION
    ]


def test_a_translation_came_from_the_report_with_its_names_in_its_order():
    """Other words, the same names and figures, one after the other; both are one origin."""
    documents, found = _found(SOURCE, OTHER, TRANSLATION)
    assert found == [(documents[2].id, documents[0].id)]
    assert any({documents[0].id, documents[2].id} <= set(each.documents) for each in trace_lineage(documents).origins)


@pytest.mark.parametrize("text", [OTHER + "\nTranslated from Spanish.", TRANSLATION.rpartition("\n")[0]])
def test_names_in_common_or_a_credit_alone_are_no_translation(text):
    """Two reports of one day share names; a credit alone says nothing of which report."""
    assert _found(SOURCE, text)[1] == []
