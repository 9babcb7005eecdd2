"""The published error rates that a report states, taken from docs/measures.md by ``renew.py``."""

import json
from importlib.resources import files
from statistics import mean

# Words of a section's heading, the row, and what a reader is told of it.
STATED = (
    ("Each story of", "attributions with right claimer F1", "attributions found, with the right claimer"),
    ("Each story of", "answers with right claimers", "answers found, with the right claimers"),
    ("Each story of", "question status right", "questions whose status is right"),
    ("Each story of", "independent origins right", "answers whose number of independent origins is right"),
    ("Each story of", "lineage links found", "links between a document and where it came from, found"),
    ("Attributions of the PolNeAR", "content F1", "attributed passages of a news corpus, found exactly"),
    ("Attributions of the PolNeAR", "words F1", "attributed words of a news corpus, found"),
)
FILE = "rates.json"


def load_rates() -> list[dict[str, str | float]]:
    """What is stated, each with its figure."""
    loaded: list[dict[str, str | float]] = json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return loaded


def read_rates(measures: str) -> list[dict[str, str | float]]:
    """The figures of the page of measures; of a row with several columns their mean. What is not there is left out."""
    found: list[dict[str, str | float]] = []
    for heading, row, told in STATED:
        cells = _find_row(measures, heading, row)
        if cells:
            found.append({"told": told, "figure": round(mean(cells), 3)})
    return found


def _find_row(measures: str, heading: str, row: str) -> list[float]:
    for section in measures.split("\n## ")[1:]:
        if section.startswith(heading):
            for line in section.splitlines():
                cells = [cell.strip() for cell in line.strip("|").split("|")]
                if cells[0] == row:
                    return [float(cell) for cell in cells[1:] if cell]
    return []
