"""Actors across outlets: the actor mentions of NewsWCL50's events, clustered over five outlets each, B-cubed.

The baseline of the same run puts mentions with the same head word together. A mention where the ledger has no actor
goes by its country or its head word too, so that the figures differ only by what resolving adds. The corpus takes a
country and its bodies for one; a body of the ledger therefore goes with the government that it is affiliated to.
"""

import sys
from collections import defaultdict
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from accordingto.pipeline import read_document
from accordingto.stages.resolve import resolve
from benchmarks.coreference import (
    Plain,
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

GOLD = DATA / "newswcl50" / "docs.jsonl.gz"
# Persons, countries, groups of people. Not events, actions, objects and topics, nor the 'ACTOR-I' of the corpus, which
# puts assorted individuals of a side together who are no one actor.
_BODIES = frozenset({"resolve.body-of.v1"})
ACTORS = ("_ACTOR", "_COUNTRY", "_GROUP")


def gold_files() -> list[Path]:
    """The annotated reports."""
    need(GOLD)
    return [GOLD]


def measure() -> dict[str, float]:
    """B-cubed F1 of the ledger's actors and of the baseline, over all mentions of all events."""
    topics = defaultdict(list)
    for row in load_rows(GOLD):
        topics[row["topic"]].append(row)
    gold: list[Hashable] = []
    found: list[Hashable] = []
    heads: list[Hashable] = []
    for topic in sorted(topics):
        for cluster, ours, head in _cluster(topics[topic]):
            gold.append(cluster)
            found.append((topic, ours))
            heads.append((topic, head))
    ours, baseline = b_cubed(gold, found), b_cubed(gold, heads)
    return {
        "newswcl50: B-cubed": ours,
        "newswcl50: B-cubed of same head words": baseline,
        "newswcl50: above the baseline": ours - baseline,
    }


def _cluster(rows: list[dict[str, Any]]) -> list[tuple[str, Hashable, str]]:
    """(gold cluster, our cluster, head word) of every actor mention of one event."""
    plains = [write_plain(row["text"]) for row in rows]
    documents = [
        make_document(plain, row["doc_id"], outlet=row["publisher"]) for plain, row in zip(plains, rows, strict=True)
    ]
    actors = resolve([read_document(document) for document in documents]).actors
    at, governments = index_actors(actors), governments_of(actors)
    sides = {actor.id: other.actor for actor in actors for other in actor.affiliations if other.rule in _BODIES}
    return [
        (mention["cluster"], _ours(mention, plain, at[document.id], governments, sides), head_of(mention["text"]))
        for row, plain, document in zip(rows, plains, documents, strict=True)
        for mention in row["mentions"]
        if mention["cluster"].endswith(ACTORS)
    ]


def _ours(
    mention: dict[str, Any],
    plain: Plain,
    at: dict[int, tuple[int, str]],
    governments: dict[str, str],
    sides: dict[str, str],
) -> Hashable:
    start, end = plain.span(*head_span(mention["text"], mention["chars"][0]))
    met = next((at[place][1] for place in range(start, end) if place in at), None)
    return sides.get(met, met) if met is not None else fall_back(mention["text"], governments)


if __name__ == "__main__":
    for name, value in measure().items():
        sys.stdout.write(f"{name}: {value:.3f}\n")
