"""``accordingto lineage``: who copied whom, as a tree for each story."""

import click

from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import open_console
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--story", metavar="WORDS", help="Only stories with these words in their headline, or with this id.")
@click.option("--plain", is_flag=True, help="Without colour, as it is printed to a pipe.")
@click.pass_obj
def lineage(settings: Settings, *, ledger: Place, story: str | None, plain: bool) -> None:
    """Show who copied whom: the lines of provenance of each story, with the words that show them.

    Every document hangs below the one that it came from as a whole; an outlet that has no document in the ledger
    stands in its place. Documents of one tree do not corroborate each other. Single passages taken from elsewhere are
    named, and make no tree.

    \b
    Example:
      accordingto lineage raid.ledger
      accordingto lineage archive.ledger --story "Tolmir"
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.cli.guard import complain
    from accordingto.cli.trees import render_trees
    from accordingto.query.trees import grow_trees
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        found = grow_trees(view.findings())
    if story is not None:
        found = tuple(
            each for each in found if each.story is not None and _fits(each.story.id, each.story.label, story)
        )
    console = open_console(plain=plain)
    for line in render_trees(found, Page(console, console.width)):
        console.print(line, soft_wrap=True)
    if not found:
        asked = "no document yet; add some with: accordingto build" if story is None else f'no story fits "{story}"'
        complain(f"{ledger}: {asked}")


def _fits(identifier: str, label: str, words: str) -> bool:
    return words == identifier or all(word in label.casefold() for word in words.casefold().split())
