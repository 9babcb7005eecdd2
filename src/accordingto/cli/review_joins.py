"""``accordingto review join``, ``part``, ``derive``, ``strike``: which events are one, and what came from where."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.judge import BECAUSE, BY, LEDGER, make_reviewer
from accordingto.cli.reviewing import DRY, do_review, open_desk
from accordingto.model.place import Place
from accordingto.settings import Settings

if TYPE_CHECKING:
    from accordingto.judging import Desk

KINDS = ("copy", "rewrite", "translation", "credit")


@click.command()
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

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    do_review(desk, draft_join(desk.look(one, other), one, other, signed), dry=dry_run)


@click.command()
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

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    do_review(desk, draft_part(desk.look(event), event, document, signed), dry=dry_run)


@click.command()
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

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    ends = desk.find_document(document), _find_source(desk, source)
    made = draft_derivation(Act.DERIVE, *ends, signed, kind=DerivationKind(kind))
    do_review(desk, made, dry=dry_run)


@click.command()
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

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    ends = desk.find_document(document), _find_source(desk, source)
    do_review(desk, draft_derivation(Act.STRIKE, *ends, signed), dry=dry_run)


def _find_source(desk: "Desk", words: str) -> str:
    """A document, else an outlet."""
    from accordingto.errors import JudgementRefused
    from accordingto.judging.drafting import name_outlet

    try:
        return desk.find_document(words)
    except JudgementRefused:
        return name_outlet(words)
