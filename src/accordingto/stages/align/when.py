"""When an event happened, by the date words of its own clause, of the verb above it, or of who tells it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from functools import cache
from itertools import islice, pairwise

from accordingto.lexicon import load_table
from accordingto.model.dates import DateRange
from accordingto.model.document import Document
from accordingto.model.parse import Parse, Sentence
from accordingto.stages.align.days import dates_of
from accordingto.stages.align.tellings import Telling
from accordingto.text.numbers import parse_number

# A clause further up than this many words has no say; more dates in one sentence are a table.
HIGHEST = 20
MOST = 40


# 'In March 2004, when': so many words before 'when' its date may begin.
WHEN_REACH = 4
CLAUSES = frozenset({"relcl", "acl"})
HAPPENING = frozenset({"occur", "happen", "take", "begin", "start", "erupt", "unfold", "last", "follow"})


# So many words may stand between a noun and a date stacked behind it.
STACK = 8
GROUNDS = frozenset({"town", "village", "city", "district", "province", "region", "area", "camp"})
SAYING = frozenset({"say", "report", "announce", "state", "confirm", "add", "claim", "deny"})

AT_ONCE = frozenset({"after", "when", "as"})

# What 'two days after', 'a week after' count.
DAYS = {"day": 1, "week": 7}


# 'Three days after the raid', 'an hour later'.
LAPSES = frozenset({"hour", "day", "week", "month", "year"})
FROM = frozenset({"after", "before", "later", "earlier"})


# 'Posted: Friday, June 26': so many characters before a date, on its line, say when the page was written.
STAMP = 40
_STAMP = re.compile(r"\b(?:posted|updated|published|created|modified)\b[^\n.;]{0,24}\Z", re.IGNORECASE)


@cache
def load_later() -> frozenset[str]:
    """Verbs of what comes after an event: arrests, courts, burials."""
    return frozenset(load_table("en", "setting")["afterwards"])


@cache
def load_counting() -> frozenset[str]:
    """Verbs of tolls: 'rose', 'was lowered'."""
    return frozenset(load_table("en", "setting")["counting"])


class Basis(IntEnum):
    """How the words tie a date to an event, the surest last."""

    NEWS = 0  # nothing dates it; it is told as news
    BEFORE = 1  # another date of the sentence, or of the one before
    SPEECH = 2  # 'said on Friday that it had struck': the day of telling
    CLAUSE = 3  # the clause above it is dated
    OWN = 4  # 'a raid in June'


@dataclass(frozen=True, slots=True)
class Dated:
    """Days, and how they are tied to the event."""

    days: DateRange
    basis: Basis


class DateWords:
    """The date expressions of one document by the token that heads each."""

    def __init__(self, days: Mapping[int, DateRange], bounds: Mapping[int, DateRange] | None = None) -> None:
        """``bounds`` are those of 'since 2014', which date nothing but what a 'when' behind them tells."""
        self._days = dict(days)
        self._heads = sorted(self._days)
        self._bounds = dict(bounds or {})

    def named_before(self, index: int) -> DateRange | None:
        """The date that ends right before a word, or before the comma there: 'since 1987, when'."""
        every = {**self._bounds, **self._days}
        return next((every[at] for at in range(index - 1, max(-1, index - WHEN_REACH), -1) if at in every), None)

    def __getitem__(self, index: int) -> DateRange:
        return self._days[index]

    def between(self, sentence: Sentence) -> list[int]:
        """The heads in a sentence, in text order; of a list of dates as long as a book only the first few."""
        low, high = bisect_left(self._heads, sentence.first), bisect_left(self._heads, sentence.last)
        return self._heads[low : min(high, low + MOST)]


def date_tokens(document: Document, parse: Parse) -> DateWords:
    """The date expressions of a document."""
    found: dict[int, DateRange] = {}
    bounds: dict[int, DateRange] = {}
    for each in dates_of(document):
        if is_stamped(document.text, each.span.start):
            continue
        covered = parse.covered(each.span)
        inside = {token.index for token in covered}
        heads = [token for token in covered if token.head not in inside or token.head == token.index]
        if heads:
            # 'since 2014', 'until May', 'before June' bound a state or say when something was not yet.
            (found if each.within else bounds)[heads[0].index] = each.date
    return DateWords(found, bounds)


def is_stamped(text: str, start: int) -> bool:
    """Whether words say when a page was written: 'Posted: Friday, June 26', 'Updated at 4:46 AM Friday'."""
    return _STAMP.search(text, max(0, start - STAMP), start) is not None


def date_telling(parse: Parse, telling: Telling, dates: DateWords, published: DateRange | None) -> Dated | None:
    """The best date of a telling: its own, else that of the clause above, the day it was told, or a date nearby."""
    sentence = parse.sentences[parse.tokens[telling.main.index].sentence]
    heads = dates.between(sentence)
    found = _dated(parse, telling, dates, heads) if heads else []
    before = _days_before(parse, telling, dates, published)
    if before is not None:
        return before
    then = _then(parse, telling, dates)
    if then is not None:
        return Dated(then, Basis.OWN)
    if not found and not _is_apposed(parse, telling):
        nearby = _nearby(parse, sentence, dates)
        found = [Dated(days, Basis.BEFORE) for days in nearby if published is None or days.start <= published.end]
    return min(found, key=lambda dated: (-dated.basis, dated.days.days, dated.days), default=None)


def _dated(parse: Parse, telling: Telling, dates: DateWords, heads: Sequence[int]) -> list[Dated]:
    """The dates of its sentence that are its own, those of the clause above, and the day of telling."""
    own = {trigger.index for trigger in telling.triggers} | {trigger.clause for trigger in telling.triggers}
    own |= {at for trigger in telling.triggers for at in _happening(parse, trigger.index)}
    above = _levels(parse, telling)
    found = []
    for index in heads:
        owner = _owner(parse, index, own)
        basis = Basis.OWN if owner in own or _is_stacked(parse, telling, index) else above.get(owner)
        if basis is Basis.OWN and _is_of_saying(parse, telling, index):
            basis = Basis.SPEECH
        if basis is not None:
            found.append(Dated(dates[index], basis))
    return found


def _is_stacked(parse: Parse, telling: Telling, date: int) -> bool:
    """'An ambush in Orvel in January': phrases stacked behind a noun are its own, whatever the parser hangs them on."""
    main = telling.main
    between = parse.tokens[main.index + 1 : date]
    near = not main.verbal and 0 < len(between) <= STACK and between[-1].pos == "ADP"
    return near and all(each.pos in {"ADP", "PROPN", "DET"} or each.lemma in GROUNDS for each in between)


def _is_of_saying(parse: Parse, telling: Telling, date: int) -> bool:
    """'Nurses said on Tuesday at least eight had died': the day is that of the saying."""
    before = parse.tokens[max(0, date - 2) : date]
    first = min(*telling.tokens, *(trigger.index for trigger in telling.triggers))
    said = next((each for each in before if each.pos == "VERB"), None)
    return said is not None and said.lemma in SAYING and date <= first + 1


def _is_apposed(parse: Parse, telling: Telling) -> bool:
    """'Orvel, seized by the rebels': told beside a name, whatever the sentence dates."""
    token = parse.tokens[telling.main.index]
    apposed = telling.main.verbal and token.dep == "acl" and token.tag == "VBN"
    return apposed or _is_placed_otherwise(parse, telling)


def _is_placed_otherwise(parse: Parse, telling: Telling) -> bool:
    """'Who was arrested' beside the news of the day, 'filmed three days after the raid': no day that stands near."""
    clause = parse.tokens[telling.main.clause]
    opened = {parse.tokens[c].lemma.lower() for c in parse.children[clause.index]}
    if telling.main.verbal and clause.dep == "relcl" and "where" not in opened:
        return True  # 'was taken to the capital, where she met …' goes on with the news
    pairs = pairwise(sorted(telling.tokens))
    return any(parse.tokens[a].lemma in LAPSES and parse.tokens[b].lemma in FROM and b == a + 1 for a, b in pairs)


def _days_before(parse: Parse, telling: Telling, dates: DateWords, published: DateRange | None) -> Dated | None:
    """'Two days after it overthrew the president': so long before the day of the clause above, else of the report."""
    verb = parse.tokens[telling.main.clause]
    if verb.dep != "advcl":
        return None
    children = [parse.tokens[c] for c in parse.children[verb.index]]
    lapse = next((c for c in children if c.dep == "npadvmod" and c.lemma in DAYS), None)
    after = next((c for c in children if c.dep == "mark" and c.lemma == "after"), None)
    if lapse is None or after is None or after.index != lapse.index + 1:
        return None
    number = next((parse_number(parse.tokens[c].text) for c in parse.children[lapse.index]), None)
    many = 1 if number is None else int(number.value)
    if not 0 < many <= MOST:
        return None
    sentence = parse.sentences[verb.sentence]
    above = [dates[i] for i in dates.between(sentence) if _owner(parse, i, set()) == verb.head and dates[i].days == 1]
    base = above[0] if above else published
    if base is None:
        return None
    days = timedelta(days=many * DAYS[lapse.lemma])
    slack = timedelta(days=0 if above and lapse.lemma == "day" else 1 if lapse.lemma == "day" else 3)
    return Dated(DateRange(base.start - days - slack, base.end - days), Basis.OWN if above else Basis.CLAUSE)


def _then(parse: Parse, telling: Telling, dates: DateWords) -> DateRange | None:
    """'No deaths since 1987, when nine died': the nine died in 1987, whatever else the sentence dates."""
    for at in (telling.main.index, *islice(parse.ancestors(telling.main.index), HIGHEST)):
        if parse.tokens[at].dep == "ccomp":
            return None  # 'on Friday, when a report showed that he was hit'
        if parse.tokens[at].dep in {"relcl", "advcl"}:
            when = next((c for c in parse.children[at] if parse.tokens[c].lemma == "when"), None)
            return None if when is None else dates.named_before(when)
    return None


def _happening(parse: Parse, noun: int) -> list[int]:
    """The verb of 'a shooting that occurred on May 4': its date is the event's own."""
    return [c for c in parse.children[noun] if parse.tokens[c].dep in CLAUSES and parse.tokens[c].lemma in HAPPENING]


