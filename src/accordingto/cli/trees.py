"""How lines of provenance look on a terminal: a tree for each origin."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from accordingto.cli.layout import Page
from accordingto.cli.terminal import neutralise
from accordingto.model.document import Document
from accordingto.model.lineage import Derivation
from accordingto.query.trees import Node, Trees

# Characters of the words that show a derivation; the document has all of them.
_LONGEST = 160
_UNKNOWN = "outlet not known"


def render_trees(stories: Sequence[Trees], page: Page) -> Iterator[Text]:
    """A story a paragraph, its origins as trees."""
    for number, trees in enumerate(stories):
        if number:
            yield Text()
        yield from _head(trees, page)
        for place, roots in enumerate(trees.origins, start=1):
            yield Text(f"Origin {place}", style="bold cyan")
            for root in roots:
                yield from _node(root, page, first="  ", rest="  ", names=_names(trees))


def _head(trees: Trees, page: Page) -> Iterator[Text]:
    counted = f"{_count(trees.documents, 'document')} · {_count(len(trees.origins), 'independent origin')}"
    label = "All documents" if trees.story is None else neutralise(trees.story.label)
    yield from page.spread(Text(label, style="bold"), Text(counted, style="dim"))


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _names(trees: Trees) -> dict[str, str]:
    """What to call the documents that passages came from."""
    found: dict[str, str] = {}
    todo = [branch for roots in trees.origins for branch in roots]
    while todo:
        branch = todo.pop()
        if branch.document is not None:
            found[branch.document.id] = branch.outlet or branch.document.uri
        todo.extend(branch.branches)
    return found


def _node(branch: Node, page: Page, *, first: str, rest: str, names: dict[str, str]) -> Iterator[Text]:
    """One line for who and when, then how it came from the one above, then what came from it."""
    bar = f"{rest}{'│ ' if branch.branches else '  '}"
    yield from page.wrap(_title(branch), first=first, rest=bar)
    if branch.derivation is not None:
        yield from page.wrap(_reason(branch.derivation, branch.evidence), first=bar, rest=bar)
    for each in branch.passages:
        yield from page.wrap(_passage(each, names), first=bar, rest=bar)
    for at, below in enumerate(branch.branches):
        is_last = at == len(branch.branches) - 1
        corner, under = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
        yield from _node(below, page, first=rest + corner, rest=rest + under, names=names)


def _title(branch: Node) -> Text:
    if branch.document is None:
        which = "which of its documents is not known" if branch.is_known else "not in the ledger"
        return Text.assemble((neutralise(branch.outlet or _UNKNOWN), "bold"), (f" · {which}", "dim"))
    document = branch.document
    name = neutralise(branch.outlet or _UNKNOWN)
    return Text.assemble((name, "bold"), (f" · {_day(document)} · {neutralise(document.uri)}", "dim"))


def _day(document: Document) -> str:
    if document.published is None:
        return "undated"
    days = document.published.date
    start, end = days.start.isoformat(), days.end.isoformat()
    return start if start == end else f"{start} to {end}"


def _reason(derivation: Derivation, evidence: str | None) -> Text:
    said = f"{derivation.kind.value}: {derivation.trace.note}" if derivation.trace.note else derivation.kind.value
    text = Text.assemble((neutralise(said), "yellow"), (f" ({derivation.trace.rule})", "dim"))
    if evidence:
        text.append(f" “{_shorten(neutralise(evidence))}”")
    return text


def _passage(derivation: Derivation, names: dict[str, str]) -> Text:
    source = names.get(derivation.source or "") or derivation.outlet or _UNKNOWN
    return Text(f"a passage from {neutralise(source)}: {derivation.kind.value} ({derivation.trace.rule})", style="dim")


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
