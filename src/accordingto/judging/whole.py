"""Reviews of whose a passage is and what kind an actor is: names decide which events are one, so all is compared."""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.errors import JudgementRefused
from accordingto.judging.effect import tell_changes
from accordingto.judging.fitness import refuse_undo, refuse_unsigned
from accordingto.judging.outcome import Overtaken, Preview, Saved, Seen
from accordingto.judging.rehearsal import try_out
from accordingto.judging.roster import Roster
from accordingto.judging.work import find_subject
from accordingto.ledger import compare_again
from accordingto.model.actor import Actor
from accordingto.model.findings import Findings
from accordingto.model.keys import make_id
from accordingto.model.mention_index import MentionIndex
from accordingto.model.review import Act, Review
from accordingto.stages.resolve import passage_key
from accordingto.store.base import View, Writer


class Standing:
    """What a review of a passage or an actor is about, as it is now.

    Args:
        review: the review, or the one that it takes back.
        findings: the ledger's.
    """

    def __init__(self, review: Review, findings: Findings) -> None:
        self.review = review
        self._findings = findings
        self._roster = Roster(findings)

    @property
    def actor(self) -> Actor | None:
        """The actor that is sorted, or whose the passage is to be."""
        keys = self.review.right or self.review.left
        return self._roster.owner(keys[0]) if keys else None

    @property
    def claimer(self) -> str | None:
        """Whose the passage is now; '' where there is no such passage."""
        lines = (line for reading in self._findings.readings for line in reading.attributions if line.content)
        found = MentionIndex((passage_key(line.document, line.content), line.id) for line in lines).find(
            self.review.left[0]
        )
        return "" if found is None else self._findings.resolution.claimers.get(found)

    def state(self) -> str:
        """The same as one short text."""
        actor = self.actor
        kind = "" if actor is None else f"{actor.id} {actor.kind.value}"
        return make_id("state", kind, self.claimer if self.review.act is Act.ASCRIBE else "")

    def refuse_unfit(self) -> None:
        """Go on only where it says something new of something that is here.

        Raises:
            JudgementRefused: it does not.
        """
        refuse_unsigned(self.review)
        actor = self.actor
        if actor is None:
            raise JudgementRefused("the actor of this review is not in this ledger; choose again")
        if self.review.act is Act.SORT and self.review.actor_kind in {None, actor.kind}:
            raise JudgementRefused(f"'{actor.name}' is a {actor.kind.value} already; choose another kind")
        if self.review.act is Act.ASCRIBE and self.claimer == "":
            raise JudgementRefused("the passage is no longer in this ledger; look at its question again")
        if self.review.act is Act.ASCRIBE and self.claimer == actor.id:
            raise JudgementRefused(f"the passage is {actor.name}'s already; choose somebody else")


def _check(view: View, review: Review, reviews: Sequence[Review]) -> str:
    """The state of what a review of a passage or an actor is about, which can be made."""
    standing = Standing(find_subject(review, reviews), view.findings())
    if review.act is Act.UNDO:
        refuse_undo(review, reviews)
    else:
        standing.refuse_unfit()
    return standing.state()


def preview_whole(view: View, review: Review, reviews: Sequence[Review]) -> Preview:
    """What it would do; the ledger stays as it is.

    Raises:
        JudgementRefused: it cannot be made.
    """
    state = _check(view, review, reviews)
    before = view.findings()
    told = tell_changes(before, try_out(view, before, lambda writer: _write(writer, review)))
    return Preview(told, Seen(reviews[-1].number if reviews else 0, state))


def save_whole(writer: Writer, review: Review, reviews: Sequence[Review], seen: Seen) -> Saved | Overtaken:
    """Append it, unless what it is about has changed since it was seen.

    Raises:
        JudgementRefused: it cannot be made.
    """
    about = find_subject(review, reviews).left
    newer = tuple(each for each in reviews if each.number > seen.review and find_subject(each, reviews).left == about)
    if newer or _check(writer, review, reviews) != seen.state:
        return Overtaken(newer, not newer, preview_whole(writer, review, reviews))
    return append_whole(writer, review, reviews)


def append_whole(writer: Writer, review: Review, reviews: Sequence[Review]) -> Saved:
    """Append it.

    Raises:
        JudgementRefused: it cannot be made.
    """
    _check(writer, review, reviews)
    before = writer.findings()
    after = _write(writer, review)
    return Saved(writer.reviews()[-1], tell_changes(before, after))


def _write(writer: Writer, review: Review) -> Findings:
    writer.add_reviews([replace(review, number=0)])
    compare_again(writer)
    return writer.findings()
