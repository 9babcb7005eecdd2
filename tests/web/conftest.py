"""The reading room of a small ledger: in the test's own process, on a real port, and in a real browser."""

import shutil
import threading
import time
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from click.testing import CliRunner

from accordingto.cli import main
from accordingto.store import SqlStore
from accordingto.web.app import make_app
from tests.harbour import make_findings

SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def harbour(tmp_path_factory):
    """A ledger with the story that is made by hand."""
    path = tmp_path_factory.mktemp("harbour") / "harbour.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    return path


@contextmanager
def served(path, **options):
    """A ledger's reading room on a port of this machine: its address."""
    app = make_app(path, **options)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        app.state.site.ledger.close()


@pytest.fixture(scope="session")
def harbour_address(harbour):
    """The hand-made story's reading room on a port."""
    with served(harbour) as address:
        yield address


@pytest.fixture(scope="session")
def room(harbour_address):
    """A client of the hand-made story's reading room."""
    with httpx.Client(base_url=harbour_address, follow_redirects=True, timeout=60) as client:
        yield client


@pytest.fixture(scope="session")
def tolmir(tmp_path_factory):
    """The ledger of the example story."""
    path = tmp_path_factory.mktemp("tolmir") / "tolmir.ledger"
    result = CliRunner().invoke(main, ["build", "examples/tolmir", "-o", str(path)])
    assert path.exists(), result.output
    return path


@pytest.fixture(scope="session")
def tolmir_address(tolmir):
    """The example story's reading room on a port."""
    with served(tolmir) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """A real Chromium, Debian's."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("there is no Chromium here; install it with: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=SWITCHES)
        yield browser
        browser.close()
