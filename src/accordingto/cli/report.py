"""``accordingto report``: the questions with their evidence as one page to hand on."""

from importlib.metadata import version
from pathlib import Path

import click

from accordingto.cli.export import write_whole
from accordingto.cli.place import PLACE
from accordingto.errors import UsageError
from accordingto.model.findings import Findings
from accordingto.model.place import Place
from accordingto.model.story import Story
from accordingto.query.narrow import Narrow
from accordingto.settings import Settings


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="Where to write.")
@click.option("--story", metavar="WORDS", help="Only this story: words of its headline, or its id.")
@click.option("--question", metavar="WORDS", help="Only these: an attribute, words of an event or actor, or an id.")
@click.pass_obj
def report(settings: Settings, *, ledger: Place, output: Path, story: str | None, question: str | None) -> None:
    """Write one page with the questions, the words they rest on, a timeline, who copied whom, and how it was made.

    The page needs no network and no other file, runs nothing, and prints well.

    \b
    Example:
      accordingto report raid.ledger -o raid.html
      accordingto report raid.ledger --question killed -o killed.html
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.export.report import Report, make_report
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        chosen = None if story is None else choose_story(view.stories(), story, ledger)
        findings = view.findings() if chosen is None else view.slice_of(chosen.documents)
    questions = None if question is None else _choose_questions(findings, question, ledger)
    told = (chosen,) if chosen is not None else findings.stories
    title = question if question is not None else told[0].label if len(told) == 1 else None
    made_by = f"accordingto {version('accordingto')}"
    page = make_report(Report(ledger.name, findings, _title(title), made_by, questions))
    write_whole(output, page.encode("utf-8", "replace"))


def choose_story(stories: tuple[Story, ...], words: str, ledger: Place) -> Story:
    """The story that words mean.

    Raises:
        UsageError: none or several are called so.
    """
    wanted = words.casefold().split()
    found = [each for each in stories if each.id == words]
    found = found or [each for each in stories if all(word in each.label.casefold() for word in wanted)]
    if len(found) == 1:
        return found[0]
    shown = "; ".join(f"{each.id} ({each.label[:60]})" for each in (found or stories)[:5])
    why = f"may be {len(found)} stories" if found else "is no story"
    raise UsageError(f"{ledger}: '{words}' {why}; give an id: {shown}")


def _choose_questions(findings: Findings, words: str, ledger: Place) -> frozenset[str]:
    """The questions that words mean: an id, an attribute, words of an event or of an actor's name."""
    from accordingto.query import suggest
    from accordingto.query.reader import Reader

    if any(each.id == words for each in findings.questions):
        return frozenset({words})
    reader = Reader(findings)
    for narrow in (Narrow(attribute=words), Narrow(event=words), Narrow(actor=words)):
        found = frozenset(each.id for each in findings.questions if narrow.fits(each, reader))
        if found:
            return found
    raise UsageError(f"{ledger}: no question fits '{words}'; {suggest(findings, Narrow(attribute=words))}")


def _title(words: str | None) -> str:
    return "" if words is None else " ".join(words.split())
