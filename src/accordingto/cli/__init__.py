"""The command line: one file a command family; it only parses, calls and prints."""

import os
from importlib.metadata import version

import click

from accordingto.cli.actors import actors
from accordingto.cli.admit import accounts
from accordingto.cli.build import build
from accordingto.cli.copy import copy
from accordingto.cli.export import export
from accordingto.cli.guard import GuardedGroup
from accordingto.cli.import_reports import import_reports
from accordingto.cli.lineage import lineage
from accordingto.cli.rebuild import rebuild
from accordingto.cli.report import report
from accordingto.cli.review import review
from accordingto.cli.revisions import revisions
from accordingto.cli.serve import serve
from accordingto.cli.show import show
from accordingto.cli.stories import stories
from accordingto.cli.verify import verify
from accordingto.cli.watch import watch
from accordingto.settings import read_settings


@click.group(cls=GuardedGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("accordingto"), prog_name="accordingto", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Keep the accounts of a contested event apart: who says what, according to whom, on how many origins.

    \b
    Example:
      accordingto build reports/ -o raid.ledger
      accordingto show raid.ledger

    Exit status: 0 done; 1 some inputs were refused, each named on standard error; 2 wrong usage or nothing usable.
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    context.obj = read_settings(os.environ)


main.add_command(actors)
main.add_command(build)
main.add_command(serve)
main.add_command(show)
main.add_command(rebuild)
main.add_command(stories)
main.add_command(lineage)
main.add_command(export)
main.add_command(copy)
main.add_command(import_reports)
main.add_command(report)
main.add_command(review)
main.add_command(accounts)
main.add_command(revisions)
main.add_command(verify)
main.add_command(watch)

__all__ = ["main"]
