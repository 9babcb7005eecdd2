"""The judgement log: what persons decided, when and why; nothing is ever taken out of it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from accordingto.judging.standing import number_judgements
from accordingto.query.anchored import find_waiting_keys, find_waiting_reviews
from accordingto.query.cited import cite_keys
from accordingto.web.review_form import enter_log
from accordingto.web.site import Site, site_of

router = APIRouter()

VERDICTS = {"same": "are one", "different": "are two", "unsure": "are left to the rules"}


@router.get("/judgements")
def show_judgements(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """Persons' judgements and reviews, the latest first."""
    with site.ledger.view() as view:
        lines = list(reversed(number_judgements(view.judgements())))
        words = cite_keys(
            view.connection, [key for each in lines for key in (each.judgement.left, each.judgement.right)]
        )
        reviews = view.reviews()
        entries = enter_log(view, reviews)
        waiting = find_waiting_reviews(view.connection, reviews)
        lost = find_waiting_keys(view.connection, [each.judgement for each in lines])
    return site.render(
        request,
        "judgements.html",
        lines=lines,
        words=words,
        entries=entries,
        waiting=waiting,
        lost=lost,
        verdicts=VERDICTS,
    )
