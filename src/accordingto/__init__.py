"""Who says what, according to whom, and is the second source really a second source?

    from pathlib import Path
    from accordingto import SqlStore, ask_questions

    with SqlStore(Path("raid.ledger")).view() as view:
        for account in ask_questions(view.findings()):
            print(account.status, account.asks, account.about)

These names stay; everything else may move.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.errors import AccordingtoError, InputRefused
    from accordingto.export.ledger_json import dump_ledger
    from accordingto.intake import read_inputs
    from accordingto.ledger import extend_ledger
    from accordingto.model.document import Document
    from accordingto.model.findings import Findings
    from accordingto.pipeline import compare_readings, read_document, read_documents
    from accordingto.query import Narrow, ask_questions
    from accordingto.store import MemoryStore, SqlStore

__all__ = [
    "AccordingtoError",
    "Document",
    "Findings",
    "InputRefused",
    "MemoryStore",
    "Narrow",
    "SqlStore",
    "ask_questions",
    "compare_readings",
    "dump_ledger",
    "extend_ledger",
    "read_document",
    "read_documents",
    "read_inputs",
]

# Where each name lives. Loaded when it is first asked for: the command line must not wait for all of them.
_HOMES = {
    "AccordingtoError": "errors",
    "Document": "model.document",
    "Findings": "model.findings",
    "InputRefused": "errors",
    "MemoryStore": "store",
    "Narrow": "query",
    "SqlStore": "store",
    "ask_questions": "query",
    "compare_readings": "pipeline",
    "dump_ledger": "export.ledger_json",
    "extend_ledger": "ledger",
    "read_document": "pipeline",
    "read_documents": "pipeline",
    "read_inputs": "intake",
}


def __getattr__(name: str) -> object:
    """A public name, from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'accordingto' has no attribute {name!r}")
    value: object = getattr(import_module(f"accordingto.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
