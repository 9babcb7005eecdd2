"""Questions asked of a ledger: who said, according to whom, who differs."""

from accordingto.query.account import Account, Elsewhere, Held, Place, Quoted, Said
from accordingto.query.ask import ask_questions
from accordingto.query.count import Counts, count_kept, count_lines
from accordingto.query.narrow import Narrow
from accordingto.query.passage import Passage
from accordingto.query.suggest import suggest
from accordingto.query.words import render_days

__all__ = [
    "Account",
    "Counts",
    "Elsewhere",
    "Held",
    "Narrow",
    "Passage",
    "Place",
    "Quoted",
    "Said",
    "ask_questions",
    "count_kept",
    "count_lines",
    "render_days",
    "suggest",
]
