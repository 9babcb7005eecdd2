"""Copies and rewrites between documents, and independent reports that are neither."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model.lineage import DerivationKind
from accordingto.stages.lineage import trace_lineage
from tests.factory import make_document

WIRE = [
    "Rebels of the Harbour Legion left the town of Orlec on Monday after three days of heavy fighting.",
    "At least nine soldiers and four civilians were killed when a shell hit the market, the health ministry said.",
    "The army sent two columns of lorries along the coast road to bring food and water to the families.",
    "A bridge over the river Sarn collapsed during the night and cut the northern quarter off from help.",
    "Governor Rell Harrow said the port would stay closed until the engineers had cleared the mines.",
    "Thousands of people have fled to the hills since the Legion took the lighthouse in early March.",
    "Talks between the two sides are to begin next week in the capital under a retired judge.",
]
OTHER = [
    "Fighters pulled out of Orlec at the start of the week, ending a battle that began on Friday.",
    "Hospitals counted thirteen dead, most of them in uniform, according to health officials.",
    "“We will clear the mines first and open the port after that,” Governor Rell Harrow said.",
    "Aid reached the coast by truck late in the evening, residents said by telephone.",
    "The northern part of town cannot be reached because its only bridge is down.",
]
QUOTE = "“We will not leave one mine in the water of this harbour and we will not open it before,” Harrow said."
EARLY, LATE = date(2014, 3, 3), date(2014, 3, 5)


def _make(sentences, uri, **known):
    return make_document("\n".join(sentences), uri, **known)


def _only(*documents):
    (found,) = trace_lineage(documents).derivations
    return found


def test_a_copy_with_its_tail_cut_came_from_the_longer_text():
    """Without dates the one that has less is the copy."""
    whole, cut = _make(WIRE, "a.txt"), _make(WIRE[:4], "b.txt")
    found = _only(cut, whole)
    assert (found.document, found.source) == (cut.id, whole.id)
    assert (found.kind, found.whole) == (DerivationKind.COPY, True)


def test_the_earlier_document_is_the_source():
    """Dates outrank length."""
    first, second = _make(WIRE[:5], "a.txt", published=EARLY), _make(WIRE, "b.txt", published=LATE)
    assert _only(second, first).document == second.id


def test_the_credited_document_is_the_source():
    """A credit outranks dates: a paper may be dated before the agency's own last version."""
    paper = _make([*WIRE, "Source: AFP"], "a.txt", outlet="Coast Herald", published=EARLY)
    agency = _make(WIRE, "b.txt", outlet="AFP", published=LATE)
    found = [each for each in trace_lineage([paper, agency]).derivations if each.source is not None]
    assert [(each.document, each.source) for each in found] == [(paper.id, agency.id)]


def test_evidence_stands_in_the_derived_document():
    """The shared passage is pointed at where the reader of the copy finds it."""
    first = _make(WIRE, "a.txt", published=EARLY)
    copy = _make(["Orlec is free again, and nobody knows for how long.", *WIRE[1:]], "b.txt", published=LATE)
    found = _only(first, copy)
    assert copy.quote(found.evidence) == WIRE[1]


def test_a_reworded_text_is_a_rewrite():
    """Half of the words and the order of the facts are kept."""
    reworded = [
        "The Harbour Legion's rebels pulled out of Orlec on Monday after three days of fighting for the town.",
        "Nine soldiers and four civilians or more died when a shell hit the market, said the health ministry.",
        "To bring families food and water, the army sent lorries in two columns along the coast road.",
        "During the night a bridge over the Sarn collapsed, so that help cannot reach the northern quarter.",
    ]
    found = _only(_make(WIRE, "a.txt", published=EARLY), _make(reworded, "b.txt", published=LATE))
    assert (found.kind, found.whole) == (DerivationKind.REWRITE, True)


def test_independent_reports_of_one_event_are_not_derived():
    """They share names, figures and a quotation, and still two people went there."""
    left = _make([*OTHER, QUOTE], "a.txt", published=EARLY)
    right = _make([*WIRE[:2], QUOTE, *WIRE[4:]], "b.txt", published=LATE)
    assert trace_lineage([left, right]).derivations == ()


