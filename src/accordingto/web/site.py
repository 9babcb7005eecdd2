"""What every page needs: the ledger's readers, the templates, and what has been worked out already."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from importlib.resources import files
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from accordingto.model.place import Place
from accordingto.store.pool import PooledView, ReaderPool
from accordingto.store.sql import open_store
from accordingto.web import wording

Made = TypeVar("Made")

# Pages that many readers open are worked out once for each state of the ledger.
MOST_KEPT = 512
# So many different things may be worked out at a time.
MAKERS = 16


class Site:
    """One ledger's reading room.

    Attributes:
        store: the ledger, for whoever writes to it.
        ledger: connections for reading it.
        templates: of the pages.
        extras: called with each request; what they return is known to every template (a reviewer's name, a token).

    Args:
        path: of the ledger.
        busy_seconds: how long to wait for another program's lock.
    """

    def __init__(self, path: Place, busy_seconds: float) -> None:
        self.store = open_store(path, busy_seconds)
        self.ledger = ReaderPool(self.store)
        self.templates = _make_templates()
        self.extras: list[Callable[[Request], dict[str, Any]]] = []
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._keeping = Lock()
        self._making = tuple(Lock() for _ in range(MAKERS))
        self.templates.globals["static"] = Static()
        self.templates.globals["ledger_name"] = path.name

    def render(self, request: Request, name: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """A page, or the part of it that htmx asks for."""
        for extra in self.extras:
            context |= extra(request)
        context["here"] = request.url.path
        context["is_part"] = request.headers.get("hx-request") == "true"
        return HTMLResponse(self.templates.get_template(name).render(**context), status_code=status)

    def kept(self, view: PooledView, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made before from the ledger as the view shows it, or is made from the view now."""
        return self._keep((view.version, key), make)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made before from the ledger as it is now, or is made now from a view that ``make`` opens."""
        return self._keep((self.ledger.version(), key), make)

    def _keep(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Of several who ask for the same at once one makes it and the others wait; makers ask for nothing kept."""
        with self._making[hash(key) % MAKERS]:
            if key in self._kept:
                with self._keeping:
                    self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[no-any-return]
            made = make()
            with self._keeping:
                self._kept[key] = made
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            return made


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


def _make_templates() -> Environment:
    """Everything is escaped, and a misspelt name is an error."""
    environment = Environment(
        loader=PackageLoader("accordingto.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= wording.GLOBALS
    environment.filters |= wording.FILTERS
    return environment


class Static:
    """Addresses of static files, each with a digest of its content, so that browsers may keep them for ever."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """The address of one file."""
        if name not in self._digests:
            content = files("accordingto.web").joinpath("static", *name.split("/")).read_bytes()
            self._digests[name] = hashlib.sha256(content).hexdigest()[:12]
        return f"/static/{name}?v={self._digests[name]}"
