"""A reviewer's whole session in a real Chromium, two reviewers in conflict, and what no form may do."""

import re
import shutil
from pathlib import Path

import httpx
import pytest

from accordingto.store import SqlStore
from tests.web.conftest import served

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
HOSTILE = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> \u202e{{ 7*7 }}'\"--"


@pytest.fixture
def ledger(tolmir, tmp_path):
    """A copy of the example's ledger, to write to."""
    path = tmp_path / "tolmir.ledger"
    shutil.copy(tolmir, path)
    return path


@pytest.fixture
def address(ledger):
    """Its reading room."""
    with served(ledger, person="Ada") as address:
        yield address


@pytest.fixture
def client(address):
    """A visitor without a browser, with the cookie that forms belong to."""
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
        client.get("/queue")
        yield client


@pytest.fixture
def page(chromium, address):
    """A browser in the reading room."""
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def reviews(ledger):
    """What is in the file."""
    with SqlStore(ledger).view() as view:
        return view.reviews()


def first_claim(client):
    """The address of the claim that the queue begins with."""
    return re.findall(r"/review/claim/claim-[0-9a-f]+", client.get("/queue").text)[0]


def token(client, path):
    """What a form of this browser carries."""
    return re.findall(r'name="token" value="(\w+)"', client.get(path).text)[0]


def find_violations(page):
    """What axe finds against levels A and AA."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in found]


def fill(page, path, act, reason, **fields):
    """Fill in a form and look at what it changes."""
    page.goto(path)
    page.check(f"input[name=act][value={act}]")
    for name, value in fields.items():
        page.fill(f"#{name}", value)
    page.fill("#reason", reason)
    page.click("button[value=look]")


def test_a_whole_session(page, ledger):
    """From the queue to a corrected claim and back: shown before it is saved, kept with the name, taken back."""
    page.goto("/queue")
    page.click(".due a.open >> nth=0")
    path = page.url
    fill(page, path, "correct", "the wounded were counted", value="at least 12", who="soldiers")
    assert page.inner_text("#effect").strip() == "What it would change"
    assert "at least 12" in page.inner_text(".effect")
    assert reviews(ledger) == ()
    assert find_violations(page) == []
    page.click("button[value=save]")
    assert "Review 1 is saved" in page.inner_text(".saved")
    assert [(each.by, each.reason) for each in reviews(ledger)] == [("Ada", "the wounded were counted")]
    page.goto(path)
    assert "at least 12" in page.inner_text("h1")
    page.goto("/queue")
    assert find_violations(page) == []
    page.click("text=Undo review 1")
    page.fill("#reason", "they were not")
    page.click("button[value=look]")
    page.click("button[value=save]")
    assert [each.act.value for each in reviews(ledger)] == ["correct", "undo"]
    page.goto(path)
    assert "at least 12" not in page.inner_text("h1")


def test_the_keyboard_is_enough(page, ledger):
    """With j one steps, Enter opens, a letter chooses, p shows, s saves."""
    page.goto("/queue")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/claim/**")
    page.keyboard.press("w")
    page.fill("#reason", "says nothing of it")
    page.keyboard.press("Tab")
    page.keyboard.press("p")
    page.wait_for_selector(".effect")
    page.keyboard.press("s")
    page.wait_for_url("**/queue?saved=1")
    assert [each.act.value for each in reviews(ledger)] == ["withdraw"]


def test_two_reviewers_in_conflict(chromium, address, client, ledger):
    """The later one sees what the earlier did, finds the form as it was, and saves then; nothing is lost."""
    path = first_claim(client)
    pages = [chromium.new_context(base_url=address).new_page() for _ in range(2)]
    for page, number in zip(pages, ("44", "45"), strict=True):
        fill(page, path, "correct", f"it says {number}", value=number)
    pages[0].click("button[value=save]")
    pages[1].click("button[value=save]")
    late = pages[1].inner_text(".late")
    assert "Something changed" in late
    assert "it says 44" in late
    assert pages[1].input_value("#value") == "45"
    assert pages[1].input_value("#reason") == "it says 45"
    assert len(reviews(ledger)) == 1
    assert find_violations(pages[1]) == []
    pages[1].click("text=Save all the same")
    assert [each.reason for each in reviews(ledger)] == ["it says 44", "it says 45"]
    for page in pages:
        page.context.close()


def test_without_scripts(chromium, address, client, ledger):
    """A review needs no script."""
    context = chromium.new_context(base_url=address, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    fill(page, first_claim(client), "accept", "read the original")
    page.click("button[value=save]")
    assert [each.act.value for each in reviews(ledger)] == ["accept"]
    context.close()


def test_a_hostile_reason_is_only_words(page, client, ledger):
    """What a reviewer wrote never runs, nor does it break a page."""
    fill(page, first_claim(client), "accept", HOSTILE)
    page.click("button[value=save]")
    assert reviews(ledger)[0].reason.startswith("<script>")
    for path in ("/queue", first_claim(client), "/review/undo/1", "/judgements"):
        page.goto(path)
        assert page.title() != "run"
        assert "{{ 7*7 }}" in page.content() or path == first_claim(client)


@pytest.mark.parametrize("kind", ["event", "document", "actor"])
def test_the_other_forms(client, ledger, kind):
    """Events, documents and actors have forms that refuse what makes no sense and keep what was written."""
    with SqlStore(ledger).view() as view:
        found = view.findings()
    line = {
        "event": found.events[0].id,
        "document": found.readings[0].document.id,
        "actor": found.resolution.actors[0].id,
    }
    path = f"/review/{kind}/{line[kind]}"
    sent = {"token": token(client, path), "reason": "so be it", "act": "none", "other": "nobody", "do": "save"}
    answer = client.post(path, data=sent)
    assert answer.status_code == 422
    assert "so be it" in answer.text
    assert client.get(f"/review/{kind}/nothing").status_code == 404


def test_two_events_are_joined_from_the_page(page, ledger):
    """The questions of both are shown before, and the joined event stands afterwards."""
    with SqlStore(ledger).view() as view:
        one, other = (e for e in view.findings().events[:2])
    page.goto(f"/review/event/{one.id}")
    page.check("input[name=act][value=join]")
    page.select_option("#other", other.id)
    page.fill("#reason", "one raid, two names")
    page.click("button[value=look]")
    assert find_violations(page) == []
    page.click("button[value=save]")
    with SqlStore(ledger).view() as view:
        assert len(view.findings().overruled.events) == 2


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_a_form_that_was_not_given_here_is_not_taken(client, ledger, token):
    """Without the browser's own token nothing is saved."""
    sent = {"act": "accept", "reason": "so", "token": token, "do": "look"}
    assert client.post(first_claim(client), data=sent).status_code == 403
    assert reviews(ledger) == ()


