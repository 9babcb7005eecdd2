"""The whole story on one page: the stages in order.

    read -> lineage -> parse -> attribute -> resolve -> stories -> align -> reconcile

Reading one document (parse, attribute) needs no other; everything after compares documents with each other. Aligning
and reconciling look at one story at a time: documents of two stories have nothing to agree or disagree about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from traceback import walk_tb

from accordingto.apart import Apart
from accordingto.errors import AccordingtoError
from accordingto.model.actor import Judgement
from accordingto.model.attribution import Attribution
from accordingto.model.custody import Capture
from accordingto.model.document import DateBasis, Document, Published
from accordingto.model.findings import Findings, Reading
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage, Origin
from accordingto.model.parse import Parse
from accordingto.model.review import Review, find_standing
from accordingto.model.story import Story
from accordingto.model.trace import Issue, Trace
from accordingto.observe import stage
from accordingto.rules import GRAMMAR, version_rules
from accordingto.stages.align import Remaking, review_alignment
from accordingto.stages.attribute import attribute, ground
from accordingto.stages.lineage import trace_lineage
from accordingto.stages.parse import DEFAULT_MODEL, parse
from accordingto.stages.reconcile import find_variants
from accordingto.stages.resolve import resolve
from accordingto.stages.stories import Shares, group_stories
from accordingto.text.casing import as_read, restore_case
from accordingto.text.dates import infer_published
from accordingto.text.places import Gazetteer, NoGazetteer

NOWHERE = NoGazetteer()


@dataclass(frozen=True, slots=True)
class Said:
    """What persons said, which outranks every rule, and what is known of the documents beside their words.

    Attributes:
        judgements: of who is who.
        reviews: those that stand.
        one_story: that all documents tell one story.
        captures: how the bytes of the documents were got.
    """

    judgements: tuple[Judgement, ...]
    reviews: tuple[Review, ...]
    one_story: bool = False
    captures: tuple[Capture, ...] = ()


def rules_of(model: str = DEFAULT_MODEL) -> str:
    """The version of the reading rules that a reading made now with this model would carry."""
    return f"{version_rules()}+{grammar_of(model)}"


def grammar_of(model: str = DEFAULT_MODEL) -> str:
    """The version of the grammar that a reading made now with this model would hold: how ``rules_of`` ends."""
    return f"{version_rules(rooms=GRAMMAR)}+{model}"


def read_documents(documents: Iterable[Document], *, model: str = DEFAULT_MODEL) -> Iterator[Reading]:
    """Read each document on its own, in the order given.

    Raises:
        ModelMissing: there is no such spaCy model.
    """
    for document in documents:
        yield read_document(document, model=model)


def read_document(document: Document, *, model: str = DEFAULT_MODEL) -> Reading:
    """The grammar and the attributions of one document; a stage that it defeats is recorded as an issue."""
    return _read(document, None, model)


def attribute_again(reading: Reading) -> Reading:
    """The same document with its attributions made anew from the grammar that is kept."""
    return _read(reading.document, reading.parse, reading.parse.model)


def _read(document: Document, kept: Parse | None, model: str) -> Reading:
    parsed = Parse(document.id, (), (), (), model) if kept is None else kept
    attributions: tuple[Attribution, ...] = ()
    issues: tuple[Issue, ...] = ()
    try:
        if kept is None:
            with stage("parse"):
                parsed = parse(document, model=model)
        with stage("attribute"):
            cased = restore_case(document, parsed)
            found, issues = ground(cased, parsed, attribute(cased, parsed))
        attributions = tuple(found)
    except AccordingtoError:
        raise
    except Exception as error:  # noqa: BLE001  one hostile text must not cost the others their ledger
        issues = (_issue(document, error),)
    return Reading(document, parsed, attributions, rules_of(model), issues)


def compare_readings(
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
    reviews: Sequence[Review] = (),
    *,
    gazetteer: Gazetteer = NOWHERE,
    one_story: bool = False,
    captures: Sequence[Capture] = (),
) -> Findings:
    """Join actors across documents, events across those of one story, and settle which answers contradict each other.

    A document that defeats a comparing stage on its own is set aside with an issue, so that the others are compared.

    Args:
        readings: in any order; the result does not depend on it.
        judgements: persons' judgements of who is who, which outrank every rule.
        reviews: persons' reviews of claims, events and derivations, which do so too.
        gazetteer: where places lie; without one they keep their names only.
        one_story: somebody says that all the documents tell one story; else they are grouped first.
        captures: how the bytes of the documents were got: they tell which of two texts of one page came later.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    said = Said(tuple(judgements), find_standing(reviews), one_story, tuple(captures))
    try:
        return _compare(ordered, said, gazetteer)
    except Exception as error:  # noqa: BLE001  as above
        defeated = {reading.document.id: met for reading in ordered if (met := _defeat(reading, said, gazetteer))}
        issues = tuple(defeated.values()) or (_issue(None, error),)
    fit = [each for each in ordered if each.document.id not in defeated] if defeated else []
    try:
        found = _compare(fit, said, gazetteer)
    except Exception as error:  # noqa: BLE001  as above
        found = _compare([], said, gazetteer)
        issues = (*issues, _issue(None, error))
    return replace(
        found,
        readings=tuple(ordered),
        lineage=_with_all(found.lineage, [reading.document for reading in ordered]),
        stories=_each_told(found.stories, [reading.document for reading in ordered]),
        issues=(*(issue for reading in ordered for issue in reading.issues), *issues),
    )


