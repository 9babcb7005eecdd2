"""Actors within a document: the coreferring noun phrases of NP4E's reports of two violent events, B-cubed.

The corpus does not say which of its noun phrases name actors. Chains count that have a pronoun for a person or a group
('he', 'they', 'who') or a noun for one; days, places and raids are left out, for the baseline as well.
"""

import sys
from collections import defaultdict
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from accordingto.lexicon import load_table
from accordingto.pipeline import read_document
from accordingto.stages.resolve import resolve
from benchmarks.coreference import (
    b_cubed,
    fall_back,
    governments_of,
    head_of,
    head_span,
    index_actors,
    make_document,
    write_plain,
)
from benchmarks.shared import DATA, load_rows, need

GOLD = DATA / "np4e" / "docs.jsonl.gz"
_PRONOUNS = frozenset(
    ["he", "she", "his", "her", "him", "they", "them", "their", "who", "whom", "we", "i", "our", "my"]
)


def gold_files() -> list[Path]:
    """The annotated reports."""
    need(GOLD)
    return [GOLD]


def measure() -> dict[str, float]:
    """B-cubed F1 of the ledger's actors and of the baseline, over the mentions of every document's actors."""
    gold: list[Hashable] = []
    found: list[Hashable] = []
    heads: list[Hashable] = []
    for row in load_rows(GOLD):
        for cluster, ours, head in _cluster(row):
            gold.append((row["doc_id"], cluster))
            found.append((row["doc_id"], ours))
            heads.append((row["doc_id"], head))
    ours, baseline = b_cubed(gold, found), b_cubed(gold, heads)
    return {
        "np4e: B-cubed": ours,
        "np4e: B-cubed of same head words": baseline,
        "np4e: above the baseline": ours - baseline,
    }


def _cluster(row: dict[str, Any]) -> list[tuple[str, Hashable, str]]:
    plain = write_plain(row["text"])
    document = make_document(plain, row["doc_id"])
    actors = resolve([read_document(document)]).actors
    at, governments = index_actors(actors)[document.id], governments_of(actors)
    rows = []
    for mention in _actor_mentions(row):
        start, end = plain.span(*head_span(mention["text"], mention["chars"][0]))
        met = next((at[place][1] for place in range(start, end) if place in at), None)
        ours = met if met is not None else fall_back(mention["text"], governments)
        rows.append((mention["coref_set"], ours, head_of(mention["text"])))
    return rows


def _actor_mentions(row: dict[str, Any]) -> list[dict[str, Any]]:
    chains = defaultdict(list)
    for mention in row["mentions"]:
        chains[mention["coref_set"]].append(mention)
    kept = [chain for chain in chains.values() if any(_names_actor(mention["text"]) for mention in chain)]
    return [mention for chain in kept for mention in chain]


def _names_actor(text: str) -> bool:
    nouns = load_table("en", "actor_nouns")
    head = head_of(text)
    words = {str(noun) for field in ("person", "group", "government", "military", "members") for noun in nouns[field]}
    return head in _PRONOUNS or head in words or head.removesuffix("s") in words


if __name__ == "__main__":
    for name, value in measure().items():
        sys.stdout.write(f"{name}: {value:.3f}\n")
