"""The FollowTheMoney export: what it says, and that the real library accepts it (where it is installed)."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import accordingto.export.ftm
from accordingto.export.ftm import dump_ftm
from accordingto.export.ftm.actors import find_schema
from accordingto.export.ftm.entity import make_entity, render_date
from accordingto.model.actor import Actor, ActorKind, Affiliation, Reference
from accordingto.model.dates import DateRange
from tests.harbour import ARMY, FRONT, RAID, VARSK, WIRE, make_findings

CLAIM_SCHEMA = Path(accordingto.export.ftm.__file__).with_name("AttributedClaim.yaml")
EXPORTED = [json.loads(line) for line in dump_ftm(make_findings()).splitlines()]
BY_ID = {each["id"]: each for each in EXPORTED}


def of(schema):
    """The exported entities of one schema."""
    return [each for each in EXPORTED if each["schema"] == schema]


def test_every_line_is_an_entity_once():
    """Id, schema, and properties that are lists of texts; no id twice; every entity that is named is there."""
    assert len(BY_ID) == len(EXPORTED)
    for each in EXPORTED:
        assert {"id", "caption", "schema", "properties"} <= set(each)
        assert all(values and all(isinstance(v, str) for v in values) for values in each["properties"].values())


def test_documents_are_articles():
    """With their words, day and outlet."""
    wire = BY_ID[WIRE.id]
    assert wire["schema"] == "Article"
    assert wire["properties"]["bodyText"] == [WIRE.text]
    assert wire["properties"]["publisher"] == ["Harbour Wire"]
    assert wire["properties"]["publishedAt"] == ["2031-05-13"]


def test_actors_belong_to_others_with_the_words_that_show_it():
    """A person, a body, a membership with its proof, a mention in a document."""
    assert (BY_ID[VARSK.id]["schema"], BY_ID[FRONT.id]["schema"]) == ("Person", "Organization")
    [side] = of("Membership")
    assert side["properties"]["member"] == [VARSK.id]
    assert side["properties"]["organization"] == [FRONT.id]
    assert side["properties"]["summary"] == ["Dawn Front commander"]
    assert {each["properties"]["resolved"][0] for each in of("Mention")} >= {VARSK.id, FRONT.id, ARMY.id}


def test_events_have_days_places_and_participants():
    """As in the ledger."""
    assert BY_ID[RAID.id]["properties"] == {
        "name": ["raid on Orlec"],
        "startDate": ["2031-05-12"],
        "endDate": ["2031-05-13"],
        "location": ["Orlec", "Mar valley"],
        "country": ["zz"],
        "involved": [FRONT.id],
        "proof": [WIRE.id],
        "keywords": ["assault"],
    }


def test_claims_say_who_according_to_whom():
    """Claimer, relay, stance, bounds, words with their place, and the question."""
    denial = next(each for each in of("AttributedClaim") if each["properties"]["stance"] == ["denies"])
    assert denial["properties"]["claimer"] == [FRONT.id]
    assert denial["properties"]["numberLow"] == ["31"]
    start, end = (int(denial["properties"][each][0]) for each in ("quoteStart", "quoteEnd"))
    assert [WIRE.text[start:end]] == denial["properties"]["quote"] == ["denied this"]
    assert denial["properties"]["questionStatus"] == ["contested"]
    told = next(each for each in of("AttributedClaim") if "viaName" in each["properties"])
    assert told["properties"]["viaName"] == ["Telegram"]
    nobody = next(each for each in of("AttributedClaim") if each["properties"]["attribute"] == ["size"])
    assert "claimer" not in nobody["properties"]
    assert nobody["properties"]["hedged"] == ["true"]


def test_the_same_findings_give_the_same_text():
    """Byte for byte."""
    assert dump_ftm(make_findings()) == dump_ftm(make_findings())


ORGANISED = ActorKind.ORGANIZATION
LISTED = Reference("NK-1", "Orlec Mining", "Company", 0.9, (), "t.v1")


@pytest.mark.parametrize(
    ("actor", "schema"),
    [
        (Actor("a", "Tor Osrin", ActorKind.PERSON, ("Tor Osrin",)), "Person"),
        (Actor("a", "Mali", ActorKind.GOVERNMENT, ("Mali",)), "PublicBody"),
        (Actor("a", "Orlec Mining Ltd", ORGANISED, ("Orlec Mining Ltd",)), "Company"),
        (Actor("a", "Ltd", ORGANISED, ("Ltd",)), "Organization"),
        (Actor("a", "Orlec Mining", ORGANISED, ("Orlec Mining",), reference=LISTED), "Company"),
        (Actor("a", "Army", ORGANISED, ("Army",), (Affiliation("g", None, None, "resolve.body-of.v1"),)), "PublicBody"),
        (Actor("a", "Dawn Front", ActorKind.GROUP, ("Dawn Front",)), "Organization"),
    ],
)
def test_the_schema_of_an_actor(actor, schema):
    """Bodies of a state are public, companies show it in name or reference data."""
    assert find_schema(actor) == schema


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2031, 4, 3), date(2031, 4, 3), "2031-04-03"),
        (date(2031, 4, 1), date(2031, 4, 30), "2031-04"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2030, 12, 31), date(2031, 1, 1), None),
    ],
)
def test_a_date_is_as_precise_as_it_was(start, end, told):
    """Never a first day for a month."""
    assert render_date(DateRange(start, end)) == told


def test_nothing_empty_is_written():
    """No empty texts, no empty lists, nothing twice."""
    assert make_entity("a", "Person", "x", name=["a", " ", None, "a"], alias=[], title=None)["properties"] == {
        "name": ["a"]
    }


def test_the_reference_id_goes_with_the_actor():
    """As 'referents', and as the Wikidata id where it is one."""
    findings = make_findings()
    known = replace(VARSK, reference=Reference("Q42", "Ilen Varsk", "Person", 0.99, (), "t.v1"))
    actors = tuple(known if each.id == known.id else each for each in findings.resolution.actors)
    text = dump_ftm(replace(findings, resolution=replace(findings.resolution, actors=actors)))
    entity = next(each for each in map(json.loads, text.splitlines()) if each["id"] == known.id)
    assert (entity["referents"], entity["properties"]["wikidataId"]) == (["Q42"], ["Q42"])


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The library's own model with the project's schema beside it, as FTM_MODEL_PATH would have it."""
    library = pytest.importorskip(
        "followthemoney",
        reason="needs the extra [ftm]: apt-get install libicu-dev g++ pkg-config; pip install -e .[ftm]",
    )
    schemata = tmp_path_factory.mktemp("ftm") / "schema"
    shutil.copytree(Path(library.__file__).parent / "schema", schemata)
    shutil.copy(CLAIM_SCHEMA, schemata)
    from followthemoney.model import Model

    return Model(str(schemata))


