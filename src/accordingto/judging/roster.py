"""Who a person means: by a name, by a name in a document (``Osrin@wire.txt``), by an actor's id, by a mention's key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accordingto.errors import JudgementRefused
from accordingto.model.actor import Actor, ActorKind, Mention, MentionForm, mention_key
from accordingto.model.attribution import Form
from accordingto.model.findings import Findings, Reading
from accordingto.model.mention_index import MentionIndex
from accordingto.query.suggest import closest
from accordingto.text.names import clean_name, fold_name

# More candidates than these are counted, not listed: a refusal is one line.
MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Chosen:
    """An actor as a person pointed at it.

    Attributes:
        words: what the person wrote.
        actor: who that is.
        keys: (document, key) of the mentions that the words fit, the plainest first; a judgement is about one of them.
    """

    words: str
    actor: Actor
    keys: tuple[tuple[str, str], ...]


class Roster:
    """The actors of a ledger by name, id and mention."""

    def __init__(self, findings: Findings) -> None:
        self.actors = {actor.id: actor for actor in findings.resolution.actors}
        self.uris = {reading.document.id: reading.document.uri for reading in findings.readings}
        self.places = {fold_name(place.name) for event in findings.events for place in event.places}
        self._by_name: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._by_key = MentionIndex(
            (mention_key(mention.document, mention.span), actor.id)
            for actor in self.actors.values()
            for mention in actor.mentions
        )
        self._unmentioned: dict[str, str] = {}
        self._fill(findings)

    def _fill(self, findings: Findings) -> None:
        for actor in self.actors.values():
            for name in (actor.name, *actor.names):
                self._by_name[fold_name(name)][actor.id] = None
        for reading in findings.readings:
            outlet = self._outlet(reading, findings)
            if outlet is not None:
                self._unmentioned[reading.document.id] = outlet

    def _outlet(self, reading: Reading, findings: Findings) -> str | None:
        """The actor that published a document: whose its narration is, else the outlet of this name."""
        for line in reading.attributions:
            claimer = findings.resolution.claimers.get(line.id)
            if line.form is Form.NARRATION and claimer is not None:
                return claimer
        bearers = self._by_name.get(fold_name(reading.document.outlet or ""), {})
        return next((each for each in bearers if self.actors[each].kind is ActorKind.OUTLET), None)

    def owner(self, key: str) -> Actor | None:
        """The actor that a judgement's key belongs to."""
        document, _, place = key.rpartition(":")
        known = self._by_key.find(key)
        if known is None and not place[:1].isdigit():
            known = self._unmentioned.get(document)  # the outlet of the metadata has no words of its own
        return None if known is None else self.actors.get(known)

    def choose(self, words: str) -> Chosen:
        """The one actor that these words mean.

        Raises:
            JudgementRefused: nobody, or more than one.
        """
        actor = self.actors.get(words) or self.owner(words)
        if actor is not None:
            only = words if words not in self.actors else None
            keys = list(self._keys(actor, None, None))
            return _choose(words, actor, [pair for pair in keys if only in {None, pair[1]}] or keys)
        name, uri = self._split(words)
        found = self._bearers(name, uri)
        if not found:
            raise JudgementRefused(self._why_unknown(words, name))
        if len(found) > 1:
            raise JudgementRefused(self._why_ambiguous(words, found))
        return _choose(words, found[0], self._keys(found[0], name, uri))

    def _split(self, words: str) -> tuple[str, str | None]:
        name, _, uri = words.rpartition("@")
        known = name.strip() and uri.strip() in self.uris.values()
        return (name.strip(), uri.strip()) if known else (words, None)

    def _bearers(self, name: str, uri: str | None) -> list[Actor]:
        found = [self.actors[each] for each in sorted(self._by_name.get(fold_name(name), ()))]
        found = found or [self.actors[each] for each in sorted(self._by_name.get(fold_name(clean_name(name)), ()))]
        return found if uri is None else [each for each in found if any(self._keys(each, name, uri))]

    def _keys(self, actor: Actor, name: str | None, uri: str | None) -> Iterator[tuple[str, str]]:
        """The keys of the mentions with this name, then, where there is none, of the others."""
        here = [each for each in actor.mentions if uri is None or self.uris.get(each.document) == uri]
        fitting = [each for each in here if name is not None and _is_named(each, name)]
        named = [each for each in here if each.form is MentionForm.NAME]
        for mention in fitting or ([] if uri is not None and name is not None else named or here):
            yield mention.document, mention_key(mention.document, mention.span)
        if not actor.mentions:
            for document, owner in sorted(self._unmentioned.items()):
                if owner == actor.id and (uri is None or self.uris.get(document) == uri):
                    yield document, f"{document}:outlet"

    def _why_unknown(self, words: str, name: str) -> str:
        if fold_name(name) in self.places:
            return f"'{words}' is a place in this ledger, and a place is no actor; name a person, group or body"
        names = {each for actor in self.actors.values() for each in actor.names}
        close = closest(name, names)
        remedy = f"did you mean: {', '.join(close)}" if close else "list the names with: accordingto actors LEDGER"
        return f"nobody in this ledger is called '{words}'; {remedy}"

    def _why_ambiguous(self, words: str, found: list[Actor]) -> str:
        shown = ", ".join(f"{each.id} ({self.describe(each)})" for each in found[:MOST_CANDIDATES])
        more = f" and {len(found) - MOST_CANDIDATES} more" if len(found) > MOST_CANDIDATES else ""
        return f"'{words}' may be {len(found)} actors: {shown}{more}; give one of these ids, or NAME@DOCUMENT"

    def describe(self, actor: Actor) -> str:
        """'Tor Osrin, person, wire.txt'."""
        documents = list(dict.fromkeys(mention.document for mention in actor.mentions))
        where = self.uris.get(documents[0], "") if documents else "named as publisher"
        more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
        return f"{actor.name}, {actor.kind.value}, {where}{more}"


def _choose(words: str, actor: Actor, keys: Iterable[tuple[str, str]]) -> Chosen:
    chosen = Chosen(words, actor, tuple(keys))
    if not chosen.keys:
        raise JudgementRefused(f"no document has words for '{words}', so no judgement can point at it")
    return chosen


def _is_named(mention: Mention, name: str) -> bool:
    return fold_name(clean_name(mention.text)) == fold_name(clean_name(name))
