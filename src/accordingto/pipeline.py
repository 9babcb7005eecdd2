"""The whole story on one page: the stages in order.

    read -> lineage -> parse -> attribute -> resolve -> stories -> align -> reconcile

Reading one document (parse, attribute) needs no other; everything after compares documents with each other. Aligning
and reconciling look at one story at a time: documents of two stories have nothing to agree or disagree about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from accordingto.comparing.aside import each_told, make_issue, part, with_all
from accordingto.comparing.crew import Crew
from accordingto.comparing.notes import Around, Known, Note, take_actors, take_notes
from accordingto.comparing.salvage import settle_all
from accordingto.comparing.settling import Whole, deal_shares, join_reviewed, join_settled
from accordingto.comparing.shelf import Shelf
from accordingto.errors import AccordingtoError
from accordingto.model.actor import Judgement
from accordingto.model.attribution import Attribution
from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.parse import Parse
from accordingto.model.review import ON_ACTORS, Review, find_standing, of_acts
from accordingto.model.trace import Issue
from accordingto.observe import stage
from accordingto.rules import GRAMMAR, version_rules
from accordingto.stages.align import make_homes
from accordingto.stages.attribute import attribute, ground
from accordingto.stages.lineage import find_publishers, trace_lineage
from accordingto.stages.parse import DEFAULT_MODEL, parse
from accordingto.stages.reconcile import compare_wordings
from accordingto.stages.resolve import join_actors, learn_world, review_actors
from accordingto.stages.stories import Shares, group_signs
from accordingto.store.packed_reading import open_reading
from accordingto.text.casing import restore_case
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
        issues = (make_issue(document, error),)
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

    Args:
        readings: in any order; the result does not depend on it.
        judgements: persons' judgements of who is who, which outrank every rule.
        reviews: persons' reviews of claims, events and derivations, which do so too.
        gazetteer: where places lie; without one they keep their names only.
        one_story: somebody says that all the documents tell one story; else they are grouped first.
        captures: how the bytes of the documents were got: they tell which of two texts of one page came later.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    said = Said(tuple(judgements), find_standing(reviews), one_story, tuple(captures))
    shelf = Shelf.of(ordered)
    with Crew() as crew:
        found = compare(shelf, said, gazetteer, crew)
    met = (issue for reading in ordered for issue in reading.issues)
    return replace(found, readings=ordered, issues=tuple(dict.fromkeys((*met, *found.issues))))


def compare(shelf: Shelf, said: Said, gazetteer: Gazetteer, crew: Crew) -> Findings:
    """Compare all documents of a shelf; one that defeats a stage is set aside with an issue.

    The findings come without the readings, which are the shelf's.

    Args:
        shelf: the documents, and a way to their readings.
        said: what persons said.
        gazetteer: where places lie.
        crew: who does the work that concerns one document, or one story.
    """
    around = Around(find_publishers(shelf.documents), gazetteer)
    notes, issues = part(crew.map(take_notes, shelf.cut(), around, count=len(shelf.documents)))
    sound = shelf.without({each.document for each in issues}) if issues else shelf
    try:
        found = _join(sound, notes, said, gazetteer, crew)
    except AccordingtoError:
        raise
    except Exception as error:  # noqa: BLE001  one hostile text must not cost the others their ledger
        found = _join_sound(sound, notes, said, gazetteer, crew, error=error)
    lineage, stories = with_all(found.lineage, shelf.documents), each_told(found.stories, shelf.documents)
    return replace(found, lineage=lineage, stories=stories, issues=(*found.issues, *issues))


def _join_sound(
    shelf: Shelf, notes: Sequence[Note], said: Said, gazetteer: Gazetteer, crew: Crew, *, error: Exception
) -> Findings:
    """What is found without the documents that cannot even be compared with themselves; at worst, of none."""
    defeated = {
        document.id: met
        for document, note in zip(shelf.documents, notes, strict=True)
        if (met := _defeat(shelf.only(document), note, said, gazetteer))
    }
    issues = tuple(defeated.values()) or (make_issue(None, error),)
    left = shelf.without(defeated) if defeated else shelf.empty()
    try:
        found = _join(left, _of(left, notes), said, gazetteer, crew)
    except AccordingtoError:
        raise
    except Exception as other:  # noqa: BLE001  as above
        found = _join(shelf.empty(), [], said, gazetteer, crew)
        issues = (*issues, make_issue(None, other))
    return replace(found, issues=(*found.issues, *issues))


def _join(given: Shelf, noted: Sequence[Note], said: Said, gazetteer: Gazetteer, crew: Crew) -> Findings:
    known = Known(learn_world([each.hints for each in noted]), said.judgements)
    local, issues = part(crew.map(take_actors, given.cut(), known, count=len(given.documents)))
    shelf = given.without({each.document for each in issues}) if issues else given
    notes = _of(shelf, noted)
    documents = {each.document: each.cased or document for each, document in zip(notes, shelf.documents, strict=True)}
    with stage("lineage"):
        trails = {each.document: each.trail for each in notes}
        lineage = trace_lineage(tuple(documents.values()), said.reviews, said.captures, trails=trails)
    with stage("resolve"):
        joined = join_actors(local, known.world, said.judgements)
        resolution = review_actors(joined, _under_review(shelf, said.reviews), said.reviews)
    with stage("stories"):
        stories = group_signs((each.signs for each in notes), documents, one_story=said.one_story)
    with stage("reconcile"):
        variants = compare_wordings((each for note in notes for each in note.quoted), resolution)
    outlets = {each.id: each.outlet for each in shelf.documents}
    homes = make_homes(((outlets[each.document], each.named) for each in notes), gazetteer)
    lines = {each.document: each.lines for each in notes}
    whole = Whole(shelf.load, lines, outlets, homes, Shares(outlets, resolution, lineage))
    dealt = deal_shares(join_reviewed(stories, [each for each in said.reviews if each.act not in ON_ACTORS]), whole)
    settled = list(crew.map(settle_all, dealt, gazetteer, count=len(shelf.documents)))
    met = [*(issue for note in notes for issue in note.issues), *issues]
    return join_settled(settled, met, lineage=lineage, resolution=resolution, stories=stories, variants=variants)


def _of(shelf: Shelf, notes: Sequence[Note]) -> list[Note]:
    """The notes of the documents of a shelf."""
    known = {each.document: each for each in notes}
    return [known[each.id] for each in shelf.documents]


def _under_review(shelf: Shelf, reviews: Sequence[Review]) -> list[Reading]:
    """The readings in whose words reviews say whose a passage is, or of what kind somebody is."""
    held = of_acts(reviews, ON_ACTORS)
    named = {end.rpartition(":")[0] for review in held for end in (*review.left, *review.right)}
    return [open_reading(each) for each in shelf.load([each.id for each in shelf.documents if each.id in named])]


def _defeat(alone: Shelf, note: Note, said: Said, gazetteer: Gazetteer) -> Issue | None:
    try:
        _join(alone, [note], said, gazetteer, Crew())
    except AccordingtoError:
        raise
    except Exception as error:  # noqa: BLE001  as above
        return make_issue(alone.documents[0], error)
    return None
