"""The ledger as linked data: words by position and by quotation, and who each claim is from."""

import json

import pytest

from accordingto.export.formats import FORMATS
from tests.harbour import make_findings


@pytest.fixture(scope="module")
def graph():
    """The nodes of the ledger made by hand, by id."""
    document = json.loads(FORMATS["jsonld"].make(make_findings()).content)
    return {node["id"]: node for node in document["@graph"]}


def find(value, key):
    """Every value of a key, however deep."""
    met = [value[key]] if isinstance(value, dict) and key in value else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*met, *(each for part in inner for each in find(part, key))]


def test_every_quotation_stands_where_its_position_says(graph):
    """The two selectors of a target point at the same words."""
    targets = [target for node in graph.values() for target in _targets(node)]
    assert targets
    for target in targets:
        position, quote = target["selector"]
        text = graph[target["source"]]["schema:text"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def _targets(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    here = [value] if isinstance(value, dict) and "selector" in value else []
    return [*here, *(target for each in inner for target in _targets(each))]


@pytest.mark.parametrize("key", ["prov:agent", "prov:wasAttributedTo", "prov:wasQuotedFrom", "ledger:subject"])
def test_what_a_node_points_at_is_in_the_graph(graph, key):
    """No link leads nowhere."""
    named = [each for node in graph.values() for each in find(node, key)]
    assert named
    assert set(named) <= set(graph)


def test_a_claim_is_its_claimers_and_not_the_outlets(graph):
    """PROV-O says who said it; the document only holds the words."""
    claims = [node for node in graph.values() if "ledger:Claim" in node["type"]]
    for claim in claims:
        annotation = graph[claim["prov:wasQuotedFrom"]]
        assert claim.get("prov:wasAttributedTo") == annotation["body"].get("prov:agent")


def test_a_derivation_names_its_kind(graph):
    """A copied document points at what it came from, and says how."""
    kinds = [each["type"][1] for node in graph.values() for each in node.get("prov:qualifiedDerivation", [])]
    assert kinds
    assert set(kinds) <= {"ledger:Copy", "ledger:Rewrite", "ledger:Translation", "ledger:Credit"}


def test_every_key_has_a_meaning(graph):
    """A key that no context knows is lost when the document is expanded."""
    known = {"id", "type", "motivation", "target", "body", "source", "selector", "start", "end", "exact", "prefix"}
    keys = {key for node in graph.values() for key in _keys(node)}
    assert {key for key in keys if ":" not in key} <= known | {"suffix"}


def _keys(value):
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in _keys(each)}
    return {key for each in value for key in _keys(each)} if isinstance(value, list) else set()
