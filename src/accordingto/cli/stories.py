"""``accordingto stories``: what the documents tell of, and why some of them are one story."""

import json
from collections.abc import Iterator, Mapping

import click
from rich.text import Text

from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import neutralise, open_console
from accordingto.model.document import Document
from accordingto.model.findings import Findings
from accordingto.model.place import Place
from accordingto.model.story import Story
from accordingto.settings import Settings

# More documents of one story than these are counted.
MOST_DOCUMENTS = 12
# After every date: a document without one is listed last.
UNDATED = "9999"


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N stories.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="json: for programs.")
@click.option("--plain", is_flag=True, help="Without colour, as it is printed to a pipe.")
@click.pass_obj
def stories(settings: Settings, *, ledger: Place, limit: int | None, form: str, plain: bool) -> None:
    """List the stories that a ledger's documents tell, the one with most documents first.

    'build' groups documents into stories by their words, people, places, numbers and days. Events are joined, and
    answers held against each other, within one story only; actors and lines of provenance are the whole ledger's. Where
    it parts what is one story, build again with --one-story.

    \b
    Example:
      accordingto stories raid.ledger
      accordingto stories archive.ledger --limit 20
      accordingto stories archive.ledger --format json
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.cli.guard import complain
    from accordingto.export.ledger_json import render_story
    from accordingto.store import open_store
    from accordingto.text.escaped import escape_json

    with open_store(ledger, settings.busy_seconds).view() as view:
        findings = view.findings()
    told = sorted(findings.stories, key=lambda story: (-len(story.documents), _day(story), story.id))
    shown = told if limit is None else told[:limit]
    if form == "json":
        click.echo(escape_json(json.dumps([render_story(each) for each in shown], ensure_ascii=False, indent=1)))
        return
    console = open_console(plain=plain)
    for line in render_stories(shown, findings, Page(console, console.width)):
        console.print(line, soft_wrap=True)
    if len(shown) < len(told):
        console.print(Text(f"{len(shown)} of {len(told):,} stories shown; leave out --limit to see all.", style="dim"))
    if not told:
        complain(f"{ledger}: no stories yet; group the documents with: accordingto build INPUT -o {ledger}")


def render_stories(told: list[Story], findings: Findings, page: Page) -> Iterator[Text]:
    """A paragraph a story: label, days, places, why its documents are one, and the documents."""
    documents = {reading.document.id: reading.document for reading in findings.readings}
    for number, story in enumerate(told):
        if number:
            yield Text()
        yield from _render(story, documents, page)


def _render(story: Story, documents: Mapping[str, Document], page: Page) -> Iterator[Text]:
    count = len(story.documents)
    right = Text(f"{count:,} {'document' if count == 1 else 'documents'}", style="dim")
    yield from page.spread(Text(neutralise(story.label), style="bold"), right)
    about = [*([] if story.days is None else [_render_days(story)]), *story.places]
    yield from page.wrap(Text(neutralise(" · ".join([story.id, *about])), style="dim"), first="  ", rest="  ")
    yield from page.wrap(Text(neutralise(story.trace.note)), first="  ", rest="  ")
    told = sorted((documents[each] for each in story.documents if each in documents), key=_when)
    for document in told[:MOST_DOCUMENTS]:
        yield from page.wrap(Text(neutralise(_name(document))), first="    ", rest="      ")
    if count > MOST_DOCUMENTS:
        yield Text(f"    and {count - MOST_DOCUMENTS:,} more", style="dim")


def _name(document: Document) -> str:
    from accordingto.query import render_days

    day = None if document.published is None else render_days(document.published.date)
    return ", ".join(each for each in (document.outlet or document.uri, day, document.title) if each)


def _render_days(story: Story) -> str:
    from accordingto.query import render_days

    return "" if story.days is None else render_days(story.days)


def _day(story: Story) -> str:
    return UNDATED if story.days is None else story.days.start.isoformat()


def _when(document: Document) -> tuple[str, str]:
    return UNDATED if document.published is None else document.published.date.start.isoformat(), document.uri
