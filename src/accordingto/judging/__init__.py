"""A person overrules the rules on who is who: the judgement is checked, appended, and the ledger is compared anew."""

from accordingto.judging.exchange import dump_judgements, import_judgements
from accordingto.judging.record import Judged, Reviewer, merge_actors, split_actor, undo_judgement
from accordingto.judging.roster import Roster
from accordingto.judging.standing import Line, number_judgements

__all__ = [
    "Judged",
    "Line",
    "Reviewer",
    "Roster",
    "dump_judgements",
    "import_judgements",
    "merge_actors",
    "number_judgements",
    "split_actor",
    "undo_judgement",
]
