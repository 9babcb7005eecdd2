"""Where a ledger is: a path stays a path, an address says what belongs to us and what to the server."""

from pathlib import Path

import pytest

from accordingto.errors import UsageError
from accordingto.model.place import ServerPlace, beside, parse_place


@pytest.mark.parametrize("words", ["raid.ledger", "/srv/raid.ledger", "mysql:raid", "postgresql.ledger"])
def test_a_path_is_a_path(words):
    """What has no scheme of PostgreSQL is a file."""
    assert parse_place(words) == Path(words)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_an_address_is_a_schema_of_a_database(scheme):
    """User, host, port and options of the server are kept; schema and folder are taken out."""
    place = parse_place(f"{scheme}://ada:secret@db.example:5433/archive?schema=orlec&folder=/srv&sslmode=require")
    assert isinstance(place, ServerPlace)
    assert place.address == "postgresql://ada:secret@db.example:5433/archive?sslmode=require"
    assert (place.database, place.schema, place.folder) == ("archive", "orlec", Path("/srv"))
    assert place.name == "archive.orlec"


def test_a_password_is_never_shown():
    """What a person sees of an address."""
    place = parse_place("postgresql://ada:se:cret@db.example/archive?password=secret")
    assert str(place) == "postgresql://ada@db.example/archive"


@pytest.mark.parametrize(
    "words",
    [
        "postgresql://db.example",
        "postgresql://db.example/",
        "postgresql://db.example/a/b",
        "postgresql://db.example:port/a",
        "postgresql://db.example/a?schema=Or lec",
        'postgresql://db.example/a?schema="x"',
        "postgresql://[::1/a",
    ],
)
def test_an_address_that_is_none_is_refused(words):
    """One line with an example, and without a password."""
    with pytest.raises(UsageError, match=r"write it like postgresql://|use small letters"):
        parse_place(words)


def test_files_stand_beside_a_file_or_in_the_folder_of_an_address():
    """Sources, journals and accounts."""
    assert beside(Path("/srv/raid.ledger"), ".sources") == Path("/srv/raid.ledger.sources")
    assert beside(parse_place("postgresql:///raid"), ".sources") == Path("raid.sources")
    assert beside(parse_place("postgresql:///raid?folder=/srv"), ".reading") == Path("/srv/raid.reading")
