"""Adding documents to a ledger: which of them are new, read these, compare all, write the result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from accordingto.comparing.crew import Crew, collecting_rarely, cut
from accordingto.comparing.memory import Fresh, Memory, OnlyOf
from accordingto.comparing.shelf import SHARE, Shelf
from accordingto.engines.journal import Journal
from accordingto.engines.made import MANY, Made, keep_made
from accordingto.engines.plan import Plan, Watch
from accordingto.engines.read_all import read_made
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.memo import Memo
from accordingto.model.reference import ReferenceEntity
from accordingto.model.review import find_standing
from accordingto.model.story import DECLARED, Story
from accordingto.model.trace import Issue
from accordingto.moved import find_moves, move_judgements, move_reviews
from accordingto.observe import stage
from accordingto.pipeline import Said, attribute_again, compare, grammar_of, rules_of
from accordingto.stages.refer import find_candidates, link_actors
from accordingto.store.base import Untouched, Writer
from accordingto.store.gazetteer import open_gazetteer, prepare_gazetteer
from accordingto.store.packed_reading import Held, open_reading
from accordingto.united import unite_documents

Rules = Mapping[str, str]  # versions by document


class Stage(StrEnum):
    """Where a rebuild begins; what compares documents runs anew in each case."""

    PARSE = "parse"
    ATTRIBUTE = "attribute"
    RESOLVE = "resolve"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comparing the documents of a ledger came to; its lines are in the ledger.

    Attributes:
        stories: that the documents tell.
        issues: what was met.
        linked: how many actors are linked to reference data.
    """

    stories: tuple[Story, ...]
    issues: tuple[Issue, ...]
    linked: int


@dataclass(frozen=True, slots=True)
class Extension:
    """What adding documents came to.

    Attributes:
        read: ids of the documents that were read now.
        kept: how many documents of the ledger did not have to be read again.
        repeated: how many of the documents given were in the ledger already or were given twice.
        outcome: what comparing all came to.
    """

    read: tuple[str, ...]
    kept: int
    repeated: int
    outcome: Outcome


