"""One document as the claim rules see it: its words, and whose passage, which actor and which event are at a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from accordingto.model.actor import Actor, ActorKind, Resolution
from accordingto.model.attribution import Attribution, Form, Stance
from accordingto.model.dates import DateRange
from accordingto.model.document import Span, Zone
from accordingto.model.event import Event, EventMention
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.days import dates_of
from accordingto.text.countries import find_country

# Zones whose sentences may state values; the rest ('Source: ...', newsletters) are no part of the report.
TOLD = frozenset({None, Zone.TITLE, Zone.CAPTION})
# How many mentions before a place are looked through for one that covers it.
REACH = 60
# A demonym adds so many letters to its country's name; shorter names than that begin too many words.
SHORTEST, ENDING = 4, 3
# What ended so many days before a report came out, and is not told in its first sentences, is background.
LONG_OVER, HEAD = 60, 2
# A piece longer than this many characters may begin before more mentions than that.
LONG = 2000


@dataclass(frozen=True)
class Page:
    """A reading with the actors and events that are mentioned in it."""

    reading: Reading
    resolution: Resolution
    actors: dict[str, Actor]
    mentions: tuple[tuple[Span, str], ...]  # where actors are named, sorted
    told: tuple[tuple[EventMention, Event], ...]  # where events are told, in order of triggers
    led: Mapping[str, frozenset[str]] = field(default_factory=dict)  # person -> groups that they lead by the claims

    @cached_property
    def parse(self) -> Parse:
        """The grammar."""
        return self.reading.parse

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.reading.document.text

    @cached_property
    def _pieces(self) -> list[tuple[int, int, int, Attribution]]:
        """Every piece of every attribution: start, end, how much the attribution covers, the attribution."""
        found = [
            (span.start, span.end, sum(s.end - s.start for s in each.content), each)
            for each in self.reading.attributions
            for span in each.content
        ]
        return sorted(found, key=lambda piece: (piece[0], piece[1], piece[3].id))

    @cached_property
    def _long(self) -> list[tuple[int, int, int, Attribution]]:
        """Pieces that may reach past many others; few, so that they are looked through one by one."""
        return [piece for piece in self._pieces if piece[1] - piece[0] > LONG]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece[0] for piece in self._pieces]

    def attribution_at(self, offset: int, *, only: tuple[Stance, ...] = tuple(Stance)) -> Attribution | None:
        """The innermost attribution whose content covers a character; the narration's where nobody else's does.

        ``only`` passes over attributions of other stances, so that the next outer one answers.
        """
        last = bisect_right(self._starts, offset)
        near = [piece for piece in self._pieces[max(0, last - REACH) : last] if offset < piece[1]]
        near += [piece for piece in self._long if piece[0] <= offset < piece[1]]
        near = [piece for piece in near if piece[3].stance in only]
        if not near:
            return None
        return min(near, key=lambda piece: (piece[3].form is Form.NARRATION, piece[2], piece[3].id))[3]

    def narrating_source_at(self, offset: int) -> Attribution | None:
        """The narration, where a character stands in the words that name a claimer.

        'Ilo Varn, the Front's commander, said …': who Varn is, the report tells in its own voice.
        """
        named = any(s.start <= offset < s.end for each in self.reading.attributions for s in each.source)
        own = [each for each in self.reading.attributions if each.form is Form.NARRATION]
        return min(own, key=lambda each: (abs(each.extent.start - offset), each.id), default=None) if named else None

    @cached_property
    def _trigger_starts(self) -> list[int]:
        return [mention.trigger.start for mention, _ in self.told]

    def told_in(self, start: int, end: int) -> tuple[tuple[EventMention, Event], ...]:
        """The events told by words between two places."""
        return self.told[bisect_left(self._trigger_starts, start) : bisect_left(self._trigger_starts, end)]

    @cached_property
    def main_events(self) -> dict[str, Event]:
        """Of each kind, the event told here that the documents speak of most."""
        found: dict[str, Event] = {}
        events = {event.id: event for _, event in self.told}.values()
        for event in sorted(events, key=lambda event: (-len(event.mentions), event.id)):
            if not self.is_background(event):
                found.setdefault(event.kind.value, event)
        return found

    def is_background(self, event: Event) -> bool:
        """Whether a report tells in passing of what was long over: 'In 2011, 31 died at the same mine'."""
        published = self.reading.document.published
        if published is None or event.date is None or (published.date.start - event.date.end).days <= LONG_OVER:
            return False
        first = next(mention.trigger.start for mention, each in self.told if each.id == event.id)
        head = self.parse.sentences[:HEAD]
        return bool(head) and first >= head[-1].end

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [span.start for span, _ in self.mentions]

    def actor_at(self, token: Token) -> Actor | None:
        """The actor named by the smallest mention that covers a word."""
        last = bisect_right(self._mention_starts, token.start)
        near = [(s, a) for s, a in self.mentions[max(0, last - REACH) : last] if token.end <= s.end]
        if not near:
            return None
        span, actor = min(near, key=lambda pair: (pair[0].end - pair[0].start, pair[1]))
        longer = [pair for pair in near if pair[0].start >= span.start and self._goes_on(span, pair)]
        return self.actors[max(longer)[1] if longer else actor]

    def _goes_on(self, name: Span, longer: tuple[Span, str]) -> bool:
        """The army in 'Ormellan Army of the People' is no army of Ormelle's."""
        rest = self.text[name.end : longer[0].end].split()
        return rest[:1] == ["of"] and not self.actors[longer[1]].described

    def actor_named(self, name: str) -> Actor | None:
        """The actor that bears a name, whoever is mentioned where it stands."""
        return self._named.get(name.casefold()) or self.actor_of_country(name)

    @cached_property
    def _named(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for actor in self.resolution.actors:
            for name in actor.names if not actor.described else ():
                found.setdefault(name.casefold(), actor)
        return found

    def actor_of_country(self, word: str) -> Actor | None:
        """The state that a demonym or capital stands for: 'Kenyans', 'Nairobi'."""
        country = find_country(word)
        if country is not None:
            return self._states.get(country.code)
        # 'Osrinian' begins with Osrinia's letters, whatever list has it.
        stems = (word[:size].casefold() for size in range(len(word), max(SHORTEST, len(word) - ENDING) - 1, -1))
        found = (self._named.get(stem) for stem in stems)
        return next((each for each in found if each is not None and each.kind is ActorKind.GOVERNMENT), None)

    @cached_property
    def _states(self) -> dict[str, Actor]:
        found: dict[str, Actor] = {}
        for actor in self.resolution.actors:
            if actor.kind is ActorKind.GOVERNMENT and not actor.described:
                known = [find_country(name) for name in actor.names]
                for code in sorted({each.code for each in known if each is not None}):
                    found.setdefault(code, actor)
        return found

    def is_one_side(self, left: str, right: str) -> bool:
        """Whether two actors are one, or one belongs to the other."""
        return left == right or left in self._above(right) or right in self._above(left)

    def has_side(self, actor: str) -> bool:
        """Whether an actor belongs to another, as far as the documents say."""
        return bool(self._above(actor))

    def states_above(self, actor: str) -> set[str]:
        """The governments that an actor belongs to, itself included."""
        every = (self.actors.get(each) for each in {actor, *self._above(actor)})
        return {each.id for each in every if each is not None and each.kind is ActorKind.GOVERNMENT}

    def _above(self, actor: str) -> set[str]:
        found, todo = set[str](), [actor]
        while todo:
            name = todo.pop()
            at = self.actors.get(name)
            new = {each.actor for each in at.affiliations} - found if at is not None else set[str]()
            new |= self.led.get(name, frozenset()) - found
            found |= new
            todo.extend(sorted(new))
        return found

    @cached_property
    def _dates(self) -> list[tuple[Span, DateRange]]:
        return [(each.span, each.date) for each in dates_of(self.reading.document)]

    def dates_in(self, within: Span) -> list[tuple[Span, DateRange]]:
        """The dates named in a stretch of the text, with the days they mean."""
        first = bisect_left(self._dates, within.start, key=lambda each: each[0].start)
        last = bisect_left(self._dates, within.end, key=lambda each: each[0].start)
        return self._dates[first:last]

    def told_words(self, words: AbstractSet[str]) -> list[Token]:
        """The tokens of the report itself that are one of some words by lemma or form, in text order."""
        return [token for token in self.parse.find_words(words) if self.is_told(token)]

    def is_told(self, token: Token) -> bool:
        """Whether a word stands in the report itself."""
        return self.parse.sentences[token.sentence].zone in TOLD


def open_pages(readings: Sequence[Reading], resolution: Resolution, events: Sequence[Event]) -> list[Page]:
    """A page for each reading, in order of document ids."""
    actors = {actor.id: actor for actor in resolution.actors}
    named: dict[str, list[tuple[Span, str]]] = {}
    for actor in resolution.actors:
        for mention in actor.mentions:
            named.setdefault(mention.document, []).append((mention.span, actor.id))
    told: dict[str, list[tuple[EventMention, Event]]] = {}
    for event in events:
        for each in event.mentions:
            told.setdefault(each.document, []).append((each, event))
    return [
        Page(
            reading,
            resolution,
            actors,
            tuple(sorted(named.get(reading.document.id, ()))),
            tuple(sorted(told.get(reading.document.id, ()), key=lambda pair: (pair[0].trigger, pair[1].id))),
        )
        for reading in sorted(readings, key=lambda reading: reading.document.id)
    ]
