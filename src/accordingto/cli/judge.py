"""The commands that write a person's judgement of who is who, take one back, and share them."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from accordingto.cli import clock
from accordingto.cli.json_lines import OUTPUT, read_lines, tell_imported, write_lines
from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import neutralise, open_console
from accordingto.errors import UsageError
from accordingto.model.place import Place
from accordingto.settings import Settings

if TYPE_CHECKING:
    from accordingto.judging import Judged, Reviewer

Command = Callable[..., Any]

LEDGER = click.argument("ledger", type=PLACE)
BY = click.option("--by", metavar="PERSON", help="Whose judgement it is; your user name where it is left out.")
BECAUSE = click.option(
    "--because", required=True, metavar="REASON", help="Why, in words that others can check; kept with the judgement."
)


@click.command()
@LEDGER
@click.argument("one")
@click.argument("other")
@BY
@BECAUSE
@click.pass_obj
def merge(settings: Settings, *, ledger: Place, one: str, other: str, by: str | None, because: str) -> None:
    """Say that two actors are one.

    ONE and OTHER are names, NAME@DOCUMENT or ids. A person is not merged with a group or body, and nobody with whom
    another judgement keeps apart: a line says so, the exit status is 2, and the ledger stays as it is.

    \b
    Example:
      accordingto actors merge raid.ledger "Dawn Front" "Sons of Orlec" --because "same channel, same spokesman"
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.judging import merge_actors
    from accordingto.store import open_store

    with open_store(existing(ledger), settings.busy_seconds).writer() as writer:
        judged = merge_actors(writer, one, other, make_reviewer(settings, by, because))
    _tell(judged, "one actor now")


@click.command()
@LEDGER
@click.argument("one")
@click.argument("other")
@BY
@BECAUSE
@click.pass_obj
def split(settings: Settings, *, ledger: Place, one: str, other: str, by: str | None, because: str) -> None:
    """Say that two names are not one actor, or that one name of two documents is two.

    Two that are two already are kept apart from now on, whatever more documents bring.

    \b
    Example:
      accordingto actors split raid.ledger "Tor Osrin" "Captain Osrin" --because "brothers"
      accordingto actors split raid.ledger Osrin@wire.txt Osrin@radio.txt --because "one died in 2019"
    """  # noqa: D301  as above
    from accordingto.judging import split_actor
    from accordingto.store import open_store

    with open_store(existing(ledger), settings.busy_seconds).writer() as writer:
        judged = split_actor(writer, one, other, make_reviewer(settings, by, because))
    _tell(judged, "two actors now")


@click.command()
@LEDGER
@click.argument("number", type=click.IntRange(min=1))
@BY
@click.option("--because", default="", metavar="REASON", help="Why it is taken back.")
@click.pass_obj
def undo(settings: Settings, *, ledger: Place, number: int, by: str | None, because: str) -> None:
    """Take a judgement back: rules decide again. It stays on record, with the line that takes it back.

    NUMBER is the one that 'accordingto actors judgements' shows.

    \b
    Example:
      accordingto actors undo raid.ledger 3 --because "the number was misread"
    """  # noqa: D301  as above
    from accordingto.judging import undo_judgement
    from accordingto.store import open_store

    with open_store(existing(ledger), settings.busy_seconds).writer() as writer:
        judged = undo_judgement(writer, number, make_reviewer(settings, by, because))
    _tell(judged, f"judgement {number} no longer counts")


@click.command("judgements")
@LEDGER
@click.option("--plain", is_flag=True, help="Without colour, as it is printed to a pipe.")
@click.pass_obj
def show_judgements(settings: Settings, *, ledger: Place, plain: bool) -> None:
    """List the judgements of persons with their numbers, those that no longer count included.

    \b
    Example:
      accordingto actors judgements raid.ledger
    """  # noqa: D301  as above
    from accordingto.cli.whoswho import render_judgements
    from accordingto.judging import number_judgements
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        findings, lines = view.findings(), number_judgements(view.judgements())
    console = open_console(plain=plain)
    for line in render_judgements(lines, findings, Page(console, console.width)):
        console.print(line, soft_wrap=True)


@click.command("export")
@LEDGER
@OUTPUT
@click.pass_obj
def dump(settings: Settings, *, ledger: Place, output: Path | None) -> None:
    """Write the judgements of persons as JSON lines, to share them or to keep them.

    \b
    Example:
      accordingto actors export raid.ledger -o judgements.jsonl
    """  # noqa: D301  as above
    from accordingto.judging import dump_judgements
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        text = dump_judgements(view.judgements(), view.findings())
    write_lines(text, output)


@click.command("import")
@LEDGER
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def load(settings: Settings, *, ledger: Place, file: Path) -> None:
    """Append the judgements of FILE, JSON lines as 'actors export' writes them.

    Lines that the ledger has already are passed over. A malformed line, or one that contradicts a judgement, refuses
    the whole file: nothing is added.

    \b
    Example:
      accordingto actors import raid.ledger judgements.jsonl
    """  # noqa: D301  as above
    from accordingto.judging import import_judgements
    from accordingto.store import open_store

    text = read_lines(file, "accordingto actors export")
    with open_store(existing(ledger), settings.busy_seconds).writer() as writer:
        imported = import_judgements(writer, text, str(file))
    tell_imported(imported)


def existing(ledger: Place) -> Place:
    """A judgement is about a ledger that is there; a slip in its name must not make one."""
    if isinstance(ledger, Path) and not ledger.exists():
        raise UsageError(f"{ledger}: there is no such ledger; make one with: accordingto build INPUT -o {ledger}")
    return ledger


def make_reviewer(settings: Settings, by: str | None, because: str) -> "Reviewer":
    """Who signs, with the time of the clock."""
    from accordingto.judging import Reviewer

    name = _clean(by or settings.person or _user())
    if not name:
        raise UsageError("nobody signs this judgement; say whose it is with --by PERSON")
    return Reviewer(name, _clean(because), clock.read_clock())


def _clean(words: str) -> str:
    """On one line; bytes of the command line that are no UTF-8 become '?'."""
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def _user() -> str:
    """The user name that the machine knows, if it knows one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _tell(judged: "Judged", done: str) -> None:
    console = open_console()
    line = f"judgement {judged.line.number} by {judged.line.person}: {done}"
    console.print(Text(neutralise(line)), soft_wrap=True)
    for actor in judged.actors:
        names = ", ".join(actor.names)
        console.print(Text(neutralise(f"  {actor.id}  {actor.name} ({actor.kind.value}): {names}")), soft_wrap=True)
