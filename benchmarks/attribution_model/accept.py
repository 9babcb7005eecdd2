"""Fits the small judge that turns a candidate's chances into one score: accept.py VALIDATION.pkl [OTHER.pkl ...]."""

import json
import sys
from itertools import groupby

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from score import sa
from tune import Data, evaluate, geometric, show, spans

from accordingto.stages.attribute.model.judge import NAMES, weigh


def features(parse, found):
    """One row a candidate of a document, window by window."""
    out = []
    for _, group in groupby(found, key=lambda x: x[0]):
        out.extend(weigh(parse, [(s, words) for _, s, words, _ in group]))
    return np.array(out, float).reshape(len(found), len(NAMES))


def labels(parse, gold, found):
    """Whether each candidate would be found right: content by Dice and cue shared."""
    out = []
    for first, s, words, _ in found:
        content = gold.text.cover(spans(parse, first, words.content))
        cue = gold.text.cover(spans(parse, first, words.cue))
        out.append(
            any(
                sa.dice(content, a["content"]) >= 0.5 and (cue & a["cue"] or not (cue or a["cue"]))
                for a in gold.answers
            )
        )
    return np.array(out, bool)


def table(data):
    out = {}
    for n, parse, gold in data.documents:
        found = [x for x in data.decoded()[n] if x[2].content]
        data.words[n] = found
        out[n] = (features(parse, found), labels(parse, gold, found))
    return out


def scored(data, tab, predict):
    """Evaluate with a document-wise predictor under several cuts."""
    values = {}
    for n, _, _ in data.documents:
        found = data.decoded()[n]
        if found:
            for (first, s, words, f), p in zip(found, predict(n, tab[n][0]), strict=True):
                values[id(s)] = float(p)
    return lambda s, words, f: values[id(s)]


def main():
    data = Data(sys.argv[1])
    tab = table(data)
    numbers = [n for n, _, _ in data.documents]
    X = np.concatenate([tab[n][0] for n in numbers])
    y = np.concatenate([tab[n][1] for n in numbers])
    print("candidates", len(y), "right", int(y.sum()))
    kinds = {
        "logistic": lambda: LogisticRegression(C=0.5, max_iter=2000),
        "trees": lambda: HistGradientBoostingClassifier(
            max_iter=60, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=30, random_state=0
        ),
    }
    print("plain", show(evaluate(data, geometric(0.3), 0.4)))
    final = {}
    for name, make in kinds.items():
        fold = {n: i % 6 for i, n in enumerate(numbers)}
        models = []
        for k in range(6):
            xs = np.concatenate([tab[n][0] for n in numbers if fold[n] != k])
            ys = np.concatenate([tab[n][1] for n in numbers if fold[n] != k])
            models.append(make().fit(xs, ys))
        score = scored(data, tab, lambda n, x: models[fold[n]].predict_proba(x)[:, 1])
        best = max((evaluate(data, score, c)["content+source+cue"][2], c) for c in (0.3, 0.34, 0.38, 0.42, 0.46, 0.5))
        print(name, "folds", best[1], show(evaluate(data, score, best[1])))
        final[name] = (make().fit(X, y), best[1])
    model, cut = final["logistic"]
    print(
        json.dumps(
            {
                "cut": cut,
                "intercept": round(float(model.intercept_[0]), 4),
                "weights": dict(zip(NAMES, map(lambda v: round(float(v), 4), model.coef_[0]))),
            }
        )
    )
    for path in sys.argv[2:]:
        other = Data(path)
        t2 = table(other)
        for name, (model, cut) in final.items():
            print(path, name, show(evaluate(other, scored(other, t2, lambda n, x: model.predict_proba(x)[:, 1]), cut)))


if __name__ == "__main__":
    main()
