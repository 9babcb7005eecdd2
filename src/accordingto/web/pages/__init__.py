"""The pages: one file a kind of page, each a router."""

from accordingto.web.pages import document, question, story

ROUTERS = (story.router, question.router, document.router)

__all__ = ["ROUTERS"]
