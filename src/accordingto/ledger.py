"""Adding documents to a ledger: which of them are new, read these, compare all, write the result."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from accordingto.engines.journal import Journal
from accordingto.engines.plan import Plan, Watch
from accordingto.engines.read_all import read_all
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.reference import ReferenceEntity
from accordingto.model.story import DECLARED
from accordingto.moved import find_moves, move_judgements, move_reviews
from accordingto.observe import stage
from accordingto.pipeline import attribute_again, compare_readings, grammar_of, rules_of
from accordingto.stages.refer import find_candidates, link_actors
from accordingto.store.base import Writer
from accordingto.store.gazetteer import open_gazetteer, prepare_gazetteer

Metadata = tuple[object, ...]


class Stage(StrEnum):
    """Where a rebuild begins; what compares documents runs anew in each case."""

    PARSE = "parse"
    ATTRIBUTE = "attribute"
    RESOLVE = "resolve"


@dataclass(frozen=True, slots=True)
class Extension:
    """What adding documents came to.

    Attributes:
        read: the readings that were made now.
        kept: how many documents of the ledger did not have to be read again.
        repeated: how many of the documents given were in the ledger already or were given twice.
        findings: what the ledger holds now.
    """

    read: tuple[Reading, ...]
    kept: int
    repeated: int
    findings: Findings


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
        EngineMissing, EngineFailed: as ``read_all``.
    """
    prepare_gazetteer()
    kept = {reading.document.id: reading for reading in writer.readings()}
    united = unite_documents([reading.document for reading in kept.values()], documents)
    moves = find_moves([reading.document for reading in kept.values()], united)
    writer.add_judgements(list(move_judgements(writer.judgements(), moves)))
    writer.add_reviews(list(move_reviews(writer.reviews(), moves)))
    current = {each.id for each in united if _is_current(kept.get(each.id), each, model)}
    parsed = {each.id for each in united if each.id not in current and _is_parsed(kept.get(each.id), each, model)}
    fresh = [each for each in united if each.id not in current | parsed]
    read = read_all(fresh, plan or Plan(model, processes=1), watch, journal)
    watch(len(fresh), len(fresh), None)
    older = [kept[each] for each in sorted(current)] + [attribute_again(kept[each]) for each in sorted(parsed)]
    findings = compare_again(writer, [*read, *older], reference, one_story=one_story)
    current |= parsed
    given = {document.id for document in documents} & {reading.document.id for reading in read}
    return Extension(tuple(read), len(current), len(documents) - len(given), findings)


def rebuild_ledger(writer: Writer, first: Stage, plan: Plan, watch: Watch, journal: Journal | None = None) -> Findings:
    """Run the stages from one on over what a ledger holds, and save.

    Args:
        writer: the open ledger.
        first: the stage from which on all run anew.
        plan: by which engine documents are read, where they are.
        watch: told of each step, as by ``extend_ledger``.
        journal: where readings are kept until the ledger has them.
    """
    prepare_gazetteer()
    kept = writer.readings()
    if first is Stage.PARSE:
        kept = tuple(read_all([each.document for each in kept], plan, watch, journal))
    elif first is Stage.ATTRIBUTE:
        kept = tuple(attribute_again(each) for each in kept)
    watch(len(kept), len(kept), None)
    return compare_again(writer, kept)


def compare_again(
    writer: Writer,
    readings: Sequence[Reading] | None = None,
    reference: Iterable[ReferenceEntity] = (),
    *,
    one_story: bool | None = None,
) -> Findings:
    """Compare the ledger's readings, or these in their place, with what persons said as it stands now, and save.

    Actors are linked to the entities of reference data that bear their names, given now or by an earlier build.
    Documents that were declared to tell one story go on doing so until ``one_story`` is False.
    """
    compared = writer.readings() if readings is None else readings
    declared = any(story.trace.rule == DECLARED for story in writer.stories())
    findings = compare_readings(
        compared,
        writer.judgements(),
        writer.reviews(),
        gazetteer=open_gazetteer(),
        one_story=declared if one_story is None else one_story,
        captures=writer.captures(),
    )
    writer.keep_entities(find_candidates(findings.resolution.actors, reference))
    actors = link_actors(findings.resolution.actors, findings.events, writer.entities())
    findings = replace(findings, resolution=replace(findings.resolution, actors=actors))
    with stage("write"):
        writer.save(findings)
    return findings


def unite_documents(known: Iterable[Document], given: Iterable[Document]) -> list[Document]:
    """Each document once, sorted by id, whatever the order of either.

    A document given again with other metadata replaces the known one. Of two with the same words, one that says less
    of itself and nothing else gives way; two that say the same are one, named after the alphabetically first of their
    paths: nothing tells them apart but where somebody saved them.
    """
    by_id = {document.id: document for document in known}
    by_id |= {document.id: document for document in sorted(given, key=repr, reverse=True)}
    by_text: defaultdict[str, dict[Metadata, Document]] = defaultdict(dict)
    for document in sorted(by_id.values(), key=lambda each: (each.uri, each.id)):
        by_text[document.text].setdefault(_metadata(document), document)
    kept = (
        document
        for same in by_text.values()
        for metadata, document in same.items()
        if not any(_says_less(metadata, other) for other in same)
    )
    return sorted(kept, key=lambda each: each.id)


def _metadata(document: Document) -> Metadata:
    return (document.url, document.outlet, document.title, document.author, document.published)


def _says_less(one: Metadata, other: Metadata) -> bool:
    return one != other and all(mine is None or mine == its for mine, its in zip(one, other, strict=True))


def _is_current(reading: Reading | None, document: Document, model: str) -> bool:
    return reading is not None and reading.document == document and reading.rules == rules_of(model)


def _is_parsed(reading: Reading | None, document: Document, model: str) -> bool:
    """Whether the grammar that is kept is the one that would be made now."""
    return reading is not None and reading.document == document and reading.rules.endswith(f"+{grammar_of(model)}")
