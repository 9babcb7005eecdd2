"""A part of a ledger says of its lines what the whole says, and readers see one state of it at a time."""

import pytest

from accordingto.errors import LedgerError
from accordingto.export.ledger_json import render_ledger
from accordingto.query.ask import ask_questions
from accordingto.query.board import Chosen, list_cards
from accordingto.query.folio import open_folio
from accordingto.query.reader import Reader
from accordingto.store.part import Wanted, load_part
from accordingto.store.pool import ReaderPool
from tests.harbour import DOCUMENTS, PERSONS_JUDGEMENT, QUESTIONS, make_findings


@pytest.fixture
def store(sql_store):
    """A ledger with the hand-made story."""
    with sql_store.writer() as writer:
        writer.save(make_findings())
    return sql_store


@pytest.fixture
def pool(store):
    """Its readers."""
    made = ReaderPool(store)
    yield made
    made.close()


def plain(account):
    """An account without the zones of its documents, which a part leaves out."""
    return [
        (held.value, held.scope, held.origins, [(said.claimer, said.quoted[0].passage) for said in held.asserted])
        for held in account.answers
    ]


def test_a_question_is_the_same_in_a_part(store):
    """Answers, claimers, chains, words, origins."""
    with store.view() as view:
        for account in ask_questions(view.findings()):
            part = load_part(view.connection, Wanted(questions=(account.question.id,)))
            assert part.questions == (account.question,)
            assert plain(Reader(part).account(part.questions[0])) == plain(account)


@pytest.mark.parametrize("kind", ["documents", "actors", "events", "attributions", "claims", "questions"])
def test_a_line_is_the_same_in_a_part(store, kind):
    """As the export has it."""
    with store.view() as view:
        whole = {line["id"]: line for line in render_ledger(view.findings())[kind]}
        asked = {kind: tuple(whole)}
        part = load_part(view.connection, Wanted(**asked, is_whole=True, has_mentions=True))
        lines = {line["id"]: line for line in render_ledger(part)[kind]}
        assert {each: lines[each] for each in whole} == whole


def test_nothing_is_found_of_nothing(store):
    """Ids that the ledger has not are no lines."""
    with store.view() as view:
        part = load_part(view.connection, Wanted(questions=("question-none",), documents=("doc-none",)))
    assert (part.questions, part.readings) == ((), ())


def test_cards_come_in_the_order_of_show(store):
    """The order that is kept is the one that the terminal has."""
    with store.view() as view:
        cards = list_cards(view.connection, Chosen())
        assert [card.id for card in cards] == [each.question.id for each in ask_questions(view.findings())]
        assert {card.id for card in cards} == {each.id for each in QUESTIONS}
        second = list_cards(view.connection, Chosen(), after=cards[0].position, limit=1)
        assert [card.id for card in second] == [cards[1].id]


def test_every_sentence_of_a_document_stands_in_its_text(store):
    """In order, and within it."""
    with store.view() as view:
        for document in DOCUMENTS:
            folio = open_folio(view.connection, document.id)
            assert folio is not None
            spans = folio.sentences
            assert list(spans) == sorted(spans)
            assert all(document.quote(span).strip() for span in spans)


def test_a_change_is_noticed(store, pool):
    """The version is the same as long as nothing changed, and another afterwards."""
    before = pool.version()
    with pool.view() as view:
        assert (view.version, view.judgements()) == (before, ())
        with store.writer() as writer:
            writer.add_judgements([PERSONS_JUDGEMENT])
        assert view.judgements() == ()
    assert pool.version() != before
    with pool.view() as view:
        assert view.judgements() == (PERSONS_JUDGEMENT,)


def test_readers_can_not_write(pool):
    """Their connections refuse it."""
    with pytest.raises(LedgerError), pool.view() as view:
        view.connection.exec_driver_sql("DELETE FROM questions")