def _compare(given: Sequence[Reading], said: Said, gazetteer: Gazetteer) -> Findings:
    ordered = [as_read(reading) for reading in given]  # texts in capitals with their usual letters, at the same places
    with stage("lineage"):
        lineage = trace_lineage([reading.document for reading in ordered], said.reviews, said.captures)
    with stage("resolve"):
        resolution = resolve(ordered, said.judgements)
    with stage("stories"):
        stories = group_stories(ordered, one_story=said.one_story)
    told = Apart(stories, by_story(ordered, stories), Shares(ordered, resolution, lineage))
    with stage("align"):
        alignment = told.align(gazetteer)
        remake = Remaking((reading for each in told.readings for reading in each), resolution, gazetteer)
        reviewed = review_alignment(alignment, ordered, resolution, said.reviews, remake=remake)
    with stage("reconcile"):
        settled = told.reconcile(reviewed.claims, reviewed.events)
    return Findings(
        readings=tuple(given),
        lineage=lineage,
        resolution=resolution,
        events=reviewed.events,
        claims=settled.claims,
        questions=settled.questions,
        issues=(*(issue for reading in ordered for issue in reading.issues), *alignment.issues),
        variants=find_variants(ordered, resolution),
        overruled=reviewed.overruled,
        stories=stories,
    )


def by_story(readings: Sequence[Reading], stories: Sequence[Story]) -> tuple[tuple[Reading, ...], ...]:
    """The readings of each story, with days to count from."""
    known = {reading.document.id: reading for reading in readings}
    return tuple(tuple(with_days([known[each] for each in story.documents])) for story in stories)


def with_days(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with a day to count from: a document that no words date is dated by the others of its story.

    Only 'on Tuesday' and its like are read by it; the ledger keeps such a document without a date.
    """
    known = [each.document.published.date for each in readings if each.document.published is not None]
    days = infer_published("", known)
    if days is None:
        return list(readings)
    guessed = Published(days, DateBasis.INFERRED)
    return [
        each if each.document.published else replace(each, document=replace(each.document, published=guessed))
        for each in readings
    ]


def _defeat(reading: Reading, said: Said, gazetteer: Gazetteer) -> Issue | None:
    try:
        _compare([reading], said, gazetteer)
    except Exception as error:  # noqa: BLE001  as above
        return _issue(reading.document, error)
    return None


def _with_all(lineage: Lineage, documents: Sequence[Document]) -> Lineage:
    """The lineage with an origin of its own for each document that was set aside."""
    placed = {each for origin in lineage.origins for each in origin.documents}
    alone = [each for each in documents if each.id not in placed]
    added = (Origin(make_id("origin", each.id), (each.id,), each.outlet) for each in alone)
    return replace(lineage, origins=(*lineage.origins, *added))


def _each_told(stories: Sequence[Story], documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories with one of its own for each document that was set aside."""
    placed = {each for story in stories for each in story.documents}
    alone = [
        Story(
            id=make_id("story", each.id),
            label=each.title or each.uri,
            documents=(each.id,),
            days=None if each.published is None else each.published.date,
            places=(),
            trace=Trace("stories.set-aside.v1", (), "it could not be compared with the others"),
        )
        for each in documents
        if each.id not in placed
    ]
    return tuple(sorted((*stories, *alone), key=lambda story: story.id))


def _issue(document: Document | None, error: Exception) -> Issue:
    """What defeated which stage: the stage is the innermost room of ``stages/`` that the error passed through."""
    rooms = [frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__)]
    stage = next((name.split(".")[2] for name in reversed(rooms) if name.startswith("accordingto.stages.")), "compare")
    where = "" if document is None else f"{document.uri}: "
    return Issue("" if document is None else document.id, stage, f"{where}{type(error).__name__}: {error}")
