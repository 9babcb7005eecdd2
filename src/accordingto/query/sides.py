"""The two sides of an event, and whose dead a figure counts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.actor import Actor, ActorKind
from accordingto.model.claim import ActorValue, Claim, Question
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.text.counted import find_kinds

ORGANISED = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT})
UNARMED = frozenset({"civilian", "child", "woman", "journalist", "aid", "protester"})
# A chain of affiliations longer than this is a cycle or nonsense: member -> unit -> army -> government is three.
LONGEST_CHAIN = 8
OWN = re.compile(r"(?:its|their|his|her|our)\b", re.IGNORECASE)
# Shorter names of a side ('the', 'of') would be found in anybody's description.
SHORTEST_NAME = 4


class Group(StrEnum):
    """Whose dead a figure counts."""

    A = "a"
    B = "b"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"  # everybody, or nobody says who


@dataclass(frozen=True, slots=True)
class Sides:
    """Who fought whom.

    Attributes:
        a, b: at most one actor each, the government first where it is one of the two.
        more: other organised actors that took part.
        agent: which of the two the documents name as the one that acted.
        basis: where they come from, in words.
    """

    a: Actor | None
    b: Actor | None
    more: tuple[Actor, ...]
    agent: Group | None
    basis: str

    def of(self, actor: str) -> Group | None:
        """The side that an actor is."""
        pairs = ((self.a, Group.A), (self.b, Group.B))
        return next((group for side, group in pairs if side is not None and side.id == actor), None)


class Cast:
    """The actors of a ledger, and whom they belong to in the end."""

    def __init__(self, findings: Findings) -> None:
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in findings.resolution.actors}
        self._claimers = findings.resolution.claimers
        self._blamed: dict[str, list[Question]] = {}
        for question in findings.questions:
            if question.attribute == "responsible" and question.subject.event is not None:
                self._blamed.setdefault(question.subject.event, []).append(question)
        self._members: dict[str, list[Actor]] = {}
        for actor in findings.resolution.actors:
            self._members.setdefault(self.root(actor.id), []).append(actor)

    def root(self, actor: str) -> str:
        """The side that an actor belongs to: of several affiliations the first decides."""
        chain = [actor]
        while len(chain) < LONGEST_CHAIN and chain[-1] in self.actors:
            above = [each.actor for each in self.actors[chain[-1]].affiliations if each.actor in self.actors]
            if not above or above[0] in chain:
                break
            chain.append(above[0])
        return chain[-1]

    def find_sides(self, event: Event) -> Sides:
        """Who fought whom in an event, as its participants or, where nobody acts in the text, those blamed say."""
        agents = self._organised(part.actor for part in event.participants if part.role == "agent")
        patients = self._organised(part.actor for part in event.participants if part.role == "patient")
        basis = "who acts and who is acted upon in the documents"
        if not agents:
            agents, basis = self._organised(self._most_blamed(event)), "who is held responsible, on most origins"
        sides = list(dict.fromkeys([*agents[:1], *patients, *agents[1:]]))
        if not sides:
            return Sides(None, None, (), None, "no organised actor takes part")
        first, second = sides[0], sides[1] if len(sides) > 1 else None
        acted = first if agents else None
        if second is not None and self.is_state(second) and not self.is_state(first):
            first, second = second, first
        a, b = self.actors[first], None if second is None else self.actors[second]
        agent = None if acted is None else Group.A if acted == first else Group.B
        return Sides(a, b, tuple(self.actors[each] for each in sides[2:]), agent, basis)

    def is_state(self, actor: str) -> bool:
        """Whether an actor is a government."""
        return actor in self.actors and self.actors[actor].kind is ActorKind.GOVERNMENT

    def find_group(self, claim: Claim, sides: Sides) -> Group:
        """Whose dead a claim counts, by the words for those counted."""
        who = claim.scope.who or ""
        if OWN.match(who):
            own = sides.of(self.root(self._claimers.get(claim.attribution) or ""))
            if own is not None:
                return own
        in_a, in_b = self._count_names(who, sides.a), self._count_names(who, sides.b)
        if in_a != in_b:  # 'soldiers of the Marish Legion' are more the Legion's than the Marish army's
            return Group.A if in_a > in_b else Group.B
        kinds = find_kinds(who)
        if kinds and kinds <= UNARMED:
            return Group.CIVILIANS
        return self._by_kind(kinds, sides)

    def _by_kind(self, kinds: frozenset[str], sides: Sides) -> Group:
        """Soldiers are the only government's, fighters those of the only side that is none."""
        both = [(side, group) for side, group in ((sides.a, Group.A), (sides.b, Group.B)) if side is not None]
        states = [group for side, group in both if self.is_state(side.id)]
        others = [group for side, group in both if not self.is_state(side.id)]
        if kinds == {"force"} and len(states) == 1:
            return states[0]
        return others[0] if kinds == {"militant"} and len(others) == 1 else Group.UNKNOWN

    def _count_names(self, who: str, side: Actor | None) -> int:
        """How many words of a description begin a word of the side's names, or the other way round."""
        if side is None:
            return 0
        names = {word for actor in self._members.get(side.id, (side,)) for word in _proper(" ".join(actor.names))}
        return sum(any(a.startswith(b) or b.startswith(a) for a in names) for b in _proper(who))

    def _organised(self, actors: Iterator[str] | Sequence[str]) -> list[str]:
        return [each for each in dict.fromkeys(self.root(each) for each in actors) if self._is_organised(each)]

    def _is_organised(self, actor: str) -> bool:
        """A named group, body or government that is no crowd of civilians ('the Orlec girls')."""
        if actor not in self.actors or self.actors[actor].described or self.actors[actor].kind not in ORGANISED:
            return False
        kinds = find_kinds(self.actors[actor].name)
        return not kinds or not kinds <= UNARMED

    def _most_blamed(self, event: Event) -> Iterator[str]:
        answers = [answer for question in self._blamed.get(event.id, ()) for answer in question.answers]
        named = [(answer.origins, answer.value.actor) for answer in answers if isinstance(answer.value, ActorValue)]
        for origins, actor in sorted(named, key=lambda each: (-each[0], each[1])):
            if origins:
                yield actor


def _proper(words: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\b[^\W\d_a-z][\w'’-]*", words) if len(word) >= SHORTEST_NAME}
