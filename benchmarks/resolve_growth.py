"""How resolving grows: the actors of 1,000, 3,000 and 10,000 documents, made by repeating and varying real ones.

Every copy of a document keeps some of its actors as they are and gives the others new names, so that the number of
different actors grows with the number of documents, as it does in a real collection. What is measured is everything
that compares documents: blocks, comparisons, clusters, actors.
"""

import gc
import math
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from accordingto.intake import read_inputs
from accordingto.model.actor import Mention
from accordingto.model.document import Document
from accordingto.pipeline import read_documents
from accordingto.stages.resolve import find_hints, learn_world
from accordingto.stages.resolve.across import join_across
from accordingto.stages.resolve.actors import make_actors
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor, read_local
from accordingto.stages.resolve.nations import Nations
from benchmarks.shared import STORIES, need

SIZES = (1_000, 3_000, 10_000)
# Of every ten copies of a document three speak of the same actors; the others of new ones.
ROUND, SAME = 10, 3
_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "gr",
    "kr",
    "st",
    "tr",
    "sh",
    "ch",
]
_CORES = ["a", "e", "i", "o", "u", "ai", "au"]
_CODAS = ["", "n", "r", "l", "s", "m", "k", "sh", "nd"]


def gold_files() -> list[Path]:
    """The stories whose documents are repeated."""
    need(STORIES)
    return sorted(STORIES.glob("*/key.json"))


def measure() -> dict[str, float]:
    """Processor time and peak memory, and the time of 10,000 documents over n log n from that of 1,000."""
    seeds, nations = _seeds()
    taken = {size: _time(seeds, nations, size) for size in SIZES}
    first, last = SIZES[0], SIZES[-1]
    expected = taken[first] * last * math.log(last) / (first * math.log(first))
    figures = {f"resolve growth: seconds at {size}": taken[size] for size in SIZES}
    figures["resolve growth: times n log n"] = taken[last] / expected
    figures["resolve growth: peak memory in MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _seeds() -> tuple[list[tuple[LocalActor, ...]], Nations]:
    """The local actors of each real document."""
    folders = [key.parent / "documents" for key in gold_files()]
    documents = [each for each in read_inputs(folders) if isinstance(each, Document)]
    readings = list(read_documents(documents))
    nations = learn_world([find_hints(reading) for reading in readings]).nations
    return [read_local(reading, nations).actors for reading in readings], nations


def _time(seeds: Sequence[Sequence[LocalActor]], nations: Nations, size: int) -> float:
    actors = [actor for number in range(size) for actor in _vary(seeds[number % len(seeds)], number // len(seeds))]
    # The collector would walk the made inputs again and again; with it on, 3,000 documents take 4.1 times as long as
    # 1,000, with the inputs set aside 3.5 times, which is n log n.
    gc.collect()
    gc.freeze()
    begun = time.process_time()
    clusters = Clusters(actors, ())
    join_across(clusters, actors)
    made, _ = make_actors(clusters.groups(), nations)
    taken = time.process_time() - begun
    gc.unfreeze()
    sys.stderr.write(f"{size} documents, {len(actors)} local actors -> {len(made)} actors: {taken:.2f} s\n")
    return taken


def _vary(actors: Sequence[LocalActor], copy: int) -> Iterator[LocalActor]:
    """One copy of a document's actors; in most copies their names are others."""
    document = f"doc-{copy}-{actors[0].document}" if actors else ""
    fresh = copy % ROUND >= SAME
    keys = {actor.key: actor.key.replace(actor.document, document) for actor in actors}
    for actor in actors:
        yield replace(
            actor,
            key=keys[actor.key],
            document=document,
            name=_rename(actor.name, copy) if fresh and not actor.code else actor.name,
            names=tuple((_rename(name, copy) if fresh and not actor.code else name, n) for name, n in actor.names),
            mentions=tuple(Mention(document, each.span, each.text, each.form) for each in actor.mentions),
            bonds=tuple((keys.get(key, key), evidence, rule) for key, evidence, rule in actor.bonds),
            acronyms=frozenset(_rename(each.upper(), copy).lower() for each in actor.acronyms)
            if fresh
            else actor.acronyms,
        )


def _rename(name: str, copy: int) -> str:
    """The same name in another world: every capitalised word becomes another pronounceable one."""
    return " ".join(_coin(word, copy) if word[0].isupper() and len(word) > 3 else word for word in name.split())  # noqa: PLR2004


def _coin(word: str, copy: int) -> str:
    number = sum(ord(letter) * 31**at for at, letter in enumerate(word)) * 7919 + copy * 104_729
    coined = ""
    for _ in range(3):
        number, onset = divmod(number, len(_ONSETS))
        number, core = divmod(number, len(_CORES))
        number, coda = divmod(number, len(_CODAS))
        coined += _ONSETS[onset] + _CORES[core] + _CODAS[coda]
    return coined.capitalize()


if __name__ == "__main__":
    for figure, value in measure().items():
        sys.stdout.write(f"{figure}: {value:.3f}\n")
