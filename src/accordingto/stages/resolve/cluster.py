"""Judgements joined into actors: rules propose, persons overrule, and what must stay apart stays apart."""

from collections.abc import Iterable, Sequence

from accordingto.model.actor import Judgement, Verdict, mention_key
from accordingto.model.mention_index import MentionIndex
from accordingto.model.trace import Trace
from accordingto.stages.resolve.local import LocalActor


class Clusters:
    """Local actors by the actor they belong to; of one that was joined with none nothing is held but itself."""

    def __init__(self, actors: Sequence[LocalActor], judgements: Iterable[Judgement]) -> None:
        self.actors = {actor.key: actor for actor in actors}
        self.judgements: list[Judgement] = []
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._documents: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        given = list(judgements)
        self._alias = _index_mentions(actors, given)
        self._take(given)

    def _take(self, judgements: Iterable[Judgement]) -> None:
        """Persons' judgements first; of two on one pair the later counts.

        An 'unsure' takes back what was said of the same two mentions, not of others of the same two actors.
        """
        latest: dict[tuple[str, str], Judgement] = {}
        for judgement in _standing(judgements):
            left, right = self.local_key(judgement.left), self.local_key(judgement.right)
            if left is not None and right is not None and left != right:
                pair = min(left, right), max(left, right)
                if judgement.verdict is not Verdict.UNSURE or pair not in latest:
                    latest[pair] = judgement
        for (left, right), judgement in sorted(latest.items()):
            if judgement.verdict is Verdict.DIFFERENT:
                self._apart.setdefault(left, set()).add(right)
                self._apart.setdefault(right, set()).add(left)
        for (left, right), judgement in sorted(latest.items()):
            if judgement.verdict is Verdict.SAME:
                self._union(left, right)
        self.judgements.extend(judgement for _, judgement in sorted(latest.items()))

    def local_key(self, key: str) -> str | None:
        """The local actor that a judgement's key names: by its first mention or by any other."""
        return key if key in self.actors else self._alias.find(key)

    def root(self, key: str) -> str:
        """The key that stands for the whole actor."""
        parents = self._parent
        while (parent := parents.get(key, key)) != key:
            parents[key] = parents.get(parent, parent)
            key = parents[key]
        return key

    def members(self, key: str) -> list[str]:
        """The local keys of the actor that a local key belongs to."""
        root = self.root(key)
        return self._members.get(root) or [root]

    def meet(self, left: str, right: str) -> bool:
        """Whether one document names both, which speaks against their being one."""
        return not self._documents_of(self.root(left)).isdisjoint(self._documents_of(self.root(right)))

    def _documents_of(self, root: str) -> set[str]:
        return self._documents.get(root) or {self.actors[root].document}

    def may_join(self, left: str, right: str) -> bool:
        """Whether no person has said that some of the two are different."""
        if not self._apart:
            return True
        others = set(self.members(right))
        return not any(self._apart.get(key, set()) & others for key in self.members(left))

    def join(self, left: str, right: str, *, score: float, reason: str, rule: str) -> bool:
        """A rule says that two are one; False when a person said otherwise."""
        if self.root(left) == self.root(right):
            return True
        if not self.may_join(left, right):
            return False
        self.note(left, right, Verdict.SAME, score=score, reason=reason, rule=rule)
        self._union(left, right)
        return True

    def note(self, left: str, right: str, verdict: Verdict, *, score: float, reason: str, rule: str) -> None:
        """Write a rule's judgement down."""
        first, second = min(left, right), max(left, right)
        self.judgements.append(Judgement(first, second, verdict, score, (reason,), Trace(rule)))

    def _union(self, left: str, right: str) -> None:
        one, other = self.root(left), self.root(right)
        if one == other:
            return
        if (-len(self.members(one)), one) > (-len(self.members(other)), other):
            one, other = other, one
        members, documents = self.members(one), self._documents_of(one)
        members.extend(self.members(other))
        documents |= self._documents_of(other)
        self._parent[other] = one
        self._members[one], self._documents[one] = members, documents
        self._members.pop(other, None)
        self._documents.pop(other, None)

    def groups(self) -> list[list[LocalActor]]:
        """The local actors of each actor, sorted by key; groups sorted by their first key."""
        found = [sorted(self.members(key)) for key in self.actors if key not in self._parent]
        return [[self.actors[key] for key in keys] for keys in sorted(found)]


def _index_mentions(actors: Sequence[LocalActor], judgements: Sequence[Judgement]) -> MentionIndex:
    """The mentions of the documents that judgements are about."""
    documents = {key.rpartition(":")[0] for each in judgements for key in (each.left, each.right)}
    judged = [actor for actor in actors if actor.document in documents]
    return MentionIndex(
        (mention_key(each.document, each.span), actor.key) for actor in judged for each in actor.mentions
    )


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The latest on each pair of mentions, the earliest of these first."""
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda each: (each.made or "", each.left, each.right)):
        latest[judgement.left, judgement.right] = judgement
    return sorted(latest.values(), key=lambda each: (each.made or "", each.left, each.right))
