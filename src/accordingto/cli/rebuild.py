"""``accordingto rebuild``: run the stages from one on over what a ledger holds."""

from pathlib import Path

import click

from accordingto.cli.guard import DONE
from accordingto.cli.observed import observed, observing_command
from accordingto.cli.place import PLACE
from accordingto.engines.plan import Engine, Plan
from accordingto.model.place import Place
from accordingto.settings import Settings

STAGES = ("parse", "attribute", "resolve")


@click.command()
@click.argument("ledger", type=PLACE)
@click.option(
    "--from",
    "stage",
    type=click.Choice(STAGES),
    default="resolve",
    show_default=True,
    help="The first stage that runs anew: parse (everything), attribute (from the grammar that is kept), resolve "
    "(all that compares documents).",
)
@click.option(
    "--processes", type=click.IntRange(min=1), metavar="N", help="Read in N processes; one a core when left out."
)
@observed
@click.pass_obj
def rebuild(
    settings: Settings, *, ledger: Place, stage: str, processes: int | None, profile: bool, log: Path | None
) -> int:
    """Run the stages of a ledger anew from one on.

    Documents, persons' judgements and reviews stay as they are. 'build' does by itself what changed rules need; this
    is for a changed model, a doubt, or a ledger that another version of the package compared.

    \b
    Example:
      accordingto rebuild raid.ledger --from resolve
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.cli.progress import open_progress
    from accordingto.cli.summary import name_issues, print_summary
    from accordingto.engines.journal import journal_of
    from accordingto.ledger import Extension, Stage, rebuild_ledger
    from accordingto.store import open_store

    store = open_store(ledger, settings.busy_seconds)
    with store.view():
        pass  # a ledger that is not there is not made
    journal = journal_of(ledger)
    plan = Plan(settings.model, Engine.LOCAL, 1 if profile else processes)
    watched = observing_command("rebuild", profile=profile, log=log)
    with watched, store.writer() as writer, open_progress() as watch:
        outcome = rebuild_ledger(writer, Stage(stage), plan, watch, journal)
    journal.clear()
    name_issues(outcome.issues)
    kept = sum(len(story.documents) for story in outcome.stories)
    print_summary(Extension((), kept, 0, outcome), ledger, refused=0)
    return DONE
