"""The invented stories of examples/ and tests/stories against keys in the format of ../shared/stories."""

from pathlib import Path

from benchmarks.shared import EVAL, need, score
from benchmarks.stories import build_export

ROOT = Path(__file__).resolve().parents[1]
KEYS = ROOT / "tests" / "stories"


def gold_files() -> list[Path]:
    """The answer keys, in a stable order."""
    need(EVAL)
    return sorted(KEYS.glob("*/key.json"))


def find_documents(key: Path) -> Path:
    """The folder with a key's documents: beside it, or the bundled example of the same name."""
    beside = key.parent / "documents"
    return beside if beside.is_dir() else ROOT / "examples" / key.parent.name


def measure() -> dict[str, float]:
    """``story: measure`` -> score between 0 and 1."""
    figures: dict[str, float] = {}
    for key in gold_files():
        scores = score("score_story.py", build_export(find_documents(key)), key)
        figures |= {f"{key.parent.name}: {name}": value for name, value in scores.items()}
    return figures
