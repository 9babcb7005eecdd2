"""The pages: one file a kind of page, each a router."""

from accordingto.web.pages import (
    actor,
    document,
    downloads,
    event,
    help,  # noqa: A004  the page's name
    judgements,
    lineage,
    programs,
    question,
    search,
    shelf,
    story,
)

ROUTERS = tuple(
    each.router
    for each in (
        story,
        question,
        document,
        event,
        actor,
        shelf,
        lineage,
        search,
        judgements,
        downloads,
        help,
        programs,
    )
)

__all__ = ["ROUTERS"]