def _nearby(parse: Parse, sentence: Sentence, dates: DateWords) -> list[DateRange]:
    """The dates of the rest of the sentence, else the last one of the sentence before it in the same paragraph."""
    here = [dates[index] for index in dates.between(sentence) if not is_aside(parse, index, CLAUSES | {"advcl"})]
    if here or sentence.index == 0:
        return here
    before = parse.sentences[sentence.index - 1]
    if before.zone != sentence.zone or sentence.start - before.end > 1:
        return []
    return [dates[index] for index in dates.between(before)][-1:]


def is_aside(parse: Parse, index: int, clauses: frozenset[str] = frozenset({"relcl"})) -> bool:
    """Whether a date, or an event, stands in a relative or like clause, which tells of something else."""
    above = islice(parse.ancestors(index), HIGHEST)
    links = {parse.tokens[index].dep, *(parse.tokens[at].dep for at in above)}
    return not links.isdisjoint(clauses)


def _owner(parse: Parse, index: int, own: set[int]) -> int:
    """The verb, or trigger of the telling, that a date expression hangs on."""
    for at in islice(parse.ancestors(index), HIGHEST):
        if at in own or parse.tokens[at].pos in {"VERB", "AUX"}:
            return at
        index = at
    return index


def _is_at_once(parse: Parse, below: int, above: int) -> bool:
    """'Fled on Saturday after shots were fired', but not 'was arrested on Saturday after shots were fired'."""
    marks = {parse.tokens[c].lemma.lower() for c in parse.children[below] if parse.tokens[c].dep in {"mark", "advmod"}}
    verb = parse.tokens[above]
    return bool(marks & AT_ONCE) and verb.pos == "VERB" and verb.lemma not in load_later() | SAYING


def _levels(parse: Parse, telling: Telling) -> dict[int, Basis]:
    """Verbs above a telling -> what their date means for it."""
    levels: dict[int, Basis] = {}
    # 'Sentenced on Friday for the raid': what a verb's date says of a noun beside it is little.
    basis = Basis.CLAUSE if telling.main.verbal or telling.main.light is not None else Basis.BEFORE
    below = telling.main.clause
    for at in islice(parse.ancestors(telling.main.clause), HIGHEST):
        dep = parse.tokens[below].dep
        if dep in {"ccomp", "parataxis"}:
            basis = Basis.SPEECH
        elif dep in {"relcl", "acl"} or (dep == "advcl" and parse.tokens[below].tag != "VBG"):
            # 'The festival turned violent early on Saturday after shots were fired.'
            if dep == "advcl" and _is_at_once(parse, below, at):
                levels[at] = basis
            return levels
        if parse.tokens[at].pos in {"VERB", "AUX"}:
            # 'The toll rose on Friday': the day is that of the counting.
            counted = basis is Basis.BEFORE and parse.tokens[at].lemma in load_counting()
            levels[at] = Basis.SPEECH if counted else basis
        below = at
    return levels
