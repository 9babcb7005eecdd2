"""``accordingto accounts``: who may enter a reading room that is served to others."""

import sys

import click

from accordingto.cli.judge import existing
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import neutralise
from accordingto.errors import UsageError
from accordingto.model.place import Place

LEDGER = click.argument("ledger", type=PLACE)
ROLES = ("reader", "reviewer")


@click.group()
def accounts() -> None:
    """Say who may enter the reading room when it is served to other machines.

    At the machine itself nobody logs in. The accounts stand in LEDGER.access, which only you may read.

    \b
    Example:
      accordingto accounts add raid.ledger ada --role reviewer
      accordingto serve raid.ledger --host 192.0.2.7
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace


@accounts.command()
@LEDGER
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(ROLES),
    default="reader",
    show_default=True,
    help="Readers read; reviewers change the ledger too.",
)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, not from the terminal.")
def add(*, ledger: Place, name: str, role: str, password_stdin: bool) -> None:
    """Let somebody in, or give them another role and password. The password is asked for.

    \b
    Example:
      accordingto accounts add raid.ledger ada --role reviewer
    """  # noqa: D301  as above
    from accordingto.web.access_file import AccessFile, Role

    file = AccessFile(existing(ledger))
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    file.add(name, Role(role), password)
    click.echo(neutralise(f"{name} may enter as {role}; accounts are in {file.path}"))


@accounts.command("list")
@LEDGER
def list_accounts(*, ledger: Place) -> None:
    """List who may enter, with their roles.

    \b
    Example:
      accordingto accounts list raid.ledger
    """  # noqa: D301  as above
    from accordingto.web.access_file import AccessFile

    found = AccessFile(existing(ledger)).accounts()
    for account in found:
        click.echo(neutralise(f"{account.role.value:9} {account.name}"))
    if not found:
        click.echo("nobody: it can be served to this machine only")


@accounts.command()
@LEDGER
@click.argument("name")
def remove(*, ledger: Place, name: str) -> None:
    """Let somebody in no more, at once. What they reviewed stays.

    \b
    Example:
      accordingto accounts remove raid.ledger ada
    """  # noqa: D301  as above
    from accordingto.web.access_file import AccessFile

    if not AccessFile(existing(ledger)).remove(name):
        raise UsageError(f"there is no account '{name}'; list them with: accordingto accounts list {ledger}")
    click.echo(neutralise(f"{name} may no longer enter"))
