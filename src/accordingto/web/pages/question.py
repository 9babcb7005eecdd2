"""The question page: answers side by side, who gives each in which words, and what speaks against it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from accordingto.model.findings import Findings
from accordingto.query.account import Account, Held
from accordingto.query.board import ACCUSING
from accordingto.query.manner import Manner, Manners
from accordingto.query.reader import Reader
from accordingto.query.voices import Origins, Voices
from accordingto.store.part import Wanted, load_part
from accordingto.web.site import Site, site_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Column:
    """One answer as it is laid out: who asserts it by origin, and who is against."""

    held: Held
    asserted: tuple[Voices, ...]


@router.get("/question/{question}")
def show_question(request: Request, site: Annotated[Site, Depends(site_of)], question: str) -> Response:
    """One question with its answers."""
    with site.ledger.view() as view:
        account, columns, manners = site.kept(view, ("question", question), lambda: _open(view.connection, question))
    standing = [each for each in columns if not each.held.is_superseded]
    return site.render(
        request,
        "question.html",
        account=account,
        standing=standing,
        replaced=[each for each in columns if each.held.is_superseded],
        accuses=account.question.attribute in ACCUSING,
        manners=manners,
    )


def _open(connection: Connection, question: str) -> tuple[Account, list[Column], dict[str, Manner]]:
    part = load_part(connection, Wanted(questions=(question,)))
    if not part.questions:
        raise HTTPException(404, f"there is no question {question} in this ledger")
    account = Reader(part).account(part.questions[0])
    origins = Origins(part)
    origins.credit(account)
    columns = [Column(held, origins.gather(held.asserted)) for held in account.answers]
    return account, columns, _find_manners(part, account)


def _find_manners(part: Findings, account: Account) -> dict[str, Manner]:
    """In what manner each voice holds somebody responsible, by the first of its claims."""
    manners, claims = Manners(part), {claim.id: claim for claim in part.claims}
    found: dict[str, Manner] = {}
    for said in (each for held in account.answers for each in held.asserted):
        ids = [each for quoted in said.quoted for each in quoted.claims]
        manner = manners.strongest(claims[each] for each in ids if each in claims)
        if manner is not None:
            found[ids[0]] = manner
    return found
