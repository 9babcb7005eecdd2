"""``accordingto watch``: feeds read again and again, what is new goes into a ledger."""

import re
import time

import click

from accordingto.cli.clock import read_clock
from accordingto.cli.guard import DONE, SOME_REFUSED, complain
from accordingto.cli.place import OUTPUT
from accordingto.errors import LedgerError
from accordingto.model.place import Place
from accordingto.settings import Settings

_INTERVAL = re.compile(r"(\d{1,6})\s{0,2}([smhd]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}


def _parse_interval(_context: click.Context, _option: click.Parameter, words: str) -> int:
    found = _INTERVAL.fullmatch(words.strip().lower())
    seconds = int(found.group(1)) * _SECONDS[found.group(2)] if found else 0
    if seconds < 1:
        raise click.BadParameter(f"{words!r} is no interval; write 90s, 15m, 6h or 1d")
    return seconds


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS...")
@OUTPUT
@click.option(
    "--interval",
    default="30m",
    show_default=True,
    callback=_parse_interval,
    metavar="TIME",
    help="How long to wait between two rounds: 90s, 15m, 6h, 1d.",
)
@click.option("--once", is_flag=True, help="One round, for a clock that calls this command by itself.")
@click.option(
    "--keep-sources/--no-keep-sources",
    "keep_sources",
    default=None,
    help="Keep the bytes of every document, or of none, in LEDGER.sources; left out: of all of them.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from hosts of private networks and of this machine too.")
@click.option("--model", metavar="NAME", help="A spaCy model to read with, by package name or path.")
@click.pass_obj
def watch(
    settings: Settings,
    *,
    feeds: tuple[str, ...],
    ledger: Place,
    interval: int,
    once: bool,
    keep_sources: bool | None,
    allow_private: bool,
    model: str | None,
) -> int:
    """Read feeds again and again, and add what is new.

    FEEDS are addresses of RSS or Atom feeds, or lists of feeds (OPML), by address or as a file. The page of an entry
    is fetched once, and again when the feed says that the entry was changed: another text is then a revision of the
    first. What cannot be fetched is named, and asked for again in the next rounds. Stop it with Ctrl-C.

    \b
    Example:
      accordingto watch https://orlec.example/rss feeds.opml -o raid.ledger --interval 15m
      accordingto watch feeds.opml -o raid.ledger --once
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.cli.rounds import Rounds

    rounds = Rounds(
        feeds=feeds, ledger=ledger, settings=settings, keep=keep_sources, allow_private=allow_private, model=model
    )
    if once:
        return SOME_REFUSED if rounds.run(read_clock()) else DONE
    try:
        while True:
            try:
                rounds.run(read_clock())
            except LedgerError as error:
                complain(f"{error}; trying again in the next round")
            time.sleep(interval)
    except KeyboardInterrupt:
        complain("stopped; what earlier rounds read is in the ledger")
    return DONE
