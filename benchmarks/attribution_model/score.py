"""Scores decoded candidates in memory as ../shared/eval/score_attribution.py does, with its own functions."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("sa", Path(__file__).parents[3] / "shared/eval/score_attribution.py")
assert _spec and _spec.loader
sa = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sa)

NAMES = ("content", "content+source", "content+cue", "content+source+cue", "words")


class Gold:
    """A document's gold, covered once."""

    def __init__(self, document):
        self.text = sa.Text(document["text"])
        self.answers = [
            {k: self.text.cover(a[k]) for k in ("source", "cue", "content")}
            for a in document["attributions"]
            if a["content"]
        ]

    def count(self, predicted):
        """(found, sourced, cued, full, predicted, gold, words...) of one document; also the matches."""
        pred = [{k: self.text.cover(a[k]) for k in ("source", "cue", "content")} for a in predicted]
        gw = frozenset().union(*[a["content"] for a in self.answers])
        pw = frozenset().union(*[a["content"] for a in pred])
        pairs = []
        for i, a in enumerate(self.answers):
            for j, b in enumerate(pred):
                s = sa.dice(a["content"], b["content"])
                if s >= 0.5:
                    pairs.append((s, i, j))
        mi, mj = {}, set()
        for s, i, j in sorted(pairs, reverse=True):
            if i not in mi and j not in mj:
                mi[i] = j
                mj.add(j)
        cw = lambda ids: {self.text.words[k][0] for k in ids} - sa.STOP
        n = [len(mi), 0, 0, 0, len(pred), len(self.answers), len(gw & pw), len(pw), len(gw)]
        for i, j in mi.items():
            a, b = self.answers[i], pred[j]
            s_ok = (not a["source"] and not b["source"]) or bool(
                cw(a["source"] & b["source"]) or (a["source"] & b["source"] and not cw(a["source"]))
            )
            c_ok = bool(a["cue"] & b["cue"]) or (not a["cue"] and not b["cue"])
            n[1] += s_ok
            n[2] += c_ok
            n[3] += s_ok and c_ok
        return n, mi


def figures(counts):
    """Precision, recall and F1 for each name from summed counts."""
    t = [sum(c[k] for c in counts) for k in range(9)]
    out = {NAMES[k]: sa.prf(t[k], t[4], t[5]) for k in range(4)}
    out["words"] = sa.prf(t[6], t[7], t[8])
    return out
