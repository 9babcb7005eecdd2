"""Metrics for Prometheus: how many answers, of which page, how fast; never an address, a name or a word that was asked.

A registry belongs to one application, so two of them in one process (tests, say) do not count each other's answers.
"""

import time

from fastapi import APIRouter, Request
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A page is to come within 0.3 s at the median and 1 s at the worst; the buckets tell on which side of both it was.
BUCKETS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
_NO_PAGE = "none"

router = APIRouter()


class Metrics:
    """What one application counts."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        page = ("method", "page", "status")
        self.answers = Counter("accordingto_answers", "Answers by page and status.", page, registry=self.registry)
        self.seconds = Histogram(
            "accordingto_answer_seconds", "Seconds to an answer.", ("page",), buckets=BUCKETS, registry=self.registry
        )
        self.open = Gauge("accordingto_requests_open", "Requests that are being answered.", registry=self.registry)


class Measured:
    """An application whose answers are counted.

    Args:
        app: what is measured.
        metrics: where its answers are counted.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and count it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def send_noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self.metrics.open.track_inprogress():
            try:
                await self.app(scope, receive, send_noting)
            finally:
                page = _page_of(scope)
                self.metrics.answers.labels(scope["method"], page, str(status)).inc()
                self.metrics.seconds.labels(page).observe(time.perf_counter() - begun)


def _page_of(scope: Scope) -> str:
    """The pattern of the page's address, '/question/{id}': what was asked for is nobody's business."""
    route: BaseRoute | None = scope.get("route")
    return getattr(route, "path", None) or _NO_PAGE


@router.get("/metrics", include_in_schema=False)
def show_metrics(request: Request) -> Response:
    """The counts so far, as Prometheus reads them."""
    metrics: Metrics = request.app.state.metrics
    return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)
