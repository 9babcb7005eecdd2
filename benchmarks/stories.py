"""Each story of ../shared/stories against its answer key."""

from pathlib import Path

from accordingto.export.ledger_json import dump_ledger
from accordingto.intake import read_inputs
from accordingto.model.document import Document
from accordingto.pipeline import compare_readings, read_documents
from accordingto.store.gazetteer import open_gazetteer
from benchmarks.shared import STORIES, need, score


def build_export(folder: Path) -> str:
    """The export of the ledger of a folder of documents."""
    documents = [each for each in read_inputs([folder]) if isinstance(each, Document)]
    return dump_ledger(compare_readings(list(read_documents(documents)), gazetteer=open_gazetteer()))


def gold_files() -> list[Path]:
    """The answer keys, in a stable order."""
    need(STORIES)
    return sorted(STORIES.glob("*/key.json"))


def measure() -> dict[str, float]:
    """``story: measure`` -> score between 0 and 1."""
    figures: dict[str, float] = {}
    for key in gold_files():
        scores = score("score_story.py", build_export(key.parent / "documents"), key)
        figures |= {f"{key.parent.name}: {name}": value for name, value in scores.items()}
    return figures
