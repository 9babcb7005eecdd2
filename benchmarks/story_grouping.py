"""Piles of news with human answers, each all in one pile: are the reports of one story joined, and no others?

    python -m benchmarks.story_grouping [--only giveme5w1h|incidents]

B-cubed over documents. Only the grammar is needed for it, so nothing is attributed.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from accordingto.model.findings import Reading
from accordingto.stages.parse import parse
from accordingto.stages.stories import group_stories
from benchmarks.shared import DATA, load_rows, need, read_row

# Pile -> its file, the field with the story, and the field with the day of publication.
PILES = {
    "giveme5w1h": (DATA / "giveme5w1h" / "news_cluster.jsonl.gz", "event_id", "date"),
    "incidents": (DATA / "incidents" / "docs.jsonl.gz", "incident", "dct"),
}
# The same, beginning with this many documents: the pile that ../shared/eval/score_incidents.py is run on.
FIRST = {"incidents": 600}
# Handfuls drawn from a pile: so many of each size; a handful of one story should stay one, one of two stories not.
DRAWS = 40
SIZES = (2, 4, 6)
SEED = 2019


def gold_files() -> list[Path]:
    """The piles."""
    files = [path for path, _, _ in PILES.values()]
    need(*files)
    return files


def measure(only: str | None = None) -> dict[str, float]:
    """``pile: measure`` -> score between 0 and 1."""
    gold_files()
    figures: dict[str, float] = {}
    for name in PILES if only is None else (only,):
        rows = list(_read(name))
        if name in FIRST:
            figures[f"{name}, first {FIRST[name]}: B3 F1"] = _score(rows[: FIRST[name]])[2]
        precision, recall, f1 = _score(rows)
        figures |= {f"{name}: B3 precision": precision, f"{name}: B3 recall": recall, f"{name}: B3 F1": f1}
        figures |= {f"{name}, {words}": share for words, share in _draw(rows)}
    return figures


def _draw(rows: Sequence[tuple[Hashable, Reading]]) -> Iterator[tuple[str, float]]:
    """Of handfuls of reports of one story, how many stay one; of handfuls of two stories, how many are parted."""
    stories: defaultdict[Hashable, list[Reading]] = defaultdict(list)
    for story, reading in rows:
        stories[story].append(reading)
    for size in SIZES:
        drawn = random.Random(SEED)  # noqa: S311  the same handfuls each time
        large = sorted((each for each in stories if len(stories[each]) >= size), key=str)
        single = [drawn.sample(stories[drawn.choice(large)], size) for _ in range(DRAWS)]
        yield f"{size} reports of one story: stay one", _mean(len(group_stories(each)) == 1 for each in single)
        pairs = [drawn.sample(large, 2) for _ in range(DRAWS)]
        mixed = [[each for story in pair for each in drawn.sample(stories[story], size)] for pair in pairs]
        yield f"{size} reports of each of two stories: parted", _mean(len(group_stories(each)) > 1 for each in mixed)


def _mean(found: Iterable[bool]) -> float:
    return sum(found) / DRAWS


def _read(name: str) -> Iterator[tuple[Hashable, Reading]]:
    path, story, day = PILES[name]
    for row in load_rows(path):
        document = read_row(row, row.get(day))
        yield row[story], Reading(document, parse(document), (), "")


def _score(rows: Sequence[tuple[Hashable, Reading]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1."""
    gold = {reading.document.id: story for story, reading in rows}
    found = {each: story.id for story in group_stories([r for _, r in rows]) for each in story.documents}
    precision, recall = _share(found, gold), _share(gold, found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _share(groups: dict[str, Any], others: dict[str, Any]) -> float:
    """Of the documents grouped with one, how many are so in the other grouping too, on average."""
    together: defaultdict[Hashable, list[str]] = defaultdict(list)
    for document, group in groups.items():
        together[group].append(document)
    shares = (
        sum(others[each] == others[document] for each in together[group]) / len(together[group])
        for document, group in groups.items()
    )
    return float(sum(shares)) / len(groups)


def main() -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=sorted(PILES))
    for name, value in measure(parser.parse_args().only).items():
        print(f"{name}: {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
