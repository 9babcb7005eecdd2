"""One document read for its actors: what the rest of the room works with."""

from collections.abc import KeysView
from dataclasses import dataclass

from accordingto.model.actor import ActorKind, Mention
from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.stages.resolve.aliases import cast_introduced, join_aliases
from accordingto.stages.resolve.bodies import bodies, find_bodies
from accordingto.stages.resolve.cast import Bond, Cast, Figure, Role, current
from accordingto.stages.resolve.claimers import Claimers
from accordingto.stages.resolve.joining import join_names
from accordingto.stages.resolve.leading import bind_leaders
from accordingto.stages.resolve.naming import cast_bodies, cast_countries, cast_names, cast_outlets, cast_peoples
from accordingto.stages.resolve.nations import Nations
from accordingto.stages.resolve.offices import note_offices
from accordingto.stages.resolve.phrases import NamePhrase, find_names
from accordingto.stages.resolve.relayed import find_via
from accordingto.stages.resolve.sides import bind_sides
from accordingto.stages.resolve.sources import find_sources
from accordingto.stages.resolve.state_offices import bind_state_offices
from accordingto.stages.resolve.vessels import without_vessels
from accordingto.stages.resolve.walk import Walk


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor within one document.

    Attributes:
        key: document id and the characters of its first mention; judgements name it.
        document: its id.
        kind, names, mentions, described: as in ``Actor``; ``names`` as (name, count), sorted.
        name: the fullest.
        acronyms: folded acronyms that the document ties to the name.
        roles: what it is said to be.
        code, body: country and class of body.
        bonds: (key of the other local actor, evidence, rule).
        reasons: why its names are one.
        offices: (code of a country, evidence) of the offices of state that a person holds.
        sure: the document's own words say of which kind it is.
    """

    key: str
    document: str
    kind: ActorKind
    name: str
    names: tuple[tuple[str, int], ...]
    mentions: tuple[Mention, ...]
    described: bool
    acronyms: frozenset[str]
    roles: tuple[Role, ...]
    code: str
    body: str
    bonds: tuple[tuple[str, Span | None, str], ...]
    reasons: tuple[str, ...]
    offices: tuple[tuple[str, Span], ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class LocalReading:
    """The local actors of one document and whose its attributions are, by local key."""

    document: str
    actors: tuple[LocalActor, ...]
    claimers: dict[str, str | None]
    via: dict[str, tuple[tuple[str, bool], ...]]  # (key or name, whether it is a key)


def read_local(reading: Reading, nations: Nations, vessels: frozenset[str] = frozenset()) -> LocalReading:
    """Who is who within one document; ``vessels`` are names that some document gives to ships."""
    document, parse = reading.document, reading.parse
    sources = find_sources(parse, reading.attributions)
    cast, phrases = _name_cast(reading, sources.heads.keys(), nations, vessels)
    claimers = Claimers(cast, reading, sources)
    Walk(cast, parse, claimers).walk()
    whose = {each.id: claimers.claimer(each) for each in reading.attributions}
    via = {each.id: find_via(cast, document, parse, each) for each in reading.attributions if each.via}
    bind_sides(cast, parse, phrases, claimers.described.heads)
    bind_leaders(cast, parse)
    bind_state_offices(cast, parse)
    _bind_official(cast)
    keys = _keys(cast)
    return LocalReading(
        document.id,
        tuple(_freeze(figure, keys) for figure in cast.living() if id(figure) in keys),
        {each: None if figure is None else keys.get(id(current(figure))) for each, figure in whose.items()},
        {
            each: tuple((one, False) if isinstance(one, str) else (keys[id(current(one))], True) for one in chain)
            for each, chain in via.items()
        },
    )


def _name_cast(
    reading: Reading, sources: KeysView[int], nations: Nations, vessels: frozenset[str]
) -> tuple[Cast, list[NamePhrase]]:
    document, parse = reading.document, reading.parse
    cast = Cast(document, nations, nations.home_of(parse))
    cast_outlets(cast, document)
    found = find_bodies(document, parse, nations, cast.home)
    cast_bodies(cast, found)
    taken = {index for body in found for index in range(body.first, body.last)}
    phrases = [phrase for phrase in find_names(document, parse) if not set(range(phrase.first, phrase.last)) <= taken]
    rest = without_vessels(parse, cast_countries(cast, parse, phrases), vessels)
    cast_names(cast, parse, rest, sources)
    cast_peoples(cast, parse, rest)
    cast_introduced(cast, parse, rest)
    join_aliases(cast, rest)
    join_names(cast, rest)
    note_offices(cast, parse, rest)
    return cast, rest


def _bind_official(cast: Cast) -> None:
    """A country's official bodies belong to its government where the document has both."""
    governments = {figure.code: figure for figure in cast.living() if figure.body == "government"}
    for figure in cast.living():
        if figure.code in governments and figure.body != "government" and bodies()[figure.body].official:
            figure.bonds.append(Bond(governments[figure.code], None, "resolve.body-of.v1"))


def _keys(cast: Cast) -> dict[int, str]:
    """Local key of every figure that stays: its document and first mention."""
    found: dict[int, str] = {}
    for figure in cast.living():
        if not figure.names or (figure.described and not figure.kept):
            continue
        if figure.mentions:
            first = min(figure.mentions)
            found[id(figure)] = f"{cast.document.id}:{first.start}-{first.end}"
        else:
            found[id(figure)] = f"{cast.document.id}:{figure.body or 'outlet'}{figure.code}"
    return found


def _freeze(figure: Figure, keys: dict[int, str]) -> LocalActor:
    bonds = [(keys[id(current(b.figure))], b.evidence, b.rule) for b in figure.bonds if id(current(b.figure)) in keys]
    mentions = tuple(figure.mentions[span] for span in sorted(figure.mentions))
    return LocalActor(
        key=keys[id(figure)],
        document=keys[id(figure)].rpartition(":")[0],
        kind=figure.kind,
        name=figure.full_name,
        names=tuple(sorted(figure.names.items())),
        mentions=mentions,
        described=figure.described,
        acronyms=frozenset(figure.acronyms),
        roles=tuple(figure.roles),
        code=figure.code,
        body=figure.body,
        bonds=tuple(b for b in dict.fromkeys(bonds) if b[0] != keys[id(figure)]),
        reasons=tuple(figure.reasons),
        offices=tuple(dict.fromkeys(figure.offices)),
        sure=figure.sure or figure.kept or bool(figure.roles),
    )
