"""The reading room of the example story in a real Chromium: every page, light and dark, on a phone, without scripts."""

import re
import sqlite3
from pathlib import Path

import pytest

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

ONE = {
    "question": "SELECT question FROM question_order ORDER BY position",
    "accusation": "SELECT id FROM questions WHERE attribute = 'responsible' ORDER BY id",
    "document": "SELECT id FROM documents WHERE uri = 'meridian-wire-1.txt'",
    "copy": "SELECT document FROM derivations WHERE kind = 'copy'",
    "actor": "SELECT actor FROM mentions GROUP BY actor ORDER BY count(*) DESC",
    "event": "SELECT event FROM questions WHERE event IS NOT NULL ORDER BY event",
}
NAMES = [
    "story",
    "question",
    "accusation",
    "document",
    "copy",
    "actor",
    "event",
    "actors",
    "documents",
    "lineage",
    "search",
    "judgements",
    "downloads",
    "help",
    "api",
    "missing",
]


# Pages whose pictures are drawn after they are loaded.
PICTURED = {"story", "actor", "lineage"}


@pytest.fixture(scope="module")
def paths(tolmir):
    """The address of one page of each kind."""
    connection = sqlite3.connect(tolmir)
    found = {name: connection.execute(query).fetchone()[0] for name, query in ONE.items()}
    connection.close()
    kinds = {"accusation": "question", "copy": "document"}
    paths = {name: f"/{kinds.get(name, name)}/{line}" for name, line in found.items()}
    plain = {name: f"/{name}" for name in NAMES if name not in paths}
    return {**plain, **paths, "story": "/", "search": "/search?q=raid", "document": f"{paths['document']}?at=45-90#at"}


class Watched:
    """A page of the browser that remembers what went wrong on it."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.address = address
        self.wrong: list[str] = []
        self.asked: set[str] = set()
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda request: self.asked.add(request.url.split("/")[2]))

    def _note(self, line):
        if line.type in {"error", "warning"}:
            self.wrong.append(line.text)

    def _dismiss(self, dialog):
        self.wrong.append("a dialog")
        dialog.dismiss()

    def open(self, path, until="load"):
        """Go somewhere and wait until all is there."""
        answer = self.page.goto(f"{self.address}{path}", wait_until=until)
        self.wrong = [each for each in self.wrong if answer.status == 200 or "404" not in each]
        return self.page

    def is_too_wide(self):
        """Whether a reader would have to scroll sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def violations(self):
        """What axe-core finds against WCAG 2.1, level A and AA."""
        found = self.page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
        )
        assert found["passes"]
        return [
            (each["id"], [(node["target"], node["failureSummary"]) for node in each["nodes"][:3]])
            for each in found["violations"]
        ]


@pytest.fixture
def watch(chromium, tolmir_address):
    """Open pages in a window of its own: colour scheme, size, with or without scripts."""
    contexts = []

    def make(*, scheme="light", size=WIDE, scripts=True, address=tolmir_address):
        # The policy of the pages lets no foreign script in; the checker is one.
        context = chromium.new_context(
            color_scheme=scheme, viewport=size, java_script_enabled=scripts, bypass_csp=False, reduced_motion="reduce"
        )
        if scripts:
            context.add_init_script(path=AXE)
        contexts.append(context)
        return Watched(context, address)

    yield make
    for each in contexts:
        each.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody(watch, paths, scheme):
    """No fault on any page, no request to any other machine, and nothing for axe-core to find."""
    window = watch(scheme=scheme)
    for name in NAMES:
        window.open(paths[name], until="networkidle" if name in PICTURED else "load")
        assert window.violations() == [], name
        assert not window.is_too_wide(), name
        assert window.wrong == [], name
    assert window.asked == {window.address.removeprefix("http://")}


def test_every_page_fits_a_phone(watch, paths):
    """Nobody scrolls sideways, and axe-core finds nothing on those that look different there."""
    window = watch(size=PHONE)
    for name in NAMES:
        window.open(paths[name])
        assert not window.is_too_wide(), name
        if name in {"story", "question", "document"}:
            assert window.violations() == [], name


def test_everything_can_be_read_without_scripts(watch, paths):
    """From the story to a question to the sentence in its document, by links alone."""
    window = watch(scripts=False)
    for name in NAMES:
        window.open(paths[name])
        assert window.page.locator(".needs-script:visible").count() == 0, name
        assert not window.is_too_wide(), name
    page = window.open(paths["story"])
    page.locator(".card h3 a").first.click()
    assert page.locator(".answer").count() > 1
    page.locator(".words .cited a").first.click()
    assert page.locator("#at").count() == 1
    page = window.open(paths["story"])
    assert page.locator(".moments li").count() > 2


def test_pictures_are_drawn(watch, paths):
    """The timeline, the map and the graphs, from the files of the server alone."""
    window = watch()
    page = window.open(paths["story"])
    page.wait_for_selector("#timeline .vis-item")
    page = window.open(paths["actor"])
    page.wait_for_selector("#graph canvas")
    page = window.open("/lineage")
    page.wait_for_selector("#graph canvas")
    assert window.wrong == []


def test_a_linked_sentence_is_marked_and_in_view(watch, paths):
    """Who is sent to some words sees them at once."""
    page = watch().open(paths["document"])
    box = page.locator(".at").first.bounding_box()
    assert 0 < box["y"] < WIDE["height"]


def test_a_sentence_can_be_linked_to(watch, paths):
    """The mark after a sentence leads to that sentence."""
    page = watch().open(paths["document"].partition("?")[0])
    sentence = page.locator(".sentence").nth(3)
    words = re.sub(
        r"\s+",
        " ",
        sentence.evaluate(
            "each => { const copy = each.cloneNode(true);"
            " copy.querySelectorAll('.pilcrow, .ref, .from').forEach(mark => mark.remove()); return copy.textContent; }"
        ),
    )
    page.goto(page.url.split("/document")[0] + sentence.locator(".pilcrow").get_attribute("href"))
    marked = re.sub(r"\s+", " ", "".join(page.locator(".at").all_text_contents()))
    assert marked == words


def test_a_copied_sentence_leads_to_where_it_came_from(watch, paths):
    """Sentence by sentence, in both documents the same words."""
    page = watch().open(paths["copy"])
    link = page.locator(".from[href]").first
    words = re.findall(r"[^\W\d]+", link.locator("xpath=..").text_content())
    page.goto(page.url.split("/document")[0] + link.get_attribute("href"))
    marked = re.findall(r"[^\W\d]+", "".join(page.locator(".at").all_text_contents()))
    assert marked
    assert set(marked) <= set(words)


def test_the_keyboard_is_enough(watch, paths):
    """Search, steps, help, theme, and back up."""
    window = watch()
    page = window.open(paths["story"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement === document.querySelector('.card a.open')")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "seek"
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/actors")


def test_the_readers_choice_of_light_or_dark_stays(watch, paths):
    """From page to page, whatever the machine prefers."""
    window = watch(scheme="light")
    page = window.open(paths["story"])
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page = window.open("/actors")
    assert before != after == page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_search_answers_while_one_types(watch):
    """The page is replaced in part, and the address can be shared."""
    window = watch()
    page = window.open("/search")
    page.locator("#q").press_sequentially("depot")
    page.wait_for_selector("#found .shelf-title")
    assert page.url.endswith("/search?q=depot")
    assert window.wrong == []
