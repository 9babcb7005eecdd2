"""Files and folders on disk, with the ``documents.jsonl`` that may stand beside them."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.model.dates import DateRange
from accordingto.model.document import DateBasis, Document, Published
from accordingto.model.keys import make_id


def read_inputs(inputs: Iterable[Path]) -> Iterator[Document | InputRefused]:
    """Every document under the inputs, in a stable order; what could not be read comes as the error itself."""
    for folder in inputs:
        table = folder / "documents.jsonl"
        known = {}
        if table.exists():
            known = {row["file"]: row for row in map(json.loads, table.read_text().splitlines())}
        for path in sorted(folder.glob("*.txt")):
            row = known.get(path.name, {})
            text = path.read_text()
            day = date.fromisoformat(row["published"]) if row.get("published") else None
            yield Document(
                id=make_id("doc", path.name, row.get("url"), text),
                uri=path.name,
                text=text,
                outlet=row.get("publisher"),
                title=row.get("title"),
                url=row.get("url"),
                published=Published(DateRange(day, day), DateBasis.GIVEN) if day else None,
            )
