"""A person overrules the rules: what is said is checked and appended, and the ledger is settled anew."""

from accordingto.judging.desk import Desk
from accordingto.judging.effect import Told, render_told
from accordingto.judging.exchange import Imported, dump_judgements, import_judgements
from accordingto.judging.outcome import Overtaken, Preview, Saved, Seen
from accordingto.judging.pointing import Pointer
from accordingto.judging.queue import Due, find_due
from accordingto.judging.record import Judged, Reviewer, merge_actors, split_actor, undo_judgement
from accordingto.judging.review_exchange import dump_reviews, import_reviews
from accordingto.judging.roster import Roster
from accordingto.judging.standing import Line, number_judgements

__all__ = [
    "Desk",
    "Due",
    "Imported",
    "Judged",
    "Line",
    "Overtaken",
    "Pointer",
    "Preview",
    "Reviewer",
    "Roster",
    "Saved",
    "Seen",
    "Told",
    "dump_judgements",
    "dump_reviews",
    "find_due",
    "import_judgements",
    "import_reviews",
    "merge_actors",
    "number_judgements",
    "render_told",
    "split_actor",
    "undo_judgement",
]
