"""``accordingto review export`` and ``import``: reviews as JSON lines, to share them or to keep them."""

from pathlib import Path

import click

from accordingto.cli.json_lines import OUTPUT, read_lines, tell_imported, write_lines
from accordingto.cli.judge import LEDGER, existing
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command("export")
@LEDGER
@OUTPUT
@click.pass_obj
def dump(settings: Settings, *, ledger: Place, output: Path | None) -> None:
    """Write the reviews as JSON lines, to share them or to keep them.

    \b
    Example:
      accordingto review export raid.ledger -o reviews.jsonl
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.judging import dump_reviews
    from accordingto.judging.logbook import spoken_of
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        reviews = view.reviews()
        text = dump_reviews(reviews, {each.id: each.text for each in view.documents_of(spoken_of(reviews))})
    write_lines(text, output)


@click.command("import")
@LEDGER
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def load(settings: Settings, *, ledger: Place, file: Path) -> None:
    """Append the reviews of FILE, JSON lines as 'review export' writes them, and settle what they touch.

    Reviews that the ledger has already are passed over; those of documents that are not in it wait for them. A
    malformed line refuses the whole file: nothing is added.

    \b
    Example:
      accordingto review import raid.ledger reviews.jsonl
    """  # noqa: D301  as above
    from accordingto.judging import import_reviews
    from accordingto.store import open_store

    text = read_lines(file, "accordingto review export")
    with open_store(existing(ledger), settings.busy_seconds).writer() as writer:
        imported = import_reviews(writer, text, str(file))
    tell_imported(imported)
