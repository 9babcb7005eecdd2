"""The question page: answers side by side, who gives each in which words, and what speaks against it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from sqlalchemy import Connection

from accordingto.query.account import Account, Held
from accordingto.query.board import ACCUSING
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
        account, columns = _open(view.connection, question)
    standing = [each for each in columns if not each.held.is_superseded]
    return site.render(
        request,
        "question.html",
        account=account,
        standing=standing,
        replaced=[each for each in columns if each.held.is_superseded],
        accuses=account.question.attribute in ACCUSING,
    )


def _open(connection: Connection, question: str) -> tuple[Account, list[Column]]:
    part = load_part(connection, Wanted(questions=(question,)))
    if not part.questions:
        raise HTTPException(404, f"there is no question {question} in this ledger")
    account = Reader(part).account(part.questions[0])
    origins = Origins(part)
    origins.credit(account)
    return account, [Column(held, origins.gather(held.asserted)) for held in account.answers]
