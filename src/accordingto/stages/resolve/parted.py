"""Names that the rules join within one document, and a person has parted: two local actors in place of one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accordingto.model.actor import Judgement, Mention, MentionForm, Verdict, mention_key
from accordingto.model.document import Span, Spans
from accordingto.model.findings import Reading
from accordingto.stages.resolve.local import LocalActor, LocalReading
from accordingto.text.names import clean_name, fold_name

Pair = tuple[Mention, Mention]
Sides = tuple[LocalActor, LocalActor]
Names = tuple[tuple[str, int], ...]


def part_local(local: LocalReading, reading: Reading, judgements: Sequence[Judgement]) -> LocalReading:
    """The local actors of a document, each one parted where a person says that two of its mentions are two."""
    here = f"{reading.document.id}:"
    for left, right in _parted(each for each in judgements if each.left.startswith(here)):
        for actor in local.actors:
            mentions = {mention_key(each.document, each.span): each for each in actor.mentions}
            if left in mentions and right in mentions:
                local = _part(local, reading, actor, (mentions[left], mentions[right]))
                break
    return local


def _parted(judgements: Iterable[Judgement]) -> list[tuple[str, str]]:
    """Pairs of keys that are different by the latest judgement on each pair."""
    latest: dict[tuple[str, str], Verdict] = {}
    for each in sorted(judgements, key=lambda each: each.made or ""):
        latest[each.left, each.right] = each.verdict
    return sorted(pair for pair, verdict in latest.items() if verdict is Verdict.DIFFERENT)


def _part(local: LocalReading, reading: Reading, actor: LocalActor, pair: Pair) -> LocalReading:
    sides = _split(actor, pair)
    spans = {line.id: (line.source, line.via) for line in reading.attributions}

    def whose(key: str, words: Spans) -> str:
        return key if key != actor.key else _nearest(sides, words).key

    others = [each for each in local.actors if each.key != actor.key]
    return LocalReading(
        local.document,
        tuple(sorted((*others, *sides), key=lambda each: each.mentions[0].span if each.mentions else Span(0, 0))),
        {line: None if key is None else whose(key, spans[line][0]) for line, key in local.claimers.items()},
        {
            line: tuple((whose(name, spans[line][1]) if is_key else name, is_key) for name, is_key in chain)
            for line, chain in local.via.items()
        },
    )


def _split(actor: LocalActor, pair: Pair) -> Sides:
    """The side of the actor's first mention, which keeps its key and what no mention shows, and the other."""
    is_right = _assign(actor.mentions, pair)
    ours = [each for each in actor.mentions if is_right[each.span] is is_right[actor.mentions[0].span]]
    theirs = [each for each in actor.mentions if each not in ours]
    named = {fold_name(clean_name(each.text)) for each in theirs if each.form is MentionForm.NAME}
    kept = {fold_name(clean_name(each.text)) for each in ours}
    moved = tuple(each for each in actor.names if fold_name(each[0]) in named - kept)
    stayed = tuple(each for each in actor.names if each not in moved)
    first, second = _keep(actor, ours, stayed or actor.names, moved), _move(actor, theirs, moved)
    bonds = [(bond, _nearest((first, second), () if bond[1] is None else (bond[1],))) for bond in actor.bonds]
    return (
        replace(first, acronyms=actor.acronyms - named, bonds=tuple(bond for bond, side in bonds if side is first)),
        replace(second, acronyms=actor.acronyms & named, bonds=tuple(bond for bond, side in bonds if side is second)),
    )


def _keep(actor: LocalActor, ours: Sequence[Mention], names: Names, moved: Names) -> LocalActor:
    """The side that keeps the key, without the reasons that speak of the names gone."""
    gone = [f"'{name}'" for name, _ in moved]
    reasons = tuple(each for each in actor.reasons if not any(name in each for name in gone))
    return replace(actor, mentions=tuple(ours), names=names, name=_fullest(names), reasons=reasons)


def _move(actor: LocalActor, theirs: Sequence[Mention], moved: Names) -> LocalActor:
    """The other side, of which nothing is known but its names."""
    names = moved or ((clean_name(theirs[0].text), 1),)
    key = mention_key(theirs[0].document, theirs[0].span)
    bare = replace(actor, code="", body="", roles=(), bonds=(), reasons=(), offices=())
    return replace(bare, key=key, mentions=tuple(theirs), names=names, name=_fullest(names))


def _fullest(names: Names) -> str:
    return max(names, key=lambda each: (each[1] > 0, len(each[0].split()), len(each[0]), each[0]))[0]


def _assign(mentions: Sequence[Mention], pair: Pair) -> dict[Span, bool]:
    """Whether each mention belongs to the right one: by its name, else as the mention before it."""
    left, right = (fold_name(clean_name(each.text)) for each in pair)
    start = min(each.span for each in pair)
    found, latest = {}, pair[1].span == start
    for mention in mentions:
        name = fold_name(clean_name(mention.text))
        if mention.span in {each.span for each in pair}:
            latest = mention.span == pair[1].span
        elif left != right and name in {left, right}:
            latest = name == right
        found[mention.span] = latest
    return found


def _nearest(sides: Sides, words: Spans) -> LocalActor:
    """Whose mention stands first in these words, or last before them."""
    if not words:
        return sides[0]
    start, end = min(span.start for span in words), max(span.end for span in words)
    places = [(mention.span, number) for number, side in enumerate(sides) for mention in side.mentions]
    within = [each for each in places if start < each[0].end and each[0].start < end]
    before = [each for each in places if each[0].end <= start]
    return sides[min(within)[1] if within else max(before)[1] if before else 0]
