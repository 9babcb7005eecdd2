"""``accordingto review ascribe`` and ``sort``: whose a passage is, and of what kind an actor is."""

import click

from accordingto.cli.judge import BECAUSE, BY, LEDGER, make_reviewer
from accordingto.cli.reviewing import DRY, do_review, open_desk
from accordingto.model.actor import ActorKind
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@LEDGER
@click.argument("claim")
@click.argument("actor")
@BY
@BECAUSE
@DRY
@click.pass_obj
def ascribe(
    settings: Settings, *, ledger: Place, claim: str, actor: str, by: str | None, because: str, dry_run: bool
) -> None:
    """Say whose the passage is that a claim was read from: a name, NAME@DOCUMENT or id of somebody in its story.

    All claims of the passage go with it, and all documents are compared again.

    \b
    Example:
      accordingto review ascribe raid.ledger claim-0123456789abcdef "Dawn Front" --because "'it said' is the group's"
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.judging.drafting import draft_ascription

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    do_review(desk, draft_ascription(desk.look(claim), claim, actor, signed), dry=dry_run)


@click.command()
@LEDGER
@click.argument("actor")
@click.argument("kind", type=click.Choice([each.value for each in ActorKind]))
@BY
@BECAUSE
@DRY
@click.pass_obj
def sort(
    settings: Settings, *, ledger: Place, actor: str, kind: str, by: str | None, because: str, dry_run: bool
) -> None:
    """Say of what kind an actor is, whatever rules took it for. All documents are compared again.

    \b
    Example:
      accordingto review sort raid.ledger "Orlec Shipping" organization --because "a company"
    """  # noqa: D301  as above
    from accordingto.judging.drafting import draft_sorting

    signed, desk = make_reviewer(settings, by, because), open_desk(settings, ledger)
    with desk.view() as view:
        findings = view.findings()
    do_review(desk, draft_sorting(findings, actor, ActorKind(kind), signed), dry=dry_run)
