"""Takes the README's pictures of the reading room: story, question and document of the example, and one on a phone.

python -m tests.web.pictures build/tolmir.ledger docs/pictures
"""

import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import ViewportSize, sync_playwright

from tests.web.conftest import SWITCHES, served

WIDE, PHONE = ViewportSize(width=1280, height=860), ViewportSize(width=390, height=844)
PICTURES: tuple[tuple[str, str, Literal["light", "dark"], ViewportSize], ...] = (
    ("story", "/", "light", WIDE),
    ("question", "{question}", "light", WIDE),
    ("document", "{document}", "light", WIDE),
    ("question-dark-phone", "{question}", "dark", PHONE),
)
# Pictures are drawn after a page is there.
PATIENCE = 3_000

QUESTION = "SELECT question FROM question_order ORDER BY position"
DOCUMENT = (
    "SELECT d.id, c.begins, c.ends FROM documents AS d JOIN attributions AS t ON t.document = d.id"
    " JOIN claims AS c ON c.attribution = t.id WHERE d.uri = 'meridian-wire-1.txt' AND c.stance = 'asserts'"
    " AND c.attribute = 'killed' ORDER BY c.begins"
)


def main(ledger, folder):
    """Take every picture."""
    with sqlite3.connect(ledger) as connection:
        question = connection.execute(QUESTION).fetchone()[0]
        document, begins, ends = connection.execute(DOCUMENT).fetchone()
    words = f"/document/{document}?at={begins}-{ends}"
    with served(ledger) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        for name, path, scheme, size in PICTURES:
            context = browser.new_context(color_scheme=scheme, viewport=size, reduced_motion="reduce")
            page = context.new_page()
            page.goto(address + path.format(question=f"/question/{question}", document=words), wait_until="networkidle")
            page.wait_for_timeout(PATIENCE)
            page.screenshot(path=folder / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
