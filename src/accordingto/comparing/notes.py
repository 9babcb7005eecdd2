"""What one document tells the stages that compare documents, noted so that its grammar need not be at hand then."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from accordingto.comparing.aside import attempt
from accordingto.comparing.packing import pack_most, pack_one
from accordingto.model.actor import Judgement
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.trace import Issue
from accordingto.observe import stage
from accordingto.stages.align import find_named, note_dates
from accordingto.stages.lineage import Trail, read_trail
from accordingto.stages.reconcile import Said, find_quoted
from accordingto.stages.resolve import Hints, LocalReading, World, find_hints, read_actors
from accordingto.stages.stories import Signs, find_signs
from accordingto.store.packed_reading import Held, open_reading
from accordingto.text.casing import as_read
from accordingto.text.places import Candidate, Gazetteer


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is asked of a document once it is known who is who.

    Attributes:
        trail: where it came from.
        signs: which story it tells.
        quoted: the sentences that it quotes.
        named: the places that it names.
    """

    trail: Trail
    signs: Signs
    quoted: tuple[Said, ...]
    named: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What one document tells.

    Attributes:
        document: its id.
        cased: the document in the letters that it was read in, where these are not its own.
        issues: what was met while reading it.
        hints: which words name countries and ships.
        dates: the dates that it names, packed.
        particulars: what is asked for later; packed, which takes a third of the room, unless it cannot be.
    """

    document: str
    cased: Document | None
    issues: tuple[Issue, ...]
    hints: Hints
    dates: bytes
    particulars: Particulars | bytes


@dataclass(frozen=True, slots=True)
class Around:
    """What a document is noted by: the outlets of all documents, and where places lie."""

    publishers: frozenset[str]
    gazetteer: Gazetteer


def take_notes(share: Sequence[Held], around: Around) -> list[Note | Issue]:
    """The notes of some documents; an issue in the place of those of a document that defeats a stage."""
    return [attempt(lambda held: _note(open_reading(held), around), each) for each in share]


def pack_notes(share: Sequence[Held], around: Around) -> list[Note | Issue | bytes]:
    """The same for another process."""
    return pack_most(take_notes(share, around))


def _note(given: Reading, around: Around) -> Note:
    reading = as_read(given)
    cased = None if reading is given else reading.document
    with stage("lineage"):
        trail = read_trail(reading.document, around.publishers)
    with stage("resolve"):
        hints = find_hints(reading)
    with stage("stories"):
        signs = find_signs(reading)
    with stage("align"):
        dates = note_dates(reading.document)
        named = tuple(find_named(reading, around.gazetteer))
    with stage("reconcile"):
        quoted = tuple(find_quoted(reading))
    particulars = pack_one(Particulars(trail, signs, quoted, named))
    return Note(reading.document.id, cased, reading.issues, hints, dates, particulars)


@dataclass(frozen=True, slots=True)
class Seen:
    """A document and what it is read by to tell who is who in it: what it can see of the world."""

    held: Held
    world: World


def take_actors(share: Sequence[Seen], judgements: tuple[Judgement, ...]) -> list[LocalReading | Issue]:
    """Who is who within each of some documents, or an issue, as above."""
    with stage("resolve"):
        return [attempt(partial(_actors, world=each.world, judgements=judgements), each.held) for each in share]


def pack_actors(share: Sequence[Seen], judgements: tuple[Judgement, ...]) -> list[LocalReading | Issue | bytes]:
    """The same for another process."""
    return pack_most(take_actors(share, judgements))


def _actors(held: Held, *, world: World, judgements: Sequence[Judgement]) -> LocalReading:
    return read_actors(as_read(open_reading(held)), world, judgements)
