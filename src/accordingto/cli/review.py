"""``accordingto review``: what a person says of claims, events and derivations, from the terminal."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from accordingto.cli.judge import BECAUSE, BY, LEDGER, existing, make_reviewer
from accordingto.cli.terminal import neutralise, open_console
from accordingto.model.place import Place
from accordingto.settings import Settings

if TYPE_CHECKING:
    from accordingto.judging import Desk
    from accordingto.model.review import Review

DRY = click.option("--dry-run", is_flag=True, help="Show what it would do to the questions, and save nothing.")
STANCES = ("asserts", "denies", "cannot_verify")
KINDS = ("copy", "rewrite", "translation", "credit")


@click.group()
def review() -> None:
    """Accept, correct or withdraw claims, join and part events, say which document came from which.

    A review outranks every rule, and stays when the ledger is built anew or gets more documents. None is ever deleted:
    'undo' appends a line. Only the questions that a review touches are settled anew. Claims and events are given by
    their ids ('accordingto review queue' and the JSON export show them), documents by path, address or id.

    \b
    Example:
      accordingto review queue raid.ledger
      accordingto review withdraw raid.ledger claim-0123456789abcdef --because "speaks of another raid" --dry-run
      accordingto review undo raid.ledger 1
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace


@review.command()
@LEDGER
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="So many.")
@click.pass_obj
def queue(settings: Settings, *, ledger: Place, limit: int) -> None:
    """List what most needs a look: contested questions that rest on what rules were least sure of come first.

    \b
    Example:
      accordingto review queue raid.ledger --limit 5
    """  # noqa: D301  as above
    from accordingto.judging import find_due
    from accordingto.query.words import render_question

    with _open(settings, ledger).view() as view:
        due, left = find_due(view, limit)
    for each in due:
        asked = f"{each.sureness:.2f}  {each.question.status.value}: {render_question(each.question.attribute)}"
        _print(f"{asked} {each.about}")
        _print(f"      {each.claim.id}  “{each.document.quote(each.claim.evidence)}” {each.document.uri}")
        for why in each.why:
            _print(f"      {why}")
    _print(f"{len(due)} of {left} that nobody looked at")


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

    with _open(settings, ledger).view() as view:
        reviews = view.reviews()
        entries = make_entries({each.id: each for each in view.documents_of(spoken_of(reviews))}, reviews)
    for entry in entries:
        counts = "" if entry.stands else " (no longer counts)"
        _print(f"{entry.review.number}  {entry.review.made}  {entry.review.by}: {entry.title}{counts}")
        _print(f"   {entry.review.reason}")
    if not reviews:
        _print("no reviews yet")


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

        signed, desk = make_reviewer(settings, by, because), _open(settings, ledger)
        _do(desk, draft_claim(desk.look(claim), Act(act), claim, signed), dry=dry_run)

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

    signed, desk = make_reviewer(settings, by, because), _open(settings, ledger)
    pointer = desk.look(claim, *([event] if event else []))
    stood = None if stance is None else ClaimStance(stance)
    said = draft_correction(pointer, claim, value=value, who=who, stance=stood, event=event)
    _do(desk, draft_claim(pointer, Act.CORRECT, claim, signed, said=said), dry=dry_run)


@review.command()
@LEDGER
@click.argument("one")
@click.argument("other")
@BY
@BECAUSE
@DRY
@click.pass_obj
def join(
    settings: Settings, *, ledger: Place, one: str, other: str, by: str | None, because: str, dry_run: bool
) -> None:
    """Say that two events are one.

    \b
    Example:
      accordingto review join raid.ledger evt-0123456789abcdef evt-fedcba9876543210 --because "one raid, two names"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_join

    signed, desk = make_reviewer(settings, by, because), _open(settings, ledger)
    _do(desk, draft_join(desk.look(one, other), one, other, signed), dry=dry_run)


@review.command()
@LEDGER
@click.argument("event")
@click.argument("document", nargs=-1, required=True)
@BY
@BECAUSE
@DRY
@click.pass_obj
def part(
    settings: Settings,
    *,
    ledger: Place,
    event: str,
    document: tuple[str, ...],
    by: str | None,
    because: str,
    dry_run: bool,
) -> None:
    """Say that what some documents tell is another event than the rest.

    \b
    Example:
      accordingto review part raid.ledger evt-0123456789abcdef radio.txt --because "the raid of the week before"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_part

    signed, desk = make_reviewer(settings, by, because), _open(settings, ledger)
    _do(desk, draft_part(desk.look(event), event, document, signed), dry=dry_run)


@review.command()
@LEDGER
@click.argument("document")
@click.argument("source")
@click.option("--kind", type=click.Choice(KINDS), default="copy", show_default=True, help="How it came from there.")
@BY
@BECAUSE
@DRY
@click.pass_obj
def derive(
    settings: Settings,
    *,
    ledger: Place,
    document: str,
    source: str,
    kind: str,
    by: str | None,
    because: str,
    dry_run: bool,
) -> None:
    """Say that a document came from another, or from an outlet: the two are one origin.

    \b
    Example:
      accordingto review derive raid.ledger courier.txt wire.txt --kind translation --because "same paragraphs"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_derivation
    from accordingto.model.lineage import DerivationKind
    from accordingto.model.review import Act

    signed, desk = make_reviewer(settings, by, because), _open(settings, ledger)
    ends = desk.find_document(document), _find_source(desk, source)
    made = draft_derivation(Act.DERIVE, *ends, signed, kind=DerivationKind(kind))
    _do(desk, made, dry=dry_run)


@review.command()
@LEDGER
@click.argument("document")
@click.argument("source")
@BY
@BECAUSE
@DRY
@click.pass_obj
def strike(
    settings: Settings, *, ledger: Place, document: str, source: str, by: str | None, because: str, dry_run: bool
) -> None:
    """Say that a document did not come from another, or from an outlet, as a rule has it.

    \b
    Example:
      accordingto review strike raid.ledger courier.txt wire.txt --because "both printed the army's statement"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_derivation
    from accordingto.model.review import Act

    signed, desk = make_reviewer(settings, by, because), _open(settings, ledger)
    ends = desk.find_document(document), _find_source(desk, source)
    _do(desk, draft_derivation(Act.STRIKE, *ends, signed), dry=dry_run)


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
    _do(_open(settings, ledger), draft_undo(number, signed), dry=dry_run)


def _open(settings: Settings, ledger: Place) -> "Desk":
    from accordingto.judging import Desk
    from accordingto.store import open_store

    return Desk(open_store(existing(ledger), settings.busy_seconds))


def _find_source(desk: "Desk", words: str) -> str:
    """A document, else an outlet."""
    from accordingto.errors import JudgementRefused
    from accordingto.judging.drafting import name_outlet

    try:
        return desk.find_document(words)
    except JudgementRefused:
        return name_outlet(words)


def _do(desk: "Desk", made: "Review", *, dry: bool) -> None:
    """Save the review, or only look at it, and print what it does."""
    from accordingto.judging import render_told

    if dry:
        told = desk.preview(made).told
    else:
        saved = desk.write(made)
        told = saved.told
        _print(f"review {saved.review.number} by {saved.review.by}")
    for each in told:
        for line in render_told(each):
            _print(line)
    if not told:
        _print("no question stands otherwise")


def _print(line: str) -> None:
    open_console().print(Text(neutralise(line)), soft_wrap=True)
