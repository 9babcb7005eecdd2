"""Who a visitor is, and whether a form is really theirs.

At the machine itself nobody logs in; whoever sits there may review. From elsewhere everybody logs in. In both cases a
form is taken only with the token that this server gave to this browser, and never from another site's page.
"""

import getpass
import hashlib
import hmac
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accordingto.web.access_file import AccessFile, Role
from accordingto.web.site import site_of

router = APIRouter()

# Cookies: the session of an account, and the browser that forms are given to.
SESSION, BROWSER = "accordingto-session", "accordingto-browser"
OPEN = ("/login", "/static/")
TOO_MANY = "Too many wrong passwords. Wait a quarter of an hour."


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks.

    Attributes:
        name: signs reviews.
        may_review: may change the ledger.
        has_account: logged in, and may log out.
        token: what forms of this browser carry.
    """

    name: str
    may_review: bool
    has_account: bool
    token: str


class Admitted:
    """An application that knows its visitors, and lets in those who may enter.

    Args:
        app: what is entered.
        accounts: of those who may; ``None`` where everybody is at the machine itself.
        person: who signs reviews at the machine; the user of the machine where it is empty.
    """

    def __init__(self, app: ASGIApp, accounts: AccessFile | None, person: str = "") -> None:
        self.app = app
        self.accounts = accounts
        self.person = person or _user()
        self.secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or send the visitor to the door."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = _read_cookies(headers)
        browser = cookies.get(BROWSER) or secrets.token_urlsafe(24)
        visitor = self._find(cookies, browser)
        refused = self._refuse(scope, headers, visitor)
        if refused is not None:
            await refused(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state |= {"visitor": visitor, "accounts": self.accounts}

        async def send_known(message: Message) -> None:
            if message["type"] == "http.response.start" and not scope["path"].startswith("/static/"):
                answered = MutableHeaders(scope=message)
                answered.setdefault("Cache-Control", "private, no-cache")
                if BROWSER not in cookies:
                    answered.append("Set-Cookie", f"{BROWSER}={browser}; Path=/; HttpOnly; SameSite=Lax")
            await send(message)

        await self.app(scope, receive, send_known)

    def _find(self, cookies: Mapping[str, str], browser: str) -> Visitor:
        if self.accounts is None:
            return Visitor(self.person, may_review=True, has_account=False, token=self._sign(browser, ""))
        session = cookies.get(SESSION)
        account = None if session is None else self.accounts.find(session, time.time())
        if account is None or session is None:
            return Visitor("", may_review=False, has_account=False, token=self._sign(browser, ""))
        may = account.role is Role.REVIEWER
        return Visitor(account.name, may_review=may, has_account=True, token=self._sign(browser, session))

    def _sign(self, browser: str, session: str) -> str:
        return hmac.new(self.secret, f"{browser} {session}".encode(), hashlib.sha256).hexdigest()

    def _refuse(self, scope: Scope, headers: Headers, visitor: Visitor) -> Response | None:
        """Why a request goes no further, if it does not."""
        if scope["method"] not in {"GET", "HEAD"} and _is_from_elsewhere(headers):
            return PlainTextResponse("a form of another site is not taken\n", status_code=403)
        path = scope["path"]
        entered = self.accounts is None or visitor.has_account
        if entered or path.startswith(OPEN):
            return None
        if path.startswith("/api"):
            return JSONResponse({"detail": "log in first, at /login"}, status_code=401)
        wanted = path + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        return RedirectResponse(f"/login?after={quote(wanted, safe='')}", status_code=303)


def visitor_of(request: Request) -> Visitor:
    """Who sent a request."""
    visitor: Visitor = request.state.visitor
    return visitor


def require_reviewer(request: Request) -> Visitor:
    """The visitor, who may change the ledger.

    Raises:
        HTTPException: they may not.
    """
    visitor = visitor_of(request)
    if not visitor.may_review:
        raise HTTPException(403, "only reviewers may do this; ask whoever keeps this ledger for the role")
    return visitor


def check_token(request: Request, token: str) -> None:
    """Go on only with a form that this server gave to this browser.

    Raises:
        HTTPException: it was not.
    """
    if not hmac.compare_digest(token.encode(), visitor_of(request).token.encode()):
        raise HTTPException(403, "this form is out of date, nothing was saved; go back, load its page again and resend")


def describe_visitor(request: Request) -> dict[str, Any]:
    """What templates know of the visitor."""
    visitor = visitor_of(request)
    return {"visitor": visitor, "token": visitor.token}


@router.get("/login")
def show_login(request: Request, after: str = "/") -> Response:
    """The door."""
    return _show(request, after)


@router.post("/login")
def log_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    token: Annotated[str, Form()] = "",
    after: Annotated[str, Form()] = "/",
) -> Response:
    """Enter with a name and a password."""
    check_token(request, token)
    accounts: AccessFile | None = request.state.accounts
    if accounts is None:
        return RedirectResponse("/", status_code=303)
    address, now = request.client.host if request.client else "", time.time()
    shown = " ".join(name.split())
    if not accounts.may_try(shown, address, now):
        return _show(request, after, name=shown, status=429, wrong=TOO_MANY)
    session = accounts.enter(shown, password, address, now)
    if session is None:
        return _show(request, after, name=shown, status=401, wrong="Name and password do not fit.")
    response = RedirectResponse(_local(after), status_code=303)
    _set(response, request, SESSION, session)
    return response


@router.post("/logout")
def log_out(request: Request, token: Annotated[str, Form()] = "") -> Response:
    """Leave."""
    check_token(request, token)
    accounts: AccessFile | None = request.state.accounts
    session = request.cookies.get(SESSION)
    if accounts is not None and session is not None:
        accounts.leave(session)
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(SESSION)
    return response


def _show(request: Request, after: str, *, name: str = "", status: int = 200, wrong: str = "") -> Response:
    context = {"after": _local(after), "given": name, "wrong": wrong}
    return site_of(request).render(request, "review/login.html", status=status, **context)


def _set(response: Response, request: Request, name: str, value: str) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, httponly=True, samesite="lax", secure=secure)


def _local(path: str) -> str:
    """A path of this server; anything else is its first page."""
    parts = urlsplit(path)
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain and not parts.scheme and not parts.netloc else "/"


def _is_from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that another site's page sent a form."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def _read_cookies(headers: Headers) -> dict[str, str]:
    try:
        found = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in found.items()}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody at this machine"
