"""The whole story on one page: the stages in order.

    read -> lineage -> parse -> attribute -> resolve -> stories -> align -> reconcile

Reading one document (parse, attribute) needs no other; everything after compares documents with each other. Aligning
and reconciling look at one story at a time: documents of two stories have nothing to agree or disagree about.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.comparing.aside import each_told, make_issue, make_most, part, with_all
from accordingto.comparing.crew import Crew
from accordingto.comparing.memory import OBLIVION, Kept, Memory
from accordingto.comparing.notebook import Notebook
from accordingto.comparing.notes import Around, Note
from accordingto.comparing.recalled import Documents
from accordingto.comparing.settling import Whole, join_reviewed, join_settled, pick_places
from accordingto.comparing.shelf import Shelf
from accordingto.comparing.standing import settle_stories
from accordingto.errors import AccordingtoError
from accordingto.model.actor import Judgement, Resolution
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
# So many documents are set aside because they cannot be joined with the others; with more the fault is hardly theirs.
MOST_ASIDE = 50
Lines = Mapping[str, tuple[str, ...]]  # ids of attributions, by document


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
    """The same document with its attributions made anew from the grammar that is kept, whatever rules made that."""
    again = _read(reading.document, reading.parse, reading.parse.model)
    return replace(again, rules=f"{version_rules()}+{reading.rules.partition('+')[2]}")


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
        found = compare(shelf, said, gazetteer, crew).findings
    met = (issue for reading in ordered for issue in reading.issues)
    return replace(found, readings=ordered, issues=tuple(dict.fromkeys((*met, *found.issues))))


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing came to.

    Attributes:
        findings: without the readings; of stories that stand, without their events, claims and questions.
        standing: documents of the stories that stand as an earlier build left them.
        settled: what is to be kept of the stories that were settled now, once their lines are in the ledger.
    """

    findings: Findings
    standing: frozenset[str] = frozenset()
    settled: tuple[Kept, ...] = ()


def compare(shelf: Shelf, said: Said, gazetteer: Gazetteer, crew: Crew, memory: Memory = OBLIVION) -> Compared:
    """Compare all documents of a shelf; one that defeats a stage is set aside with an issue.

    Args:
        shelf: the documents, and a way to their readings.
        said: what persons said.
        gazetteer: where places lie.
        crew: who does the work that concerns one document, or one story.
        memory: what earlier builds worked out, and still stands.
    """
    documents = Documents.of(shelf, gazetteer, crew, memory)
    around = Around(find_publishers(shelf.documents), gazetteer)
    notes, issues = part(documents.notes(around))
    sound = documents.without({each.document for each in issues})
    book = Notebook(notes)
    del notes  # the book lets go of each part once it has been used
    try:
        found = _join(sound, book, said, gazetteer)
    except AccordingtoError:
        raise
    except Exception as error:  # noqa: BLE001  one hostile text must not cost the others their ledger
        if memory is not OBLIVION:  # which may be at fault
            return compare(shelf, said, gazetteer, crew)
        found = _join_most(sound, part(sound.notes(around))[0], said, gazetteer, error=error)
    findings = found.findings
    lineage, stories = with_all(findings.lineage, shelf.documents), each_told(findings.stories, shelf.documents)
    whole = replace(findings, lineage=lineage, stories=stories, issues=(*findings.issues, *issues))
    return replace(found, findings=whole)


def _join_most(
    documents: Documents, notes: Sequence[Note], said: Said, gazetteer: Gazetteer, *, error: Exception
) -> Compared:
    """What is found without the documents that cannot be joined with those before them; at worst, of none."""
    every = {each.id for each in documents.shelf.documents}

    def join(some: Sequence[Document]) -> Compared | Exception:
        here = {each.id for each in some}
        sound = documents.without(every - here)
        try:
            return _join(sound, Notebook([each for each in notes if each.document in here]), said, gazetteer)
        except AccordingtoError:
            raise
        except Exception as met:  # noqa: BLE001  as above
            return met

    found, aside = make_most(documents.shelf.documents, join, error, most=MOST_ASIDE)
    issues = [make_issue(document, met) for document, met in aside]
    if isinstance(found, Exception):
        issues.append(make_issue(None, found))
        found = _join(documents.without(every), Notebook(), said, gazetteer)
    return replace(found, findings=replace(found.findings, issues=(*found.findings.issues, *issues)))


def _join(given: Documents, book: Notebook, said: Said, gazetteer: Gazetteer) -> Compared:
    documents, resolution, lines, issues = _resolve(given, book, said)
    shelf = documents.shelf
    book.open(shelf.documents)
    cased = {each.id: book.cased.get(each.id, each) for each in shelf.documents}
    with stage("lineage"):
        known, trails = documents.likenesses(), book.take_trails()
        lineage = trace_lineage(tuple(cased.values()), said.reviews, said.captures, trails=trails, known=known)
        del trails  # they are much
    with stage("stories"):
        stories = group_signs(book.take_signs(), cased, one_story=said.one_story)
    with stage("reconcile"):
        variants = compare_wordings(book.take_quoted(), resolution)
    outlets = {each.id: each.outlet for each in shelf.documents}
    named = list(book.take_named())
    homes, sure = make_homes(((outlets[each], places) for each, places in named), gazetteer), pick_places(named)
    del named  # they are much
    whole = Whole(shelf.load, lines, outlets, homes, sure, book.dates, Shares(outlets, resolution, lineage))
    told = join_reviewed(stories, [each for each in said.reviews if each.act not in ON_ACTORS])
    settled = settle_stories(told, whole, documents, gazetteer)
    met = [*(issue for each in shelf.documents for issue in book.issues[each.id]), *issues, *settled.issues]
    found = join_settled(settled.fresh, met, lineage=lineage, resolution=resolution, stories=stories, variants=variants)
    return Compared(found, settled.standing, settled.kept)


def _resolve(given: Documents, book: Notebook, said: Said) -> tuple[Documents, Resolution, Lines, list[Issue]]:
    """Who is who in the documents that defeat no stage, the attributions of each, and issues about the others.

    What was read of each document is not held any longer than joining takes: it is much.
    """
    hints = book.take_hints()
    world = learn_world(list(hints.values()))
    local, issues = part(given.actors(hints, world, said.judgements))
    hints.clear()
    documents = given.without({each.document for each in issues})
    lines = {each.document: tuple(each.claimers) for each in local}
    with stage("resolve"):
        joined = join_actors(local, world, said.judgements)
        resolution = review_actors(joined, _under_review(documents.shelf, said.reviews), said.reviews)
    return documents, resolution, lines, issues


def _under_review(shelf: Shelf, reviews: Sequence[Review]) -> list[Reading]:
    """The readings in whose words reviews say whose a passage is, or of what kind somebody is."""
    held = of_acts(reviews, ON_ACTORS)
    named = {end.rpartition(":")[0] for review in held for end in (*review.left, *review.right)}
    return [open_reading(each) for each in shelf.load([each.id for each in shelf.documents if each.id in named])]