def test_the_real_library_accepts_every_entity(model):
    """Schema and properties are known, values are clean, and what entities point at is of the right kind."""
    for each in EXPORTED:
        schema = model.get(each["schema"])
        assert schema is not None, each["schema"]
        schema.validate(each)
        for name, values in each["properties"].items():
            known = schema.properties[name]
            assert all(known.type.clean(value) is not None for value in values if value != "zz"), (name, values)
            if known.range is not None:
                assert all(model.get(BY_ID[value]["schema"]).is_a(known.range) for value in values), (name, values)


@pytest.mark.usefixtures("model")
def test_the_stock_model_accepts_all_but_the_claims():
    """A program without the project's schema loads the rest."""
    from followthemoney import model as stock

    for each in EXPORTED:
        if each["schema"] != "AttributedClaim":
            proxy = stock.get_proxy(each)
            assert proxy.schema.name == each["schema"]
            assert set(each["properties"]) <= set(proxy.schema.properties)
            assert proxy.caption


def test_claims_can_be_followed(model):
    """Each claim is a proxy that knows its subject."""
    from followthemoney.proxy import EntityProxy

    proxies = [EntityProxy(model.get(each["schema"]), each) for each in EXPORTED]
    claims = [each for each in proxies if each.schema.name == "AttributedClaim"]
    assert len(claims) == len(make_findings().claims)
    assert all(each.first("event") or each.first("actor") for each in claims)
