"""Who is who in a ledger: the actors in a list, those with some words in a name, and why an actor's names are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.actor import Actor, ActorKind, Judgement, Mention, MentionForm, Verdict, mention_key
from accordingto.model.document import Document, Span
from accordingto.model.findings import Findings
from accordingto.model.mention_index import MentionIndex, parse_span
from accordingto.text.names import fold_name

# How many words of the document are shown on either side of a mention.
AROUND = 48


@dataclass(frozen=True, slots=True)
class Cited:
    """Words naming an actor, with what stands around them.

    Attributes:
        document: where.
        before, words, after: the text, white space as one space.
    """

    document: Document
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Reasoned:
    """One judgement on an actor's names.

    Attributes:
        judgement: with score, reasons, rule or person.
        left, right: the words of both sides; ``None`` where they are in no document of the ledger, and right where
            both are one (names that the rules join within one document).
        other: the other actor, where the judgement says that the two are not, or may not be, one.
    """

    judgement: Judgement
    left: Cited | None
    right: Cited | None
    other: Actor | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """Everything that is known of one actor's identity.

    Attributes:
        actor: who.
        names: each name with the first place where a document has it, if any does.
        affiliations: names of other actors with the words that show it.
        together: judgements that join its mentions.
        apart: judgements that keep it from others, or could not decide.
        past: judgements of persons that no longer count.
    """

    actor: Actor
    names: tuple[tuple[str, Cited | None], ...]
    affiliations: tuple[tuple[str, Cited | None], ...]
    together: tuple[Reasoned, ...]
    apart: tuple[Reasoned, ...]
    past: tuple[Reasoned, ...] = ()


def list_actors(findings: Findings, words: str | None = None, *, described: bool = False) -> list[Actor]:
    """The actors, those in most documents first; with words, only those with all of them in one name."""
    found = [
        actor
        for actor in findings.resolution.actors
        if (described or not actor.described) and (words is None or _is_called(actor, words))
    ]
    return sorted(found, key=lambda each: (-count_documents(each), -len(each.mentions), each.name, each.id))


def is_named(actor: Actor, name: str) -> bool:
    """Whether a name is, but for case, accents and script, one of the actor's, or its id."""
    folded = fold_name(name)
    return name == actor.id or (bool(folded) and any(fold_name(each) == folded for each in (actor.name, *actor.names)))


def count_documents(actor: Actor) -> int:
    """How many documents have words for it."""
    return len({mention.document for mention in actor.mentions})


def explain(
    findings: Findings, actor: Actor, persons: Sequence[Judgement] = (), past: Sequence[Judgement] = ()
) -> Explained:
    """Why an actor's names are one, and why others are not it.

    Args:
        findings: of the whole ledger.
        actor: one of its actors.
        persons: judgements of persons that bind the rules.
        past: judgements of persons that no longer count.
    """
    asked = _Asked(findings)
    reasoned = list(asked.reasoned(actor, [*persons, *findings.resolution.judgements]))
    sides = {each.id: each.name for each in findings.resolution.actors}
    return Explained(
        actor,
        tuple((name, asked.first(actor, name)) for name in actor.names),
        tuple((sides.get(a.actor, a.actor), asked.cite(a.document, a.evidence)) for a in actor.affiliations),
        tuple(each for each in reasoned if each.other is None),
        tuple(each for each in reasoned if each.other is not None),
        tuple(asked.reasoned(actor, past)),
    )


class _Asked:
    def __init__(self, findings: Findings) -> None:
        self.documents = {reading.document.id: reading.document for reading in findings.readings}
        self.actors = {actor.id: actor for actor in findings.resolution.actors}
        self.owners = MentionIndex(
            (mention_key(mention.document, mention.span), actor.id)
            for actor in findings.resolution.actors
            for mention in actor.mentions
        )

    def reasoned(self, actor: Actor, judgements: Sequence[Judgement]) -> Iterator[Reasoned]:
        for judgement in dict.fromkeys(judgements):
            owners = [self.owners.find(key) for key in (judgement.left, judgement.right)]
            if actor.id not in owners:
                continue
            left = self._cite_key(judgement.left)
            right = None if judgement.right == judgement.left else self._cite_key(judgement.right)
            others = [each for each in owners if each not in {actor.id, None}]
            is_apart = others and judgement.verdict is not Verdict.SAME
            yield Reasoned(judgement, left, right, self.actors[others[0] or ""] if is_apart else None)

    def first(self, actor: Actor, name: str) -> Cited | None:
        folded = fold_name(name)
        fitting = (m for m in actor.mentions if m.form is MentionForm.NAME and fold_name(m.text) == folded)
        found: Mention | None = next(fitting, None)
        return None if found is None else self.cite(found.document, found.span)

    def cite(self, document_id: str | None, span: Span | None) -> Cited | None:
        document = self.documents.get(document_id or "")
        if document is None or span is None:
            return None
        before = _flat(document.text[max(0, span.start - AROUND) : span.start])
        after = _flat(document.text[span.end : span.end + AROUND])
        return Cited(
            document,
            before if span.start <= AROUND else before.partition(" ")[2],
            _flat(document.quote(span)),
            after if span.end + AROUND >= len(document.text) else after.rpartition(" ")[0],
        )

    def _cite_key(self, key: str) -> Cited | None:
        return self.cite(key.rpartition(":")[0], parse_span(key))


def _flat(text: str) -> str:
    """One line; a space at either end stays, so that words do not run together."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{lead}{' '.join(text.split())}{tail}" if text.strip() else lead


def _is_called(actor: Actor, words: str) -> bool:
    wanted = fold_name(words).split() or words.casefold().split()
    return any(
        words == actor.id or all(word in fold_name(name) for word in wanted) for name in (actor.name, *actor.names)
    )


KINDS = tuple(kind.value for kind in ActorKind)
