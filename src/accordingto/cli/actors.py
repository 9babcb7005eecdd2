"""``accordingto actors``: who is who, why, and a person's word against the rules."""

from typing import Any

import click

from accordingto.cli.guard import complain
from accordingto.cli.judge import dump, load, merge, show_judgements, split, undo
from accordingto.cli.layout import Page
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import open_console
from accordingto.model.place import Place
from accordingto.settings import Settings

KINDS = ["person", "group", "organization", "government", "outlet"]


class DefaultGroup(click.Group):
    """A group whose first argument may be a ledger: then its actors are listed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put 'list' before what is no command; a ledger called 'merge' is './merge'."""
        if args and args[0] not in {*self.commands, "-h", "--help"}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultGroup, subcommand_metavar="LEDGER [NAME] | COMMAND [ARGS]...")
def actors() -> None:
    """List the actors of a ledger, explain why their names are one, and overrule it.

    With a ledger alone the actors are listed; with NAME, those with these words in a name, and why they are one.
    A judgement of yours outranks every rule, and stays when the ledger is built anew or gets more documents. None is
    ever deleted: 'undo' appends a line. Actors are named by any of their names, by NAME@DOCUMENT where a name is not
    enough ('Osrin@wire.txt'), or by the id that the list shows.

    \b
    Example:
      accordingto actors raid.ledger
      accordingto actors raid.ledger Osrin
      accordingto actors merge raid.ledger "Tor Osrin" "Osrin the Elder" --because "one phone number"
      accordingto actors undo raid.ledger 1
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace


@actors.command("list")
@click.argument("ledger", type=PLACE)
@click.argument("name", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="Only actors of this kind.")
@click.option("--described", is_flag=True, help="Also those without a name, such as 'local residents'.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N actors.")
@click.option("--plain", is_flag=True, help="Without colour, as it is printed to a pipe.")
@click.pass_obj
def list_them(
    settings: Settings,
    *,
    ledger: Place,
    name: str | None,
    kind: str | None,
    described: bool,
    limit: int | None,
    plain: bool,
) -> None:
    """List or search the actors; where NAME fits one, explain why its names are one.

    \b
    Example:
      accordingto actors list raid.ledger --kind person
      accordingto actors list raid.ledger "Dawn Front"
    """  # noqa: D301  as above
    from accordingto.cli.whoswho import render_actors, render_explained
    from accordingto.judging import number_judgements
    from accordingto.query.suggest import closest
    from accordingto.query.who import explain, is_named, list_actors
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        findings, judgements = view.findings(), view.judgements()
    found = list_actors(findings, name, described=described or name is not None)
    found = [each for each in found if kind is None or each.kind.value == kind]
    console = open_console(plain=plain)
    page = Page(console, console.width)
    exact = [each for each in found if name is not None and is_named(each, name)] or found
    if name is not None and len(exact) == 1:
        numbered = number_judgements(judgements)
        binding = [line.judgement for line in numbered if line.binds]
        past = [line.judgement for line in numbered if not line.binds]
        lines = render_explained(explain(findings, exact[0], binding, past), page)
    else:
        lines = render_actors(found, page, limit=limit)
    for line in lines:
        console.print(line, soft_wrap=True)
    if not found:
        close = closest(name or "", {each for actor in findings.resolution.actors for each in actor.names})
        remedy = f"did you mean: {', '.join(close)}" if close else "ask for less at a time"
        complain(f"{ledger}: no actor fits; {remedy}")


def _add_all(commands: list[Any]) -> None:
    for command in commands:
        actors.add_command(command)


_add_all([merge, split, undo, show_judgements, dump, load])
