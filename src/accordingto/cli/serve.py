"""``accordingto serve``: a ledger in the browser."""

import click

from accordingto.cli.place import PLACE
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="NUMBER",
    help="Its port; 0 for any free.",
)
@click.pass_obj
def serve(settings: Settings, *, ledger: Place, host: str, port: int) -> None:
    """Open the reading room: the questions, the words they rest on, the documents, in a browser.

    Nothing is loaded from elsewhere. Without --host it is to be reached from this machine alone, and nobody logs in;
    at an address that other machines can reach everybody needs an account: see 'accordingto accounts'.

    \b
    Example:
      accordingto serve raid.ledger
      accordingto serve raid.ledger --port 9000
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.web.server import run_server

    run_server(
        ledger, host=host, port=port, busy_seconds=settings.busy_seconds, tell=click.echo, person=settings.person
    )
