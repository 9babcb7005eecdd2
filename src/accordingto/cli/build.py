"""``accordingto build``: documents in, a ledger out."""

from pathlib import Path

import click

from accordingto.cli.guard import DONE, SOME_REFUSED
from accordingto.cli.observed import observed, observing_command
from accordingto.cli.place import OUTPUT
from accordingto.engines.plan import Engine, Plan
from accordingto.errors import UsageError
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@OUTPUT
@click.option(
    "--reference",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="FollowTheMoney entities, JSON lines, that actors may be: a sanctions list, say.",
)
@click.option(
    "--keep-sources/--no-keep-sources",
    "keep_sources",
    default=None,
    help="Keep the bytes of every document, or of none, in LEDGER.sources; left out: of what was fetched or unpacked.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from hosts of private networks and of this machine too.")
@click.option(
    "--one-story/--many-stories",
    "one_story",
    default=None,
    help="All documents of the ledger tell one story, or are grouped; as the last build had it when left out.",
)
@click.option(
    "--engine",
    type=click.Choice([each.value for each in Engine]),
    default=Engine.LOCAL.value,
    show_default=True,
    help="Who reads: the cores of this machine, Daft, or Daft on a Ray cluster (RAY_ADDRESS).",
)
@click.option(
    "--processes", type=click.IntRange(min=1), metavar="N", help="Read in N processes; one a core when left out."
)
@click.option(
    "--shards",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where daft and ray write their Parquet shards; every machine of a cluster must see it.",
)
@observed
@click.option("--model", metavar="NAME", help="A spaCy model to read with, by package name or path.")
@click.pass_obj
def build(
    settings: Settings,
    *,
    inputs: tuple[str, ...],
    ledger: Place,
    reference: Path | None,
    keep_sources: bool | None,
    allow_private: bool,
    one_story: bool | None,
    engine: str,
    processes: int | None,
    shards: Path | None,
    model: str | None,
    profile: bool,
    log: Path | None,
) -> int:
    """Read documents and create or extend a ledger.

    INPUT is a text, Markdown, HTML or PDF file, a web archive (WARC, WACZ), JSON lines with a text field, a feed (RSS,
    Atom) or a list of feeds (OPML), a zip or a folder of any of these, or a web address: a page, or a feed whose pages
    are fetched. A folder may hold documents.jsonl, a line a file:
    {"file": "a.txt", "url": ..., "publisher": ..., "title": ..., "author": ..., "published": "2024-05-14"}.

    Nothing is fetched unless an address, a feed or a list of feeds is named as an input. robots.txt is honoured. The
    bytes of what was fetched or lay in an archive are kept beside the ledger; 'accordingto verify' checks them.

    A ledger that exists is extended: only documents that are new to it are read, then all are compared again. The
    order of documents changes nothing. What cannot be read is named on standard error with the reason, and the exit
    status is 1; the others are in the ledger. With nothing usable the ledger stays as it is and the status is 2.

    Documents are grouped into stories first, and nothing is compared across stories but names and wordings; see them
    with 'accordingto stories'. --one-story says that they are one; the ledger remembers it.

    Documents are read on all cores, or by the engine that is named; the ledger is the same. A build that was stopped
    goes on where it was when the same command is run again.

    With --reference, actors are linked to the entities that they are where name, kind and country suffice; the ledger
    keeps the entities that bear a name of it, and later builds look at these again.

    \b
    Example:
      accordingto build reports/ extra.html -o raid.ledger
      accordingto build reports/ -o raid.ledger --reference entities.ftm.json
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.intake.entities import read_entities

    # A file of another kind is refused before an hour is spent on reading.
    next(iter(() if reference is None else read_entities(reference)), None)
    # Imported here: the stages take a second that '--help' and a wrong path need not wait for.
    from accordingto.cli.gather import find_own, gathering, open_fetch, write_gathered
    from accordingto.cli.summary import print_summary
    from accordingto.intake import Means, take_inputs

    watched = observing_command("build", profile=profile, log=log)
    with watched, gathering(ledger, keep=keep_sources) as gathered:
        with open_fetch(allow_private=allow_private) as fetch:
            gathered.add(take_inputs(inputs, Means(fetch, find_own(ledger))))
        if not gathered.documents:
            raise UsageError("none of the inputs could be read, so there is nothing to write; see the lines above")
        entities = () if reference is None else read_entities(reference)
        # Another process would keep its stages to itself.
        plan = Plan(model or settings.model, Engine(engine), 1 if profile else processes, shards)
        extension = write_gathered(
            gathered, ledger, settings, model=model, reference=entities, one_story=one_story, plan=plan
        )
    print_summary(extension, ledger, refused=gathered.refused)
    return SOME_REFUSED if gathered.refused else DONE
