"""What the pages say, without a browser."""

import csv
import io
import json
import re

from accordingto.export.formats import FORMATS
from accordingto.export.ledger_json import render_ledger
from accordingto.store import SqlStore
from tests.harbour import ARMY, COPY, QUESTIONS, RAID, WIRE


def words_of(html):
    """The text of a page, white space as one space."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("&#39;", "'").split())


def test_the_first_page_is_the_story(room):
    """A ledger of one story opens at it."""
    assert "raid on Orlec" in words_of(room.get("/").text)


def test_questions_stand_by_how_disputed_they_are(room):
    """Contested, unverified, single, each with its reason."""
    words = words_of(room.get("/story/all").text)
    places = [words.index(each.reason) for each in (QUESTIONS[0], QUESTIONS[2], QUESTIONS[1])]
    assert places == sorted(places)


def test_questions_of_one_standing_can_be_asked_for(room):
    """And of one attribute."""
    words = words_of(room.get("/story/all?status=unverified").text)
    assert QUESTIONS[2].reason in words
    assert QUESTIONS[0].reason not in words
    assert "No question of this kind" in words_of(room.get("/story/all?attribute=founder").text)


def test_a_question_shows_who_says_what_and_who_is_against(room):
    """The claimer, the chain, the words, the document, the denial and the doubt beside the value."""
    page = room.get(f"/question/{QUESTIONS[0].id}").text
    words = words_of(page)
    for each in ("Marish army", "Dawn Front", "Denied by", "Could not be verified by", "Telegram", "more than 30"):
        assert each in words
    assert f"/document/{WIRE.id}?at=" in page


def test_an_accusation_is_marked(room):
    """Who is responsible stands apart from what is told as having happened."""
    assert "None is a finding" in words_of(room.get(f"/question/{QUESTIONS[1].id}").text)
    assert "None is a finding" not in words_of(room.get(f"/question/{QUESTIONS[0].id}").text)


def test_a_document_is_shown_letter_by_letter(room):
    """Marking adds and hides nothing."""
    page = room.get(f"/document/{WIRE.id}").text
    text = page.partition('<article class="text"')[2].partition(">")[2].partition("</article>")[0]
    text = re.sub(r'<a class="(?:ref|pilcrow|from)"[^>]*>[^<]*</a>|<span class="zone-name">[^<]*</span>', "", text)
    plain = re.sub(r"<[^>]+>", "", text).replace("&#39;", "'").replace("&#34;", '"')
    assert "".join(plain.split()) == "".join(WIRE.text.split())


def test_words_can_be_linked_to(room):
    """``?at=FIRST-END`` marks them; what makes no sense marks nothing."""
    at = WIRE.text.index("more than 30")
    page = room.get(f"/document/{WIRE.id}?at={at}-{at + 12}").text
    assert page.count('id="at"') == 1
    for odd in ("9-3", "x", "0-0", "99999-999999", "-1-4", "1" * 30):
        assert 'id="at"' not in room.get(f"/document/{WIRE.id}", params={"at": odd}).text


def test_a_copy_says_whose_words_they_are(room):
    """With a link to where they stand there."""
    page = room.get(f"/document/{COPY.id}").text
    assert "copy of" in words_of(page)
    assert f"/document/{WIRE.id}" in page


def test_an_actor_has_its_names_its_claims_and_its_ties(room):
    """Each with the words that show it."""
    words = words_of(room.get(f"/actor/{ARMY.id}").text)
    assert "Marish army" in words
    assert "What it claims" in words
    graph = room.get(f"/actor/{ARMY.id}/ties.json").json()
    assert graph["nodes"][0]["id"] == ARMY.id


def test_an_event_tells_who_says_so(room):
    """Its questions, and the passages that speak of it."""
    words = words_of(room.get(f"/event/{RAID.id}").text)
    assert RAID.label in words
    assert "Told in these words" in words


def test_search_finds_words_names_and_endings(room):
    """'raids' finds 'raid'; every word has to be there; odd words harm nothing."""
    assert "Harbour Wire" in words_of(room.get("/search?q=raids").text)
    assert "Dawn Front" in words_of(room.get("/search?q=daw").text)
    assert "No document has all" in words_of(room.get("/search?q=raid+zebra").text)
    for odd in ('"', "' OR 1=1 --", "raid*", "NEAR(", "\x00", "%", "a" * 200):
        assert room.get("/search", params={"q": odd}).status_code == 200


def test_lineage_shows_who_copied_whom(room):
    """As a list, and as nodes and edges."""
    assert "copy of" in words_of(room.get("/lineage").text)
    graph = room.get("/lineage/graph.json").json()
    assert {(edge["source"], edge["target"]) for edge in graph["edges"]} == {(WIRE.id, COPY.id)}


def test_moments_have_days_and_standing(room):
    """What the timeline and the map are made from."""
    moments = room.get("/story/all/moments.json").json()
    assert [each["id"] for each in moments] == [RAID.id]
    assert moments[0]["status"] == "contested"


def test_every_format_can_be_downloaded(room, harbour):
    """With the name of the ledger; the JSON is the export."""
    for name, form in FORMATS.items():
        answer = room.get(f"/download/{name}")
        assert answer.status_code == 200
        assert 'filename="harbour.' in answer.headers["content-disposition"]
        assert (room.get(f"/download/{name}/rules").status_code == 200) == form.has_rules
    with SqlStore(harbour).view() as view:
        assert json.loads(room.get("/download/json").content) == json.loads(json.dumps(render_ledger(view.findings())))
    assert next(csv.reader(io.StringIO(room.get("/download/ucdp").text)))
    assert room.get("/download/odd").status_code == 404


def test_documents_come_page_by_page(room, monkeypatch):
    """Each once, in the order of their days."""
    monkeypatch.setattr("accordingto.web.pages.shelf.LISTED", 2)
    first = room.get("/documents").text
    more = re.findall(r'rel="next" href="([^"]+)"', first)[0].replace("&amp;", "&")
    second = room.get(more).text
    pages = [re.findall(r'class="open" href="/document/([^"]+)"', page) for page in (first, second)]
    assert [len(page) for page in pages] == [2, 1]
    assert len({*pages[0], *pages[1]}) == 3
