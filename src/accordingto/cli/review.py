"""``accordingto review``: what a person says of claims, events and derivations, from the terminal."""

from collections.abc import Callable
from typing import Any

import click

from accordingto.cli.judge import BECAUSE, BY, LEDGER, make_reviewer
from accordingto.cli.review_actors import ascribe, sort
from accordingto.cli.review_files import dump, load
from accordingto.cli.review_joins import derive, join, part, strike
from accordingto.cli.reviewing import DRY, do_review, open_desk, print_line
from accordingto.model.place import Place
from accordingto.settings import Settings

STANCES = ("asserts", "denies", "cannot_verify")


@click.group()
def review() -> None:
    """Accept, correct or withdraw claims, join and part events, say which document came from which and whose words are.

    A review outranks every rule, and stays when the ledger is built anew or gets more documents. None is ever deleted:
    'undo' appends a line. Only the questions that a review touches are settled anew. Claims and events are given by
    their ids ('accordingto review queue' and the JSON export show them), documents by path or id; the path of a page
    that was fetched is its address.

    \b
    Example:
      accordingto review queue raid.ledger
      accordingto review withdraw raid.ledger claim-0123456789abcdef --because "speaks of another raid" --dry-run
      accordingto review undo raid.ledger 1
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace


@review.command()
@LEDGER
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="No more than N questions."
)
@click.pass_obj
def queue(settings: Settings, *, ledger: Place, limit: int) -> None:
    """List what most needs a look: contested questions that rest on what rules were least sure of come first.

    \b
    Example:
      accordingto review queue raid.ledger --limit 5
    """  # noqa: D301  as above
    from accordingto.judging import find_due
    from accordingto.query.words import render_question

    with open_desk(settings, ledger).view() as view:
        due, left = find_due(view, limit)
    for each in due:
        asked = f"{each.sureness:.2f}  {each.question.status.value}: {render_question(each.question.attribute)}"
        print_line(f"{asked} {each.about}")
        print_line(f"      {each.claim.id}  “{each.document.quote(each.claim.evidence)}” {each.document.uri}")
        for why in each.why:
            print_line(f"      {why}")
    print_line(f"{len(due)} of {left} that nobody looked at")


@review.command("list")
@LEDGER
@click.pass_obj
def list_reviews(settings: Settings, *, ledger: Place) -> None:
    """List the reviews with their numbers, those that no longer count included.

    \b
    Example:
      accordingto review list raid.ledger
    """  # noqa: D301  as above
    from accordingto.judging.logbook import make_entries, spoken_of

    with open_desk(settings, ledger).view() as view:
        reviews = view.reviews()
        entries = make_entries({each.id: each for each in view.documents_of(spoken_of(reviews))}, reviews)
    for entry in entries:
        counts = "" if entry.stands else " (no longer counts)"
        print_line(f"{entry.review.number}  {entry.review.made}  {entry.review.by}: {entry.title}{counts}")
        print_line(f"   {entry.review.reason}")
    if not reviews:
        print_line("no reviews yet")


def _on_claim(act: str, does: str) -> Callable[..., Any]:
    """The command that accepts or withdraws a claim."""

    @review.command(act, short_help=does)
    @LEDGER
    @click.argument("claim")
    @BY
    @BECAUSE
    @DRY
    @click.pass_obj
    def command(settings: Settings, *, ledger: Place, claim: str, by: str | None, because: str, dry_run: bool) -> None:
        from accordingto.judging.drafting import draft_claim
        from accordingto.model.review import Act

        signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
        do_review(desk, draft_claim(desk.look(claim), Act(act), claim, signed), dry=dry_run)

    example = f'accordingto review {act} raid.ledger claim-0123456789abcdef --because "read the original"'
    command.help = f"{does}\n\n\b\nExample:\n  {example}"
    return command


accept = _on_claim("accept", "Say that a claim is as its words have it.")
withdraw = _on_claim("withdraw", "Say that its words make no such claim; it stays on record and counts for nothing.")


@review.command()
@LEDGER
@click.argument("claim")
@click.option("--value", metavar="WORDS", help="What it says: 'more than 70', '12 May 2031', an actor's name.")
@click.option("--who", metavar="WORDS", help="Who is counted; '' for everybody.")
@click.option("--stance", type=click.Choice(STANCES), help="How the claimer stands to the value.")
@click.option("--event", metavar="ID", help="The event that it is about.")
@BY
@BECAUSE
@DRY
@click.pass_obj
def correct(
    settings: Settings,
    *,
    ledger: Place,
    claim: str,
    value: str | None,
    who: str | None,
    stance: str | None,
    event: str | None,
    by: str | None,
    because: str,
    dry_run: bool,
) -> None:
    """Say what a claim says instead; what is not given stays.

    \b
    Example:
      accordingto review correct raid.ledger claim-0123456789abcdef --value "at least 9" --because "wounded not counted"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_claim, draft_correction
    from accordingto.model.claim import ClaimStance
    from accordingto.model.review import Act

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    pointer = desk.look(claim, *([event] if event else []))
    stood = None if stance is None else ClaimStance(stance)
    said = draft_correction(pointer, claim, value=value, who=who, stance=stood, event=event)
    do_review(desk, draft_claim(pointer, Act.CORRECT, claim, signed, said=said), dry=dry_run)


@review.command()
@LEDGER
@click.argument("number", type=click.IntRange(min=1))
@BY
@click.option("--because", default="", metavar="REASON", help="Why it is taken back.")
@DRY
@click.pass_obj
def undo(settings: Settings, *, ledger: Place, number: int, by: str | None, because: str, dry_run: bool) -> None:
    """Take a review back: what it outranked decides again. It stays on record, with the line that takes it back.

    \b
    Example:
      accordingto review undo raid.ledger 3 --because "the number was misread"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_undo

    signed = make_reviewer(settings, by, because)
    do_review(open_desk(settings, ledger), draft_undo(number, signed), dry=dry_run)


for _command in (join, part, derive, strike, ascribe, sort, dump, load):
    review.add_command(_command)