def extend_ledger(
    writer: Writer,
    documents: Sequence[Document],
    *,
    model: str,
    watch: Watch,
    reference: Iterable[ReferenceEntity] = (),
    one_story: bool | None = None,
    plan: Plan | None = None,
    journal: Journal | None = None,
) -> Extension:
    """Add documents to an open ledger; only what is new, or was read by older rules, is read.

    Args:
        writer: the open ledger.
        documents: in any order.
        model: the spaCy model that reads.
        watch: told of each step before it is taken: documents read so far, documents to read, which one is next
            (none: all are compared).
        reference: entities of reference data that actors may be; those kept by earlier builds are looked at anyway.
        one_story: whether all documents of the ledger tell one story; ``None`` leaves it as the last build had it.
        plan: by which engine they are read; in this process when left out.
        journal: where readings are kept until the ledger has them.

    Raises:
        ModelMissing: there is no such spaCy model.
        EngineMissing, EngineFailed: as ``read_made``.
        LedgerError: the ledger or its journal cannot be written, or no gazetteer can be made.
    """
    prepare_gazetteer()
    by = plan or Plan(model, processes=1)
    sorted_out = _sort_out(writer, documents, model)
    fresh = sorted_out.fresh
    made = read_made(fresh, by, watch, journal)
    watch(len(fresh), len(fresh), None)
    made = made.and_also(_attribute_again(writer, sorted_out.parsed, journal))
    shelf = _make_shelf(writer, sorted_out.united, made, sorted_out.rules)
    stays = frozenset(each.id for each in sorted_out.united if each.id not in made)
    outcome = compare_again(writer, Stock(shelf, stays), reference, one_story=one_story, processes=by.workers)
    given = {document.id for document in documents} & {each.id for each in fresh}
    kept = len(sorted_out.united) - len(fresh)
    return Extension(tuple(each.id for each in fresh), kept, len(documents) - len(given), outcome)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Documents of a ledger as it will be.

    Attributes:
        united: all of them.
        fresh: those to read.
        parsed: ids of those to attribute anew.
        rules: by which each that the ledger has was read, by id.
    """

    united: list[Document]
    fresh: list[Document]
    parsed: list[str]
    rules: Rules


def _sort_out(writer: Writer, documents: Sequence[Document], model: str) -> _Sorted:
    """Which documents are new; what persons said of one that has another id now goes with it."""
    kept = {document.id: (document, rules) for document, rules in writer.register()}
    before = [document for document, _ in kept.values()]
    united = unite_documents(before, documents)
    moves = find_moves(before, united)
    writer.add_judgements(list(move_judgements(writer.judgements(), moves)))
    writer.add_reviews(list(move_reviews(writer.reviews(), moves)))
    rules = {each.id: kept[each.id][1] for each in united if each.id in kept and kept[each.id][0] == each}
    older = {each for each, by in rules.items() if by != rules_of(model)}
    parsed = {each for each in older if rules[each].endswith(f"+{grammar_of(model)}")}
    current = rules.keys() - older
    fresh = [each for each in united if each.id not in current and each.id not in parsed]
    return _Sorted(united, fresh, sorted(parsed), rules)


def _attribute_again(writer: Writer, ids: Sequence[str], journal: Journal | None) -> Made:
    """Readings made of the grammar that the ledger keeps."""
    again = (attribute_again(open_reading(held)) for some in cut(ids, SHARE) for held in writer.held(some))
    return keep_made(again, len(ids), journal)


def _make_shelf(writer: Writer, documents: Iterable[Document], made: Made, rules: Rules) -> Shelf:
    """Documents with the readings made now, and those that the ledger has of the others.

    Few of them are opened once and stay open; many would not fit into memory side by side.
    """
    known = tuple(sorted(documents, key=lambda each: each.id))
    opened: dict[str, Held] = {}

    def load(ids: Sequence[str]) -> list[Held]:
        wanted = [each for each in ids if each not in opened]
        older = [each for each in wanted if each not in made]
        found = made.take(wanted)
        found |= dict(zip(older, writer.held(older), strict=True)) if older else {}
        if len(known) < MANY:
            opened.update((each, open_reading(held)) for each, held in found.items())
        return [opened.get(each) or found[each] for each in ids]

    return Shelf(known, load, {**rules, **made.versions()})


def rebuild_ledger(writer: Writer, first: Stage, plan: Plan, watch: Watch, journal: Journal | None = None) -> Outcome:
    """Run the stages from one on over what a ledger holds, and save.

    Args:
        writer: the open ledger.
        first: the stage from which on all run anew.
        plan: by which engine documents are read, where they are.
        watch: told of each step, as by ``extend_ledger``.
        journal: where readings are kept until the ledger has them.
    """
    prepare_gazetteer()
    register = {document.id: (document, rules) for document, rules in writer.register()}
    documents = [document for document, _ in register.values()]
    made = Made()
    if first is Stage.PARSE:
        made = read_made(documents, plan, watch, journal)
    elif first is Stage.ATTRIBUTE:
        made = _attribute_again(writer, [each.id for each in documents], journal)
    watch(len(documents), len(documents), None)
    shelf = _make_shelf(writer, documents, made, {each: rules for each, (_, rules) in register.items()})
    stock = Stock(shelf, frozenset(each for each in register if each not in made))
    return compare_again(writer, stock, processes=plan.workers, anew=True)


@dataclass(frozen=True, slots=True)
class Stock:
    """The documents that are compared.

    Attributes:
        shelf: all of them.
        stays: ids of those that are in the ledger with the readings that they have here.
    """

    shelf: Shelf
    stays: frozenset[str] = frozenset()


@collecting_rarely()
def compare_again(
    writer: Writer,
    given: Stock | Sequence[Reading] | None = None,
    reference: Iterable[ReferenceEntity] = (),
    *,
    one_story: bool | None = None,
    processes: int = 1,
    anew: bool = False,
) -> Outcome:
    """Compare the ledger's readings, or these in their place, with what persons said as it stands now, and save.

    What was worked out before and still holds is not worked out again. Actors are linked to the entities of reference
    data that bear their names, given now or by an earlier build. Documents that were declared to tell one story go on
    doing so until ``one_story`` is False.

    Args:
        writer: the open ledger.
        given: what is compared; what the ledger has when left out.
        reference: entities of reference data.
        one_story: whether all documents tell one story; as it was when left out.
        processes: how many work side by side.
        anew: work everything out again.
    """
    stock = _take_stock(writer, given)
    declared = any(story.trace.rule == DECLARED for story in writer.stories())
    is_one = declared if one_story is None else one_story
    said = Said(writer.judgements(), find_standing(writer.reviews()), is_one, writer.captures())
    entities = tuple(reference)
    has_others = given is not None and not isinstance(given, Stock)  # than the ledger, by the same rules perhaps
    memory: Memory = Fresh(writer) if anew or has_others else writer
    if entities or writer.entities():  # which entity an actor is rests on the events of all stories
        memory = OnlyOf(memory, frozenset({Memo.NOTE, Memo.ACTORS, Memo.LIKENESSES}))
    with Crew(processes) as crew:
        found = compare(stock.shelf, said, open_gazetteer(), crew, memory)
    findings = found.findings
    writer.keep_entities(find_candidates(findings.resolution.actors, entities))
    actors = link_actors(findings.resolution.actors, findings.events, writer.entities())
    findings = replace(findings, resolution=replace(findings.resolution, actors=actors))
    with stage("write"):
        changed = [each.id for each in stock.shelf.documents if each.id not in stock.stays]
        held = (each for share in stock.shelf.cut(changed) for each in share)
        writer.save(findings, held, Untouched(stock.stays, found.standing))
        writer.remember(Memo.STORY, found.settled)
    return Outcome(findings.stories, findings.issues, sum(actor.reference is not None for actor in actors))


def _take_stock(writer: Writer, given: Stock | Sequence[Reading] | None) -> Stock:
    if isinstance(given, Stock):
        return given
    if given is not None:
        return Stock(Shelf.of(given))
    register = {document.id: (document, rules) for document, rules in writer.register()}
    rules = {each: by for each, (_, by) in register.items()}
    shelf = _make_shelf(writer, [document for document, _ in register.values()], Made(), rules)
    return Stock(shelf, frozenset(register))
