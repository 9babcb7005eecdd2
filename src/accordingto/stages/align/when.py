"""When an event happened, by the date words of its own clause, of the verb above it, or of who tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from accordingto.model.dates import DateRange
from accordingto.model.document import Document
from accordingto.model.parse import Parse, Sentence
from accordingto.stages.align.tellings import Telling
from accordingto.text.dates import Relation, find_dates


class Basis(IntEnum):
    """How the words tie a date to an event, the surest last."""

    NEWS = 0  # nothing dates it; it is told as news
    BEFORE = 1  # another date of the sentence, or of the one before
    SPEECH = 2  # 'said on Sunday that it had hit': the day of telling
    CLAUSE = 3  # the clause above it is dated
    OWN = 4  # 'a raid in March'


@dataclass(frozen=True, slots=True)
class Dated:
    """Days, and how they are tied to the event."""

    days: DateRange
    basis: Basis


def date_tokens(document: Document, parse: Parse) -> dict[int, DateRange]:
    """Token that heads a date expression -> the days it names."""
    anchor = None if document.published is None else document.published.date
    found = {}
    for each in find_dates(document.text, anchor):
        # 'since 2014', 'until May', 'before June' bound a state or say when something was not yet.
        if each.relation is not Relation.IN:
            continue
        covered = parse.covered(each.span)
        inside = {token.index for token in covered}
        heads = [token for token in covered if token.head not in inside or token.head == token.index]
        if heads:
            found[heads[0].index] = each.date
    return found


def date_telling(
    parse: Parse, telling: Telling, dates: Mapping[int, DateRange], published: DateRange | None
) -> Dated | None:
    """The best date of a telling: its own, else that of the clause above, the day it was told, or a date nearby."""
    own = {trigger.index for trigger in telling.triggers} | {trigger.clause for trigger in telling.triggers}
    sentence = parse.sentences[parse.tokens[telling.main.index].sentence]
    above = _levels(parse, telling)
    found = []
    for index in range(sentence.first, sentence.last):
        if index not in dates:
            continue
        owner = _owner(parse, index, own)
        basis = Basis.OWN if owner in own else above.get(owner)
        if basis is not None:
            found.append(Dated(dates[index], basis))
    if not found:
        nearby = _nearby(parse, sentence, dates)
        found = [Dated(days, Basis.BEFORE) for days in nearby if published is None or days.start <= published.end]
    return min(found, key=lambda dated: (-dated.basis, dated.days.days, dated.days), default=None)


def _nearby(parse: Parse, sentence: Sentence, dates: Mapping[int, DateRange]) -> list[DateRange]:
    """The dates of the rest of the sentence, else the last one of the sentence before it in the same paragraph."""
    here = [dates[i] for i in range(sentence.first, sentence.last) if i in dates and not _is_aside(parse, i)]
    if here or sentence.index == 0:
        return here
    before = parse.sentences[sentence.index - 1]
    if before.zone != sentence.zone or sentence.start - before.end > 1:
        return []
    return [dates[index] for index in range(before.first, before.last) if index in dates][-1:]


def _is_aside(parse: Parse, index: int) -> bool:
    """Whether a date stands in a relative or adverbial clause, which tells of something else."""
    links = {parse.tokens[index].dep, *(parse.tokens[at].dep for at in parse.ancestors(index))}
    return not links.isdisjoint({"relcl", "acl", "advcl"})


def _owner(parse: Parse, index: int, own: set[int]) -> int:
    """The verb, or trigger of the telling, that a date expression hangs on."""
    for at in parse.ancestors(index):
        if at in own or parse.tokens[at].pos in {"VERB", "AUX"}:
            return at
        index = at
    return index


def _levels(parse: Parse, telling: Telling) -> dict[int, Basis]:
    """Verbs above a telling -> what their date means for it."""
    levels: dict[int, Basis] = {}
    # 'Sentenced on Friday for the raid': what a verb's date says of a noun beside it is little.
    basis = Basis.CLAUSE if telling.main.verbal or telling.main.light is not None else Basis.BEFORE
    below = telling.main.clause
    for at in parse.ancestors(telling.main.clause):
        dep = parse.tokens[below].dep
        if dep in {"ccomp", "parataxis"}:
            basis = Basis.SPEECH
        elif dep in {"relcl", "acl"} or (dep == "advcl" and parse.tokens[below].tag != "VBG"):
            return levels
        if parse.tokens[at].pos in {"VERB", "AUX"}:
            levels[at] = basis
        below = at
    return levels
