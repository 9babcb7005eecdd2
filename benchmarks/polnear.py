"""Attributions of the PolNeAR development set against its annotators, with the scorer of ../shared/eval."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.keys import make_id
from accordingto.pipeline import read_documents
from benchmarks.shared import DATA, load_rows, need, score

GOLD = DATA / "polnear" / "dev.jsonl.gz"


def load_documents(path: Path) -> list[Document]:
    """The texts of a set, named as the scorer expects."""
    return [_document(row["doc_id"], row["text"], row["publisher"]) for row in load_rows(path)]


def _document(name: str, text: str, outlet: str) -> Document:
    uri = f"{name}.txt"
    return Document(id=make_id("doc", uri, None, text), uri=uri, text=text, outlet=outlet)


def gold_files() -> list[Path]:
    """The gold file."""
    need(GOLD)
    return [GOLD]


def render_attributions(readings: Iterable[Reading]) -> dict[str, Any]:
    """As much of an export as the scorer reads; no document is compared with another."""
    kept = list(readings)
    documents = [{"id": r.document.id, "uri": r.document.uri, "text": r.document.text} for r in kept]
    attributions = [
        {"document": a.document, "source": a.source, "cue": a.cue, "content": a.content, "form": a.form.value}
        for r in kept
        for a in r.attributions
    ]
    return {"format": "accordingto-ledger/1", "documents": documents, "attributions": attributions}


def measure() -> dict[str, float]:
    """F1 of content, with source, with cue, with both, and of attributed words."""
    gold_files()
    export = json.dumps(render_attributions(read_documents(load_documents(GOLD))))
    figures: dict[str, Any] = dict(score("score_attribution.py", export, GOLD))
    return {f"polnear dev: {name} F1": row["f1"] for name, row in figures.items()}