def test_a_form_of_another_site_is_not_taken(client):
    """Whatever it carries."""
    path = first_claim(client)
    sent = {"act": "accept", "reason": "so", "token": token(client, path)}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        assert client.post(path, data=sent, headers=headers).status_code == 403


def test_the_report_is_downloaded_from_the_room(client):
    """As one file, which may run nothing; of a story that is not there nothing is given."""
    assert "/report" in client.get("/downloads").text
    answer = client.get("/report")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<h2>How this was made</h2>" in answer.text
    assert client.get("/report?story=nowhere").status_code == 404


def test_two_actors_are_merged_from_the_page(client, ledger):
    """The effect is shown before; then one actor bears both names, and the judgement names the reviewer."""
    with SqlStore(ledger).view() as view:
        groups = [
            each for each in view.findings().resolution.actors if each.kind.value == "group" and not each.described
        ]
    path = f"/review/actor/{groups[0].id}"
    sent = {"token": token(client, path), "act": "merge", "one": groups[0].id, "other": groups[1].id}
    sent |= {"reason": "one channel", "do": "look"}
    shown = client.post(path, data=sent)
    assert "What it would change" in shown.text
    sent |= {"do": "save", "seen_state": "judgements", "seen_review": "0"}
    client.post(path, data=sent)
    with SqlStore(ledger).view() as view:
        assert [each.trace.rule for each in view.judgements()] == ["person:Ada"]
        names = [set(each.names) for each in view.findings().resolution.actors]
    assert any(groups[0].name in each and each & set(groups[1].names) for each in names)
    assert client.post(f"/review/actor/{groups[1].id}", data=sent | {"act": "split"}).status_code in {404, 409, 422}


def test_a_passage_is_given_to_somebody_else_from_the_page(page, client, ledger):
    """By a name of the story; the form stays readable for those who need its labels."""
    path = first_claim(client)
    with SqlStore(ledger).view() as view:
        found = view.findings()
    claim = next(each for each in found.claims if path.endswith(each.id))
    named = (each for each in found.resolution.actors if each.kind.value == "group" and not each.described)
    other = next(each for each in named if each.id != found.resolution.claimers[claim.attribution])
    fill(page, path, "ascribe", "the group said so", claimer=other.name)
    assert find_violations(page) == []
    page.click("button[value=save]")
    assert other.name in page.inner_text(".saved")
    assert [each.act.value for each in reviews(ledger)] == ["ascribe"]


def test_an_actor_is_sorted_from_the_page(client, ledger):
    """The log names what was done, and it can be taken back there."""
    with SqlStore(ledger).view() as view:
        actor = next(each for each in view.findings().resolution.actors if each.kind.value == "group")
    path = f"/review/actor/{actor.id}"
    sent = {"token": token(client, path), "act": "sort", "kind": "organization", "reason": "a company", "do": "look"}
    shown = client.post(path, data=sent).text
    state = re.findall(r'name="seen_state" value="([^"]+)"', shown)[0]
    client.post(path, data=sent | {"do": "save", "seen_state": state, "seen_review": "0"})
    with SqlStore(ledger).view() as view:
        assert view.actors_of((actor.id,))[0].kind.value == "organization"
    log = client.get("/judgements").text
    assert "is of the kind ‘organization’" in log
    assert "/review/undo/1" in log
