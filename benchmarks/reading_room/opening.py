"""How long the report of a ledger's largest story takes to open in a real browser."""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from click.testing import CliRunner

from accordingto.cli import main as command
from accordingto.store import SqlStore

SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]


def measure_opening(ledger: Path) -> float | None:
    """Seconds from asking for the page to its being laid out; ``None`` where there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver:
        page = Path(scratch) / "report.html"
        write_report(ledger, page)
        browser = driver.chromium.launch(executable_path=chromium, args=SWITCHES)
        shown = browser.new_page()
        began = time.perf_counter()
        shown.goto(page.as_uri(), wait_until="load", timeout=120_000)
        shown.evaluate("() => document.body.getBoundingClientRect().height")  # not before the page is laid out
        taken = time.perf_counter() - began
        browser.close()
    return taken


def write_report(ledger: Path, page: Path) -> None:
    """The report of the story with the most documents."""
    with SqlStore(ledger).view() as view:
        largest = max(view.stories(), key=lambda story: len(story.documents))
    made = CliRunner().invoke(command, ["report", str(ledger), "--story", largest.id, "-o", str(page)])
    if made.exit_code:
        raise RuntimeError(made.output)


if __name__ == "__main__":
    sys.stdout.write(f"{measure_opening(Path(sys.argv[1]))} s\n")
