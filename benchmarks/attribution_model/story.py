"""How the model keeps its head on a story that is no US politics: contents found against a key, at several cuts.

python story.py ../shared/stories/NAME [--show]. Only what is found is counted (claimers are another stage's work).
"""

import json
import sys
from pathlib import Path

from accordingto.intake import read_inputs
from accordingto.model.document import Document
from accordingto.stages.attribute.model.find import find_candidates, keep_apart
from accordingto.stages.parse import parse
from benchmarks.shared import EVAL

sys.path.insert(0, str(EVAL))
import score_story as ss  # noqa: E402


def count(gold, optional, predicted):
    """found, predicted (pieces of gold not counted), gold; and what was missed or is extra."""
    pairs = []
    for gi, g in enumerate(gold):
        for pi, p in enumerate(predicted):
            if g["document"] == p["document"]:
                s = ss.overlap(ss.tokens(g["content"]), ss.tokens(p["content"]))
                if s >= 0.5:
                    pairs.append((s, gi, pi))
    match, used = {}, set()
    for _, gi, pi in sorted(pairs, reverse=True):
        if gi not in match and pi not in used:
            match[gi] = pi
            used.add(pi)
    extra = []
    for pi, p in enumerate(predicted):
        t = ss.tokens(p["content"])
        whole = [ss.tokens(g["content"]) for g in gold + optional if g["document"] == p["document"]]
        if pi not in used and not any(ss.overlap(t, g) * (len(t) + len(g)) / 2 >= 0.8 * len(t) for g in whole):
            extra.append(p)
    return match, len(match) + len(extra), extra


def main():
    folder = Path(sys.argv[1])
    key = json.loads((folder / "key.json").read_text())
    rows = []
    for document in read_inputs([folder / "documents"]):
        if not isinstance(document, Document):
            continue
        name = next((n for n in key["documents"] if document.uri.endswith(n)), None)
        if name is None:
            continue
        parsed = parse(document)
        zones = [s.span for s in document.segments]
        for c in find_candidates(document, parsed, least=0.1):
            if not any(z.overlaps(c.content[0]) for z in zones):
                rows.append((name, document, parsed, c))
    gold, optional = key["attributions"], key.get("optional_attributions", [])
    for apart in (False, True):
        for cut in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
            kept = [r for r in rows if r[3].score >= cut]
            if apart:
                names = {r[0]: r for r in kept}
                kept = [
                    (n, r[1], r[2], c)
                    for n, r in names.items()
                    for c in keep_apart([k[3] for k in kept if k[0] == n], r[2])
                ]
            predicted = [
                {
                    "document": n,
                    "content": d.quotes(c.content),
                    "source": d.quotes(c.source),
                    "cue": d.quotes(c.cue),
                    "score": round(c.score, 2),
                }
                for n, d, _, c in kept
            ]
            match, n, extra = count(gold, optional, predicted)
            f, p, r = ss.f1(len(match), n, len(gold))
            print("apart" if apart else "nested", cut, f"found F1 {f:.3f} P {p:.3f} R {r:.3f}")
            if "--show" in sys.argv and cut == 0.4 and not apart:
                for gi, g in enumerate(gold):
                    if gi not in match:
                        print("   MISSED", g["document"], g["cue"], "|", g["content"][:100])
                for e in extra:
                    print("   EXTRA", e["score"], e["document"], e["source"], "|", e["cue"], "|", e["content"][:90])


if __name__ == "__main__":
    main()
