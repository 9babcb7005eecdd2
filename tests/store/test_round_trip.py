"""What is written to a ledger is what is read from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import LedgerError
from accordingto.export.ledger_json import dump_ledger
from accordingto.model.parse import Entity, Parse, Sentence, Token
from accordingto.store import rows
from accordingto.store.packed_parse import empty_parse, pack_parse, unpack_parse
from tests.factory import make_document
from tests.harbour import PERSONS_JUDGEMENT, make_findings


def without_grammar(findings):
    """The findings as a view gives them."""
    bare = (replace(each, parse=empty_parse(each.document, each.parse.model)) for each in findings.readings)
    return replace(findings, readings=tuple(bare))


def test_findings_come_back_as_they_were(store):
    """Saving and reading is identity, line for line and to the byte of the export."""
    findings = make_findings()
    with store.writer() as writer:
        writer.save(findings)
    with store.view() as view:
        assert view.findings() == without_grammar(findings)
        assert dump_ledger(view.findings()) == dump_ledger(findings)


@pytest.mark.parametrize("most", [1, 7, 40])
def test_findings_come_back_however_few_rows_are_written_at_a_time(sql_store, most, monkeypatch):
    """Rows go into the ledger in portions; what they point at may come in a later one."""
    monkeypatch.setattr(rows, "MOST_ROWS", most)
    with sql_store.writer() as writer:
        writer.save(make_findings())
    with sql_store.view() as view:
        assert view.findings() == without_grammar(make_findings())


def test_readings_come_back_with_their_grammar(store):
    """What each document says is kept whole, so that it is read once."""
    with store.writer() as writer:
        writer.save(make_findings())
    with store.view() as view:
        assert view.readings() == make_findings().readings


def test_saving_twice_changes_nothing(store):
    """A second save of the same findings leaves the same ledger."""
    for _ in range(2):
        with store.writer() as writer:
            writer.save(make_findings())
    with store.view() as view:
        assert dump_ledger(view.findings()) == dump_ledger(make_findings())


def test_a_document_that_is_gone_leaves_nothing_behind(store):
    """Findings without a document replace findings with it."""
    findings = make_findings()
    with store.writer() as writer:
        writer.save(findings)
        kept = findings.readings[:1]
        writer.save(replace(findings, readings=kept))
    with store.view() as view:
        assert [each.document for each in view.findings().readings] == [kept[0].document]
        assert len(view.readings()) == 1


def test_an_error_inside_the_block_leaves_the_ledger_as_it_was(store):
    """All or nothing."""
    with store.writer() as writer:
        writer.save(make_findings())
    with pytest.raises(ZeroDivisionError), store.writer() as writer:
        writer.save(replace(make_findings(), claims=(), questions=())) or 1 / 0
    with store.view() as view:
        assert view.findings().claims == make_findings().claims


def test_judgements_of_persons_survive_a_new_build(store):
    """Rules' judgements are made anew by each build, a person's line stays."""
    with store.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
        writer.save(make_findings())
        writer.save(make_findings())
    with store.view() as view:
        assert view.judgements() == (PERSONS_JUDGEMENT,)
        assert view.findings().resolution.judgements == make_findings().resolution.judgements


WORDS = st.text(max_size=6)


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS, st.integers(0, 3)), max_size=8),
    st.sampled_from(["", " ", "\U0001f6a2", "\n"]),
)
def test_every_parse_unpacks_to_itself(words, gap):
    """Whatever the words, tags and gaps: packing loses nothing."""
    text, tokens = "", []
    for index, (word, lemma, tag, head) in enumerate(words):
        start, text = len(text), text + word
        shown = word if head else tag
        tokens.append(
            Token(index, start, len(text), shown, lemma, tag, tag, lemma, min(head, len(words) - 1), tag, index)
        )
        text += gap
    document = make_document(text)
    sentences = tuple(Sentence(each.index, each.index, each.index + 1, each.start, each.end) for each in tokens)
    entities = tuple(Entity(each.index, each.index + 1, each.start, each.end, each.tag) for each in tokens)
    parse = Parse(document.id, tuple(tokens), sentences, entities, "xx")
    assert unpack_parse(document, "xx", pack_parse(document, parse)) == parse


def test_damaged_grammar_is_a_clear_refusal():
    """Bytes that are no grammar say which document and what to do."""
    with pytest.raises(LedgerError, match=r"a\.txt is damaged; build"):
        unpack_parse(make_document("Two were hurt."), "xx", b"no zlib")
