"""JSON-LD: W3C Web Annotation selectors for the words, PROV-O for who it came from, our own terms for the rest.

Every object of the JSON export is a node, ``urn:accordingto:`` and its id. Attributions are annotations: they target
the words of source, cue and content by position and by quotation, and their body is what was found. What PROV-O has
no word for (stance, question, answer) is in the vocabulary ``ledger:``, whose terms are the JSON export's keys.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from accordingto.export.coded import Export
from accordingto.export.ledger_json import render_ledger
from accordingto.model.findings import Findings
from accordingto.text.escaped import escape_json

Node = dict[str, Any]

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "prov": "http://www.w3.org/ns/prov#",
        "schema": "http://schema.org/",
        "ledger": "urn:accordingto:terms:",
    },
]
# Characters before and after a quotation, so that it is found again where the text around it has moved.
_AROUND = 32
_AGENTS = {"person": "prov:Person"}
_PARTS = ("source", "cue", "content")


def export_jsonld(findings: Findings) -> Export:
    """The whole ledger as one JSON-LD document with a graph of nodes."""
    graph = list(link_ledger(render_ledger(findings)))
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return Export((escape_json(text) + "\n").encode("utf-8"))


def link_ledger(ledger: Mapping[str, Any]) -> Iterator[Node]:
    """The nodes of a ledger in the order of the JSON export, origins first.

    Args:
        ledger: as ``accordingto-ledger/1`` has it.
    """
    texts = {each["id"]: each["text"] for each in ledger["documents"]}
    attributions = {each["id"]: each for each in ledger["attributions"]}
    yield from _link_origins(ledger["documents"])
    makers: tuple[tuple[str, Callable[[Node], Node]], ...] = (
        ("documents", lambda each: _link_document(each, texts)),
        ("actors", lambda each: _link_actor(each, texts)),
        ("attributions", lambda each: _link_attribution(each, texts)),
        ("events", lambda each: _link_event(each, texts)),
        ("claims", lambda each: _link_claim(each, attributions[each["attribution"]], texts)),
        ("questions", _link_question),
    )
    for kind, make in makers:
        yield from map(make, ledger[kind])


def _name(identifier: str | None) -> str | None:
    return None if identifier is None else f"urn:accordingto:{identifier}"


def _without_nothing(node: Node) -> Node:
    """JSON-LD says nothing by leaving out."""
    return {key: value for key, value in node.items() if value not in (None, [], {})}


def _own(value: Any) -> Any:
    """The same with our own terms for keys: a key that no context knows is lost when JSON-LD is expanded."""
    return {f"ledger:{key}": _own(met) for key, met in value.items()} if isinstance(value, dict) else value


def _target(document: str, span: Iterable[int], texts: Mapping[str, str], part: str | None = None) -> Node:
    """Words of a document, by their position in code points and by themselves."""
    start, end = span
    text = texts[document]
    quote = {"type": "TextQuoteSelector", "exact": text[start:end]}
    quote |= {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    selectors = [{"type": "TextPositionSelector", "start": start, "end": end}, quote]
    target = {"type": "SpecificResource", "source": _name(document), "selector": selectors, "ledger:part": part}
    return _without_nothing(target)


def _link_origins(documents: Iterable[Node]) -> Iterator[Node]:
    members: dict[str, list[str | None]] = {}
    for each in documents:
        members.setdefault(each["origin"], []).append(_name(each["id"]))
    for origin, found in sorted(members.items()):
        yield {"id": _name(origin), "type": ["prov:Collection", "ledger:Origin"], "prov:hadMember": found}


def _link_document(document: Node, texts: Mapping[str, str]) -> Node:
    published = document["published"] or {}
    derivations = [_link_derivation(document["id"], each, texts) for each in document["derived_from"]]
    return _without_nothing(
        {
            "id": _name(document["id"]),
            "type": ["prov:Entity", "schema:Article"],
            "schema:url": document["url"],
            "schema:name": document["title"],
            "schema:author": document["author"],
            "schema:publisher": document["publisher"],
            "schema:inLanguage": document["language"],
            "schema:text": document["text"],
            "ledger:uri": document["uri"],
            "ledger:published": _own(published),
            "prov:wasDerivedFrom": [_name(each["document"]) for each in document["derived_from"] if each["document"]],
            "prov:qualifiedDerivation": derivations,
        }
    )


def _link_derivation(document: str, derivation: Node, texts: Mapping[str, str]) -> Node:
    evidence = derivation["evidence"]
    return _without_nothing(
        {
            "type": ["prov:Derivation", f"ledger:{derivation['kind'].capitalize()}"],
            "prov:entity": _name(derivation["document"]),
            "schema:publisher": derivation["publisher"],
            "ledger:evidence": None if evidence is None else _target(document, evidence, texts),
        }
    )


def _link_actor(actor: Node, texts: Mapping[str, str]) -> Node:
    reference = actor["reference"] or {}
    return _without_nothing(
        {
            "id": _name(actor["id"]),
            "type": ["prov:Agent", _AGENTS.get(actor["kind"], "prov:Organization")],
            "schema:name": actor["name"],
            "schema:alternateName": [each for each in actor["names"] if each != actor["name"]],
            "ledger:kind": actor["kind"],
            "ledger:affiliations": [_name(each) for each in actor["affiliations"]],
            "ledger:mentions": [_mention(each, texts) for each in actor["mentions"]],
            "ledger:reference": _own(reference),
        }
    )


def _mention(mention: Node, texts: Mapping[str, str]) -> Node:
    return _target(mention["document"], (mention["start"], mention["end"]), texts)


def _link_attribution(attribution: Node, texts: Mapping[str, str]) -> Node:
    document = attribution["document"]
    targets = [_target(document, span, texts, part) for part in _PARTS for span in attribution[part]]
    return {
        "id": _name(attribution["id"]),
        "type": ["Annotation", "ledger:Attribution"],
        "motivation": "identifying",
        "target": targets,
        "body": _without_nothing(
            {
                "type": "prov:Attribution",
                "prov:agent": _name(attribution["claimer"]),
                "ledger:via": attribution["via"],
                "ledger:form": attribution["form"],
                "ledger:stance": attribution["stance"],
                "ledger:hedged": attribution["hedged"],
                "ledger:rule": attribution["rule"],
            }
        ),
    }


def _link_event(event: Node, texts: Mapping[str, str]) -> Node:
    date = event["date"] or {}
    return _without_nothing(
        {
            "id": _name(event["id"]),
            "type": "schema:Event",
            "schema:name": event["label"],
            "schema:startDate": date.get("start"),
            "schema:endDate": date.get("end"),
            "schema:location": [_link_place(each) for each in event["places"]],
            "ledger:kind": event["kind"],
            "ledger:participants": [
                {"prov:agent": _name(each["actor"]), "ledger:role": each["role"]} for each in event["participants"]
            ],
            "ledger:mentions": [_mention(each, texts) for each in event["mentions"]],
        }
    )


def _link_place(place: Node) -> Node:
    point = {
        "schema:latitude": place["latitude"],
        "schema:longitude": place["longitude"],
        "ledger:geonames": place["geonames"],
    }
    return _without_nothing({"type": "schema:Place", "schema:name": place["name"], **point})


def _link_claim(claim: Node, attribution: Node, texts: Mapping[str, str]) -> Node:
    """A claim is its claimer's, quoted from the attribution; a later figure is a revision of the earlier one."""
    return _without_nothing(
        {
            "id": _name(claim["id"]),
            "type": ["prov:Entity", "ledger:Claim"],
            "prov:wasAttributedTo": _name(attribution["claimer"]),
            "prov:wasQuotedFrom": _name(claim["attribution"]),
            "prov:wasRevisionOf": [_name(each) for each in claim["supersedes"]],
            "ledger:evidence": _target(attribution["document"], claim["evidence"], texts),
            "ledger:stance": claim["stance"],
            "ledger:rule": claim["rule"],
            **_answered(claim),
        }
    )


def _answered(asked: Node) -> Node:
    """What a claim or a question is about, and for a claim the value that it gives."""
    (subject,) = asked["subject"].values()
    about = {"ledger:subject": _name(subject), "ledger:attribute": asked["attribute"]}
    return about | (_link_value(asked) if "value" in asked else {})


def _link_value(answer: Node) -> Node:
    value, scope = answer["value"], _without_nothing(answer["scope"])
    given = {"prov:agent": _name(value["actor"])} if "actor" in value else _own(value)
    return _without_nothing({"ledger:value": given, "ledger:scope": _own(scope)})


def _link_question(question: Node) -> Node:
    return _without_nothing(
        {
            "id": _name(question["id"]),
            "type": "ledger:Question",
            "ledger:status": question["status"],
            "ledger:reason": question["reason"],
            "ledger:answers": [
                {
                    "prov:hadMember": [_name(each) for each in answer["claims"]],
                    "ledger:origins": answer["origins"],
                    **_link_value(answer),
                }
                for answer in question["answers"]
            ],
            **_answered(question),
        }
    )
