"""Parses a PolNeAR part once and keeps it: cache_parses.py train|dev OUT.pkl (in the project's environment)."""

import gzip
import json
import pickle
import sys
from pathlib import Path

from accordingto.model.document import Document
from accordingto.stages.parse import parse

POLNEAR = Path(__file__).parents[3] / "shared" / "data" / "polnear"


def main() -> None:
    """Documents sorted by id, each with its parse; the text is parsed as it stands, without marked segments."""
    with gzip.open(POLNEAR / f"{sys.argv[1]}.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = sorted(map(json.loads, lines), key=lambda row: str(row["doc_id"]))
    kept = [(d, parse(Document(id=d["doc_id"], uri=f"{d['doc_id']}.txt", text=d["text"]))) for d in documents]
    Path(sys.argv[2]).write_bytes(pickle.dumps(kept))


if __name__ == "__main__":
    main()
