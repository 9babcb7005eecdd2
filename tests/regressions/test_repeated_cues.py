"""A megabyte of 'said "' was not read within nine minutes: each cue was held against all words of its window."""

from collections import Counter

from accordingto.stages.attribute.model.network import MOST_CUES, find_sightings, load_networks
from accordingto.stages.attribute.model.windows import cut_windows
from accordingto.stages.parse import parse
from tests.factory import make_document


def test_a_window_has_so_many_cues_at_most():
    """However many words of it might be one; those of reports have four or five."""
    document = make_document('She said "he said it" and ' * 60)
    networks = load_networks()
    windows = list(cut_windows(document.text, parse(document), networks.vocabulary))
    found = Counter(each.first for each in find_sightings(windows, networks, least=0.0001))
    assert max(found.values()) == MOST_CUES
