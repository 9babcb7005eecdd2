"""The shipped weights alone on PolNeAR dev, with the scorer of ../shared/eval, and what they cost beside bare spaCy.

Run from the repository's root: python -m benchmarks.attribution_model.measure [LOWEST SCORE]
"""

import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

from accordingto.stages.attribute.model import find_candidates, keep_apart
from accordingto.stages.parse import parse
from accordingto.stages.parse.spacy_parse import load_parser
from benchmarks.polnear import GOLD, load_documents
from benchmarks.shared import score


def main() -> None:
    """Print F1s and words a second."""
    least = float(sys.argv[1]) if sys.argv[1:] else None
    documents = load_documents(GOLD)
    words = sum(len(document.text.split()) for document in documents)
    language = load_parser()
    find_candidates(documents[0], parse(documents[0]))
    bare = reading = model = 0.0
    rows = []
    for document in documents:
        start = time.process_time()
        list(language.pipe([line for line in document.text.split("\n") if line.strip()], batch_size=32))
        bare += time.process_time() - start
        start = time.process_time()
        parsed = parse(document)
        reading += time.process_time() - start
        start = time.process_time()
        found = keep_apart(find_candidates(document, parsed, least=least), parsed)
        model += time.process_time() - start
        rows.extend(
            {"document": document.id, "source": c.source, "cue": c.cue, "content": c.content, "form": "indirect"}
            for c in found
        )
    described = [{"id": d.id, "uri": d.uri, "text": d.text} for d in documents]
    export = json.dumps({"format": "accordingto-ledger/1", "documents": described, "attributions": rows})
    for name, row in dict(score("score_attribution.py", export, GOLD)).items():
        print(f"{name}: {row}")  # type: ignore[str-bytes-safe]
    print(
        f"bare spaCy {bare / words * 1e6:.0f} us/word, parse stage {reading / words * 1e6:.0f}, model {model / words * 1e6:.0f}"
    )
    print(f"bare / (parse + model): {bare / (reading + model):.2f}")


if __name__ == "__main__":
    main()
