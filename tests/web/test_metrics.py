"""What Prometheus may know of a reading room: counts by page, nothing of what was asked."""

from tests.harbour import QUESTIONS


def test_answers_are_counted_by_page_and_status(room):
    """A page by its pattern, a miss as no page."""
    question = QUESTIONS[0].id
    room.get(f"/question/{question}")
    room.get("/nothing-here")
    text = room.get("/metrics").text
    assert 'accordingto_answers_total{method="GET",page="/question/{' in text
    assert 'page="none",status="404"' in text
    assert "accordingto_answer_seconds_bucket" in text


def test_nothing_that_was_asked_is_in_the_metrics(room):
    """No id, no search word: who looks for whom is nobody's business."""
    room.get("/search?q=Varsk")
    room.get(f"/question/{QUESTIONS[0].id}")
    text = room.get("/metrics").text
    assert "Varsk" not in text
    assert QUESTIONS[0].id not in text
