"""The part of docs/ledger.md that lists every column, made from ``tables/``.

``python -m accordingto.store.reference docs/ledger.md`` writes it anew below the page's own words.
"""

import sys
from pathlib import Path

from sqlalchemy import Table

from accordingto.store.tables import READING_VIEWS, TABLES

MARK = "<!-- Made from src/accordingto/store/tables/; everything below is written anew by make docs. -->\n"


def render_tables() -> str:
    """Every table and view with every column."""
    tables = [_render(table) for table in sorted(TABLES.tables.values(), key=lambda each: each.name)]
    views = [_render_view(name, columns) for name, columns in sorted(READING_VIEWS.items())]
    return MARK + "\n" + "\n".join([*tables, *views])


def renew_page(page: str) -> str:
    """A page with the list below its mark written anew."""
    return page.partition(MARK)[0] + render_tables()


def _render(table: Table) -> str:
    lines = [f"## {table.name}\n", f"{table.comment}\n", "| column | type | meaning |", "| --- | --- | --- |"]
    for column in table.columns:
        kind = str(column.type).lower() + (" or empty" if column.nullable else "")
        points = "".join(f" → `{key.target_fullname}`" for key in column.foreign_keys)
        is_key = ", key" if column.primary_key else ""
        lines.append(f"| `{column.name}` | {kind}{is_key} | {column.comment}{points} |")
    return "\n".join(lines) + "\n"


def _render_view(name: str, columns: dict[str, str]) -> str:
    lines = [f"## {name}\n", "A view, for a person with a SQLite browser.\n", "| column | meaning |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| `{column}` | {meaning} |" for column, meaning in columns.items())]) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renew_page(target.read_text(encoding="utf-8")), encoding="utf-8")
