"""How actors, and the judgements on them, look on a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from accordingto.cli.layout import Page
from accordingto.cli.terminal import neutralise
from accordingto.judging import Line
from accordingto.judging.exchange import words_at
from accordingto.model.actor import Actor, Verdict
from accordingto.model.findings import Findings
from accordingto.query.who import Cited, Explained, Reasoned, count_documents

# More names of one actor than these are counted in the list; the explanation has all.
MOST_NAMES = 8
# More judgements of rules than these are counted: a name in a hundred documents is joined ninety-nine times.
MOST_JUDGEMENTS = 40

VERDICTS = {Verdict.SAME: ("=", "green"), Verdict.DIFFERENT: ("≠", "red"), Verdict.UNSURE: ("?", "yellow")}


def render_actors(actors: Sequence[Actor], page: Page, *, limit: int | None) -> Iterator[Text]:
    """One actor a paragraph: name, kind, in how many documents, id, other names."""
    shown = actors if limit is None else actors[:limit]
    for actor in shown:
        number = count_documents(actor)
        right = Text(f"{actor.kind.value} · {number:,} {'document' if number == 1 else 'documents'}", style="dim")
        yield from page.spread(Text(neutralise(actor.name), style="bold"), right)
        yield Text(f"  {actor.id}", style="dim")
        others = [name for name in actor.names if name != actor.name]
        if others:
            more = f" and {len(others) - MOST_NAMES} more" if len(others) > MOST_NAMES else ""
            yield from _wrap(f"also {'; '.join(others[:MOST_NAMES])}{more}", page)
        if actor.reference is not None:
            yield from _wrap(f"reference {actor.reference.id} ({actor.reference.caption})", page)
    if len(shown) < len(actors):
        yield Text(f"{len(shown)} of {len(actors)} actors shown; leave out --limit to see all.", style="dim")


def render_explained(explained: Explained, page: Page) -> Iterator[Text]:
    """Why an actor's names are one, and who it is not."""
    actor = explained.actor
    yield from page.spread(Text(neutralise(actor.name), style="bold"), Text(actor.kind.value, style="dim"))
    yield Text(f"  {actor.id}", style="dim")
    yield from _section("Names", [_name(name, cited) for name, cited in explained.names], page)
    yield from _section("Belongs to", [_name(name, cited) for name, cited in explained.affiliations], page)
    if actor.reference is not None:
        known = actor.reference
        reason = f"{known.caption} ({known.schema} {known.id}): {'; '.join(known.reasons)}"
        yield from _section("Reference data", [Text(neutralise(reason))], page)
    yield from _judged("Why these are one", explained.together, page)
    yield from _judged("Why others are not", explained.apart, page)
    yield from _judged("No longer counts", explained.past, page)


def render_judgements(lines: Iterable[Line], findings: Findings, page: Page) -> Iterator[Text]:
    """Persons' judgements with their numbers."""
    texts = {reading.document.id: reading.document.text for reading in findings.readings}
    for line in lines:
        judgement = line.judgement
        mark, colour = VERDICTS[judgement.verdict]
        names = [words_at(key, texts) or key for key in (judgement.left, judgement.right)]
        told = Text(f"{line.number:>4}  {neutralise(names[0])} ", style="" if line.stands else "dim")
        told.append(mark, style=colour if line.stands else "dim")
        told.append(f" {neutralise(names[1])}")
        if not line.stands:
            told.append("  (no longer counts)", style="dim")
        yield told
        why = f"{judgement.verdict.value}, {line.person}, {judgement.made}: {'; '.join(judgement.reasons)}"
        note = f" ({judgement.trace.note})" if judgement.trace.note else ""
        yield from _wrap(why + note, page, indent=6)


def _section(title: str, lines: Sequence[Text], page: Page) -> Iterator[Text]:
    if lines:
        yield Text()
        yield Text(title, style="bold")
        for line in lines:
            yield from page.wrap(line, first="  ", rest="    "[:2])


def _judged(title: str, judged: Sequence[Reasoned], page: Page) -> Iterator[Text]:
    lines = [line for each in judged[:MOST_JUDGEMENTS] for line in _reasoned(each)]
    if len(judged) > MOST_JUDGEMENTS:
        lines.append(Text(f"and {len(judged) - MOST_JUDGEMENTS} more", style="dim"))
    yield from _section(title, lines, page)


def _reasoned(reasoned: Reasoned) -> Iterator[Text]:
    judgement = reasoned.judgement
    mark, colour = VERDICTS[judgement.verdict]
    line = Text.assemble((mark, colour), f" {judgement.score:.2f} ", neutralise("; ".join(judgement.reasons)))
    if reasoned.other is not None:
        line.append(f" [{neutralise(reasoned.other.name)}]")
    when = "" if judgement.made is None else f", {judgement.made}"
    line.append(f" ({neutralise(judgement.trace.rule)}{when})", style="dim")
    yield line
    for cited in (reasoned.left, reasoned.right):
        if cited is not None:
            yield Text.assemble("  ", _quote(cited))


def _name(name: str, cited: Cited | None) -> Text:
    line = Text(neutralise(name), style="bold")
    return line if cited is None else Text.assemble(line, ": ", _quote(cited))


def _quote(cited: Cited) -> Text:
    quoted = Text("“…", style="dim")
    quoted.append(neutralise(cited.before))
    quoted.append(neutralise(cited.words), style="not dim bold")
    quoted.append(f"{neutralise(cited.after)}…” {neutralise(cited.document.outlet or cited.document.uri)}")
    return quoted


def _wrap(words: str, page: Page, *, indent: int = 2) -> Iterator[Text]:
    yield from page.wrap(Text(neutralise(words)), first=" " * indent, rest=" " * indent)
