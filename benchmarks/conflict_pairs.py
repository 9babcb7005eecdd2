"""Pairs of conflict actors' names, checked in beside this file, judged by the rules that join documents' actors."""

import csv
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from accordingto.model.actor import ActorKind
from accordingto.stages.resolve.across import join_across
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.names import fold_name

PAIRS = Path(__file__).with_name("data") / "conflict_pairs.tsv"
_BRACKETS = re.compile(r"^(?P<name>.+?) \((?P<acronym>[^)]+)\)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they are one someone's."""

    same: bool
    kind: ActorKind
    left: str
    right: str
    tries: str


def load_pairs() -> list[Pair]:
    """The pairs of the list."""
    lines = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    kinds = {"p": ActorKind.PERSON, "g": ActorKind.GROUP}
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Pair(same == "1", kinds[kind], left, right, tries) for same, kind, left, right, tries in rows]


def gold_files() -> list[Path]:
    """The list."""
    return [PAIRS]


def measure() -> dict[str, float]:
    """F1, precision and recall of joining; both directions must agree."""
    judged = [(pair.same, are_joined(pair), are_joined(_turned(pair))) for pair in load_pairs()]
    hits = sum(same and one and other for same, one, other in judged)
    found = sum(one or other for _, one, other in judged)
    wanted = sum(same for same, *_ in judged)
    return {
        "conflict pairs: F1": 2 * hits / (found + wanted),
        "conflict pairs: precision": hits / found,
        "conflict pairs: recall": hits / wanted,
    }


def are_joined(pair: Pair) -> bool:
    """Whether two documents with one of the names each have one actor."""
    actors = [_actor("doc-a", pair.left, pair.kind), _actor("doc-b", pair.right, pair.kind)]
    clusters = Clusters(actors, ())
    join_across(clusters, actors)
    return len(clusters.groups()) == 1


def _turned(pair: Pair) -> Pair:
    return Pair(pair.same, pair.kind, pair.right, pair.left, pair.tries)


def _actor(document: str, text: str, kind: ActorKind) -> LocalActor:
    """An actor as a document leaves it; an acronym in brackets is tied to the name."""
    match = _BRACKETS.match(text)
    names = (match["name"], match["acronym"]) if match else (text,)
    acronyms = frozenset({fold_name(match["acronym"])}) if match else frozenset[str]()
    return LocalActor(
        key=f"{document}:0-{len(text)}",
        document=document,
        kind=kind,
        name=names[0],
        names=tuple((name, 1) for name in sorted(names)),
        mentions=(),
        described=False,
        acronyms=acronyms,
        roles=(),
        code="",
        body="",
        bonds=(),
        reasons=(),
    )


def main() -> int:
    """Print the pairs judged wrongly, then the figures."""
    for pair in load_pairs():
        found = are_joined(pair), are_joined(_turned(pair))
        if found != (pair.same, pair.same):
            print(
                "missed" if pair.same else "WRONG ",
                pair.kind.value,
                pair.left,
                "|",
                pair.right,
                f"({pair.tries})",
                found,
            )
    for name, value in measure().items():
        print(f"{name}: {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
