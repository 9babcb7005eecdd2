"""Labelled name pairs of ../shared/data/name_pairs: the model of names, cross-validated, and what makes its weights.

    python -m benchmarks.name_pairs --train   learn from every pair and write lexicon/en/name_model.yaml

The folds keep equal pairs together. The threshold that merges is set on the other folds, never on the pairs it judges.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from accordingto.text.name_features import FEATURES, compare_features, has_clash
from accordingto.text.names import fold_name
from benchmarks.shared import DATA, load_rows, need

GOLD = DATA / "name_pairs" / "name_bench.jsonl.gz"
MODEL = Path(__file__).resolve().parents[1] / "src" / "accordingto" / "lexicon" / "en" / "name_model.yaml"
FOLDS = 10
# Figures of the boosting, chosen once by cross-validation; neighbours of them give the same F1 within 0.007.
TREES, RATE, DEPTH, LEAST, STIFFNESS, SEEN, SHARE = 150, 0.08, 2, 6, 2.0, 12, 0.7
PRECISION = 0.97
# A threshold for precision is set a little stricter than asked, because it must hold on pairs not seen.
STRICTER = 0.975
HEADER = """# Made by benchmarks/name_pairs.py --train; not for hands.
# A tree is a number or [figure, bound, below, above].
"""
Array = np.ndarray[Any, np.dtype[np.float64]]
Model = tuple[float, list[Any]]


def gold_files() -> list[Path]:
    """The labelled pairs."""
    need(GOLD)
    return [GOLD]


def measure() -> dict[str, float]:
    """F1 at even chances, and precision and recall at the threshold that merges, each pair judged by other folds."""
    rows, table, truth = _load()
    chances, merged = _cross_validate(rows, table, truth)
    precision, recall, f1 = _rates(chances > 0, truth)
    merging = _rates(merged, truth)
    return {
        "name pairs: F1": f1,
        "name pairs: precision": precision,
        "name pairs: recall": recall,
        "name pairs: precision when merging": merging[0],
        "name pairs: recall when merging": merging[1],
    }


def _load() -> tuple[list[dict[str, Any]], Array, Array]:
    rows = list(load_rows(GOLD))
    table = [compare_features(row["name1"], row["name2"], person=row["schema"] == "Person") for row in rows]
    return (
        rows,
        np.array([[each[name] for name in FEATURES] for each in table]),
        np.array([float(r["is_match"]) for r in rows]),
    )


def _folds(rows: list[dict[str, Any]]) -> list[int]:
    """A fold a pair; the same two names, in either order, never on both sides of a split."""
    keys = [" | ".join(sorted((fold_name(row["name1"]), fold_name(row["name2"])))) for row in rows]
    places = {key: number for number, key in enumerate(np.random.default_rng(1).permutation(sorted(set(keys))))}
    return [places[key] % FOLDS for key in keys]


def _cross_validate(rows: list[dict[str, Any]], table: Array, truth: Array) -> tuple[Array, np.ndarray[Any, Any]]:
    folds = np.array(_folds(rows))
    chances = np.empty(len(truth))
    for fold in range(FOLDS):
        chances[folds == fold] = _apply(_learn(table[folds != fold], truth[folds != fold]), table[folds == fold])
    merged = np.zeros(len(truth), dtype=bool)
    free = _free(table, chances)
    for fold in range(FOLDS):
        merged[folds == fold] = free[folds == fold] >= _bound(free[folds != fold], truth[folds != fold])
    return chances, merged


def _free(table: Array, chances: Array) -> Array:
    """The scores, lowest where a clash forbids a merger."""
    clashes = [has_clash(dict(zip(FEATURES, row, strict=True))) for row in table]
    return np.where(clashes, -np.inf, chances)


def _bound(chances: Array, truth: Array) -> float:
    """The lowest score from which on precision holds."""
    order = np.argsort(-chances, kind="stable")
    precision = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    holds = np.where(precision >= STRICTER)[0]
    return float(chances[order][holds[-1]]) if len(holds) else float("inf")


def _rates(found: np.ndarray[Any, Any], truth: Array) -> tuple[float, float, float]:
    hits = float((found & (truth > 0)).sum())
    precision, recall = hits / max(1.0, float(found.sum())), hits / float(truth.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _learn(table: Array, truth: Array) -> Model:
    """Boosted trees with a fixed seed: the same pairs give the same weights."""
    random = np.random.default_rng(0)
    start = float(np.log(truth.mean() / (1 - truth.mean())))
    scores, trees = np.full(len(truth), start), []
    for _ in range(TREES):
        chance = 1 / (1 + np.exp(-scores))
        sample = random.random(len(truth)) < SHARE
        tree = _grow(table[sample], (chance - truth)[sample], (chance * (1 - chance))[sample], DEPTH, random)
        trees.append(tree)
        scores = scores + _answers(tree, table)
    return start, trees


def _grow(table: Array, slope: Array, bend: Array, depth: int, random: np.random.Generator) -> Any:
    leaf = -RATE * float(slope.sum() / (bend.sum() + STIFFNESS))
    if depth == 0 or len(slope) < 2 * LEAST:
        return leaf
    best = max(
        _split(table[:, at], slope, bend, at) for at in sorted(random.choice(table.shape[1], SEEN, replace=False))
    )
    gain, at, bound = best
    if gain <= 0:
        return leaf
    below = table[:, at] < bound
    return [
        at,
        bound,
        _grow(table[below], slope[below], bend[below], depth - 1, random),
        _grow(table[~below], slope[~below], bend[~below], depth - 1, random),
    ]


def _split(figures: Array, slope: Array, bend: Array, at: int) -> tuple[float, int, float]:
    """The best bound of one figure: (gain, figure, bound)."""
    order = np.argsort(figures, kind="stable")
    sorted_figures, slopes, bends = figures[order], np.cumsum(slope[order]), np.cumsum(bend[order])
    cuts = np.where(sorted_figures[1:] > sorted_figures[:-1])[0]
    cuts = cuts[(cuts + 1 >= LEAST) & (len(order) - cuts - 1 >= LEAST)]
    if not len(cuts):
        return 0.0, int(at), 0.0
    left, weight = slopes[cuts], bends[cuts]
    gain = left**2 / (weight + STIFFNESS) + (slopes[-1] - left) ** 2 / (bends[-1] - weight + STIFFNESS)
    gain = gain - slopes[-1] ** 2 / (bends[-1] + STIFFNESS)
    top = int(gain.argmax())
    return float(gain[top]), int(at), float((sorted_figures[cuts[top]] + sorted_figures[cuts[top] + 1]) / 2)


def _answers(tree: Any, table: Array) -> Array:
    if not isinstance(tree, list):
        return np.full(len(table), tree)
    below = table[:, tree[0]] < tree[1]
    return np.where(below, _answers(tree[2], table), _answers(tree[3], table))


def _apply(model: Model, table: Array) -> Array:
    return np.asarray(model[0] + sum(_answers(tree, table) for tree in model[1]))


def _write() -> None:
    rows, table, truth = _load()
    chances, _ = _cross_validate(rows, table, truth)
    start, trees = _learn(table, truth)
    bound = float(1 / (1 + np.exp(-_bound(_free(table, chances), truth))))
    lines = [
        f"start: {start:.5f}",
        f"merge: {bound:.4f}",
        "trees:",
        *(f"  - {json.dumps(_named(tree))}" for tree in trees),
    ]
    MODEL.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def _named(tree: Any) -> Any:
    if not isinstance(tree, list):
        return round(tree, 5)
    return [FEATURES[tree[0]], round(tree[1], 6), _named(tree[2]), _named(tree[3])]


def main() -> int:
    """Measure, or make the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", action="store_true")
    if parser.parse_args().train:
        _write()
    for name, value in measure().items():
        print(f"{name}: {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
