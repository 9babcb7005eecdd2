"""Scores kept candidates (predict.py) under several cuts: tune.py VALIDATION.pkl [OTHER.pkl ...]."""

import pickle
import sys

from score import Gold, figures

from accordingto.stages.attribute.model import decode
from accordingto.stages.attribute.model.network import Sighting


class Data:
    """Documents with gold, and each document's sightings as (first token, cue token, Sighting)."""

    def __init__(self, path):
        documents, found = pickle.load(open(path, "rb"))
        self.documents = [(number, parse, Gold(document)) for number, document, parse in documents]
        self.found = {}
        for f in found:
            s = Sighting(f["first"], f["cue"] - f["first"], f["p_cue"], f["p_holds"], f["classes"], f["tags"])
            self.found.setdefault(f["document"], []).append((f["first"], s, f))
        self.words = {}

    def decoded(self):
        if not self.words:
            for n, parse, _ in self.documents:
                self.words[n] = [(first, s, decode.choose_words(s), f) for first, s, f in self.found.get(n, [])]
        return self.words


def spans(parse, first, runs):
    return [(parse.tokens[first + a].start, parse.tokens[first + b].end) for a, b in runs]


def rows(first, runs):
    return {first + k for a, b in runs for k in range(a, b + 1)}


def geometric(w, v=0.5):
    return lambda s, words, f: s.likely**w * s.holds ** (1 - w) * words.sure**v


def choose(parse, found, score, cut, over=0.5):
    """Greedy: the best first; a word belongs to one content only, and who loses more than ``over`` of its words goes."""
    scored = [(score(s, words, f), first, s, words) for first, s, words, f in found if words.content]
    kept, taken = [], set()
    for value, first, s, words in sorted((x for x in scored if x[0] >= cut), key=lambda x: (-x[0], x[1] + x[2].cue)):
        ids = rows(first, words.content)
        left = sorted(ids - taken)
        if len(ids) - len(left) > over * len(ids) or first + s.cue in taken:
            continue
        taken |= ids
        kept.append(
            {
                "source": spans(parse, first, words.source),
                "cue": spans(parse, first, words.cue),
                "content": spans(parse, 0, decode.runs_of(left)),
                "score": value,
            }
        )
    return kept


def evaluate(data, score, cut, over=0.5):
    found = data.decoded()
    return figures([gold.count(choose(parse, found[n], score, cut, over))[0] for n, parse, gold in data.documents])


def show(f):
    return " / ".join(f"{v[2]:.4f}" for v in f.values()) + f"  (P {f['content'][0]:.3f} R {f['content'][1]:.3f})"


def main():
    data = Data(sys.argv[1])
    best = (0, None)
    for w in (0.0, 0.3, 0.5, 0.7, 1.0):
        for cut in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
            f = evaluate(data, geometric(w), cut)
            value = f["content"][2] + f["content+source+cue"][2]
            if value > best[0]:
                best = (value, w, cut, f)
    _, w, cut, f = best
    print("best", w, cut, show(f))
    for over in (0.0, 0.3):
        print("over", over, show(evaluate(data, geometric(w), cut, over)))
    for v in (0.0, 1.0):
        for c in (0.8, 1.0, 1.2):
            print("sure power", v, c, show(evaluate(data, geometric(w, v), cut * c)))
    for other in sys.argv[2:]:
        print(other, show(evaluate(Data(other), geometric(w), cut)))


if __name__ == "__main__":
    main()