def test_a_passage_taken_over_does_not_fold_two_documents():
    """Two sentences of another report make a debt, not a copy."""
    debtor = _make([*OTHER, WIRE[1], WIRE[3]], "b.txt", published=LATE)
    lineage = trace_lineage([_make(WIRE, "a.txt", published=EARLY), debtor])
    assert [(each.document, each.whole) for each in lineage.derivations] == [(debtor.id, False)]
    assert len(lineage.origins) == 2


def test_a_sentence_given_to_an_agency_elsewhere_is_known_again():
    """What one paper credits, another took without a word."""
    known = "About 30 lamps of the lighthouse still burn, though nobody has counted those that were broken in the storm"
    given_ = f"{known}, the Associated Press reports."
    taken = "About 30 lamps of the old lighthouse still burn, although nobody has counted those that were broken."
    lender = _make([*OTHER, given_], "a.txt", outlet="Coast Herald")
    borrower = _make([WIRE[2], taken, WIRE[5]], "b.txt", outlet="Harbour Post")
    found = [each for each in trace_lineage([lender, borrower]).derivations if each.document == borrower.id]
    assert [(each.outlet, each.whole) for each in found] == [("Associated Press", False)]
    assert borrower.quote(found[0].evidence) == taken


def test_notices_that_come_back_for_weeks_are_no_evidence():
    """What stands on every page of a site says nothing of its reports."""
    notice = ["Anyone who saw the shooting is asked to call the harbour police at once on the number below."] * 1
    notice += ["Our reporters update this page every hour, and corrections are printed on the last page of the week."]
    pages = [
        _make(
            [f"In case {n} the court of district {n} heard {n} witnesses about a theft of cargo {n}.", *notice],
            f"{n}.txt",
            published=date(2014, n, 1),
        )
        for n in range(1, 6)
    ]
    assert trace_lineage(pages).derivations == ()


def test_two_papers_that_print_one_agency_are_one_origin():
    """Even where the agency's own text is not in the ledger, and the papers cut it to different sentences."""
    left = _make([*WIRE[:3], "Source: AFP"], "a.txt", outlet="Coast Herald")
    right = _make([*WIRE[3:], "AFP"], "b.txt", outlet="Harbour Post")
    (origin,) = trace_lineage([left, right]).origins
    assert origin.documents == tuple(sorted([left.id, right.id]))
    assert origin.outlet == "AFP"


def test_a_chain_of_copies_is_one_origin():
    """A from B and B from C: all three are one."""
    texts = [WIRE, WIRE[:6], WIRE[:5], OTHER]
    documents = [_make(text, f"{n}.txt", published=date(2014, 3, n + 1)) for n, text in enumerate(texts)]
    assert sorted(len(each.documents) for each in trace_lineage(documents).origins) == [1, 3]


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(5)))
def test_order_changes_nothing(order):
    """The same documents in any order give the same lineage, ids and all."""
    texts = [WIRE, WIRE[:5], OTHER, [*OTHER[:2], WIRE[1], WIRE[3]], [*WIRE[:4], "Source: AFP"]]
    documents = [_make(text, f"{n}.txt") for n, text in enumerate(texts)]
    assert trace_lineage([documents[at] for at in order]) == trace_lineage(documents)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("aB .,\n“”\"'(AFP)Source:-©1"), max_size=120), max_size=4))
def test_any_texts_have_a_lineage(texts):
    """Every document is in exactly one origin, and evidence lies inside the text, whatever the texts are."""
    documents = [make_document(text, f"{n}.txt") for n, text in enumerate(texts)]
    lineage = trace_lineage(documents)
    assert sorted(each for origin in lineage.origins for each in origin.documents) == sorted(d.id for d in documents)
    length = {each.id: len(each.text) for each in documents}
    assert all(each.evidence is None or each.evidence.end <= length[each.document] for each in lineage.derivations)


def test_briefs_of_one_sentence_are_one_origin():
    """The same long sentence, a word apart, is one text that three outlets print; a short one is anybody's."""
    brief = "Five people were killed in a blast at the market in Kelm on {}, police in the district said."
    days = ("Monday", "Monday evening", "Monday night")
    briefs = [make_document(brief.format(day), f"{day}.txt", outlet=day, published=EARLY) for day in days]
    assert len(trace_lineage(briefs).origins) == 1
    short = [make_document("Five people died, police said.", f"{day}.txt", outlet=day) for day in days]
    assert len(trace_lineage(short).origins) == len(days)
