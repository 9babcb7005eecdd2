"""What holds of every resolution."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.stages.resolve import resolve
from tests.stages.resolve.room import read

TEXTS = (
    "The Kell Liberation Front (KLF) took the town, a resident said. The group said it had lost nobody.",
    "KLF fighters left. President Tor Osrin said the bridge was lost. “We won,” he said.",
    "Sudan denies it. Osrin told Reuters that Khartoum had offered help.",
    "Local residents said Lena Osrin was hurt. Tor Osrin, who goes by the pseudonym Jan Vask, denied it.",
)
ODD = (
    "",
    "“",
    "Osrin",
    "###",
    "@ @ @",
    "“”“”",
    "Ö",
    "the the the",
    "(((KLF)))",
    "\n\n\n",
    "He said.",
    "-",
    "'s",
    "A B C D E F G H I J K",
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(len(TEXTS))))
def test_order_changes_nothing(order):
    """The same readings in any order give the same actors, ids, judgements and claimers."""
    readings = [read(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
    assert resolve([readings[number] for number in order]) == resolve(readings)


def test_mentions_slice_to_their_words():
    """Every mention's span holds its words."""
    readings = {reading.document.id: reading for reading in (read(t, f"{n}.txt") for n, t in enumerate(TEXTS))}
    for actor in resolve(list(readings.values())).actors:
        for mention in actor.mentions:
            assert readings[mention.document].document.quote(mention.span) == mention.text


def test_ids_lead_somewhere():
    """Affiliations, claimers and vias name actors of the resolution, and every attribution has a line."""
    readings = [read(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
    resolution = resolve(readings)
    ids = {actor.id for actor in resolution.actors}
    assert len(ids) == len(resolution.actors)
    assert {bond.actor for actor in resolution.actors for bond in actor.affiliations} <= ids
    assert {who for who in resolution.claimers.values() if who is not None} <= ids
    assert set(resolution.claimers) == {each.id for reading in readings for each in reading.attributions}


@pytest.mark.parametrize("text", ODD)
def test_odd_input_is_survived(text):
    """A document of almost nothing gives few lines and no exception."""
    resolve([read(text, "odd.txt")])
