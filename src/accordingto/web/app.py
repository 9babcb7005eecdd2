"""The reading room as one application: pages, the interface for programs, static files, what goes wrong."""

from collections.abc import Iterable
from http import HTTPStatus
from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from accordingto.errors import LedgerError
from accordingto.judging import Desk
from accordingto.model.place import Place
from accordingto.web import access, api, metrics, pages, report, review, review_actor, review_claim
from accordingto.web.access_file import AccessFile
from accordingto.web.review_queue import Queue
from accordingto.web.security import HEADERS, LOOPBACK, Guarded
from accordingto.web.site import Site, site_of

YEAR = 31_536_000

# What stands beside the pages.
ROOMS = (metrics, access, report, review, review_claim, review_actor)


class LastingFiles(StaticFiles):
    """Static files; an address with a digest in it may be kept for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        response = await super().get_response(path, scope)
        lasting = f"public, max-age={YEAR}, immutable" if scope["query_string"].startswith(b"v=") else "no-cache"
        response.headers["Cache-Control"] = lasting
        return response


def make_app(
    path: Place,
    *,
    busy_seconds: float = 10.0,
    hosts: Iterable[str] = LOOPBACK,
    accounts: AccessFile | None = None,
    person: str = "",
) -> FastAPI:
    """The application that serves one ledger.

    Args:
        path: of the ledger.
        busy_seconds: how long to wait for another program's lock.
        hosts: names and addresses that the server goes by.
        accounts: who may enter; ``None`` where only this machine can reach the server.
        person: who signs reviews at this machine.

    Raises:
        LedgerError: there is no such ledger, or it cannot be read.
    """
    app = FastAPI(
        title="accordingto",
        version=version("accordingto"),
        summary="A ledger of who says what, according to whom.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    _furnish(app, Site(path, busy_seconds))
    _add_pages(app)
    # The last that is added is the first that is asked.
    app.add_middleware(metrics.Measured, metrics=app.state.metrics)
    app.add_middleware(access.Admitted, accounts=accounts, person=person)
    app.add_middleware(Guarded, hosts=frozenset(hosts))
    return app


def _furnish(app: FastAPI, site: Site) -> None:
    """What pages share."""
    site.extras.append(access.describe_visitor)
    app.state.site = site
    app.state.queue = Queue()
    app.state.desk = Desk(site.store)
    app.state.metrics = metrics.Metrics()


def _add_pages(app: FastAPI) -> None:
    """Every address, and what is answered where something goes wrong."""
    app.mount("/static", LastingFiles(directory=str(files("accordingto.web") / "static")), name="static")
    app.include_router(api.router)
    for router in (*pages.ROUTERS, *(room.router for room in ROOMS)):
        app.include_router(router, include_in_schema=False)
    app.add_exception_handler(HTTPException, _answer_refusal)
    app.add_exception_handler(RequestValidationError, _answer_misuse)
    app.add_exception_handler(LedgerError, _answer_ledger)
    app.add_exception_handler(Exception, _answer_fault)


def _answer_refusal(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    detail = str(error.detail) if isinstance(error, HTTPException) else "something went wrong"
    return _tell(request, status, detail)


def _answer_misuse(request: Request, error: Exception) -> Response:
    """A parameter that cannot be used is named."""
    met = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": "not understood"}
    where = ".".join(str(each) for each in met["loc"][1:])
    return _tell(request, HTTPStatus.UNPROCESSABLE_ENTITY, f"{where}: {met['msg']}")


def _answer_ledger(request: Request, error: Exception) -> Response:
    return _tell(request, HTTPStatus.SERVICE_UNAVAILABLE, str(error))


def _answer_fault(request: Request, error: Exception) -> Response:  # noqa: ARG001  they are written to the log
    """A fault of ours: no word of what it was, which may hold words of the documents."""
    told = "something went wrong here; the ledger is as it was\n"
    return PlainTextResponse(told, status_code=HTTPStatus.INTERNAL_SERVER_ERROR, headers=HEADERS)


def _tell(request: Request, status: int, detail: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": detail}, status_code=status)
    title = HTTPStatus(status).phrase
    return site_of(request).render(request, "error.html", status=status, title=title, detail=detail)
