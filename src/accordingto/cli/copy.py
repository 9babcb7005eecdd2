"""``accordingto copy``: a ledger from one place to another."""

import click

from accordingto.cli.guard import DONE, SOME_REFUSED, complain
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import neutralise
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@click.argument("source", type=PLACE, metavar="LEDGER")
@click.argument("target", type=PLACE, metavar="LEDGER")
@click.option("--replace", is_flag=True, help="Write over the ledger that is there.")
@click.pass_obj
def copy(settings: Settings, *, source: Place, target: Place, replace: bool) -> int:
    """Copy a ledger from the first place to the second: files, or PostgreSQL databases, in any direction.

    Everything is copied, persons' judgements and the bytes of documents included, or nothing. Who may enter the
    reading room is not. A ledger that is there is written over with --replace alone.

    \b
    Example:
      accordingto copy raid.ledger postgresql://desk@db.example/raid
      accordingto copy postgresql://desk@db.example/raid raid.ledger --replace
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.custody import carry_sources, sources_of
    from accordingto.store import open_store
    from accordingto.store.copy import copy_ledger

    old, new = (open_store(each, settings.busy_seconds) for each in (source, target))
    folder = sources_of(target)
    try:
        with old.view() as view:
            carried = carry_sources(view.captures(), sources_of(source), folder)
        copied = copy_ledger(old, new, may_replace=replace)
    except BaseException:
        folder.take_back()
        raise
    for digest in carried.missing:
        complain(f"not beside {source}: the bytes {digest}; the copy is without them too")
    words = f"{target}: {copied.documents:,} documents, {copied.questions:,} questions, {copied.lines:,} lines in all"
    click.echo(neutralise(words + (f", {carried.sources:,} sources" if carried.sources else "")))
    return SOME_REFUSED if carried.missing else DONE
