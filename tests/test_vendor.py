"""Licences are accepted by name or by a reason, and a known vulnerability is never passed over."""

import json

import pytest

from vendor.audit import read_answer, report
from vendor.licences import find_refused, is_allowed

ACCEPTED = {
    "allowed": {"MIT": ["MIT License"], "Zlib": []},
    "exceptions": {"pier": {"declares": "LGPL-3.0-only", "because": "imported, unchanged"}},
}


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("MIT License", True),
        ("MIT AND Zlib", True),
        ("MIT; Zlib", True),
        ("(GPL-2.0-only OR MIT)", True),
        ("MIT AND GPL-2.0-only", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_a_licence_is_accepted_whole_or_by_choice(licence, expected):
    """Of several licences that all hold each must be accepted; of several to choose from, one."""
    assert is_allowed(licence, {"MIT", "MIT License", "Zlib"}) is expected


def test_a_package_that_nobody_accepted_is_named():
    """With what it declares; an exception holds only for what it was written for."""
    assert find_refused({"pier": "LGPL-3.0-only", "buoy": "Zlib"}, ACCEPTED) == []
    (line,) = find_refused({"pier": "GPL-3.0-only"}, ACCEPTED)
    assert line.startswith("pier: 'GPL-3.0-only'")


def test_an_exception_that_nobody_needs_is_named():
    """The list does not outlive the packages."""
    (line,) = find_refused({"buoy": "MIT"}, ACCEPTED)
    assert line.startswith("pier: an exception")


def test_a_known_vulnerability_fails(capsys):
    """It is named with the version that mends it."""
    package = {"name": "pier", "version": "1.0", "vulns": [{"id": "PYSEC-2031-1", "fix_versions": ["1.1"]}]}
    assert report([package], 2, "pypi") == 1
    assert capsys.readouterr().err == "pier 1.0: PYSEC-2031-1; mended in: 1.1\n"
    assert report([{"name": "buoy", "version": "2.0", "vulns": []}], 2, "pypi") == 0


def test_a_service_that_was_not_reached_has_said_nothing():
    """pip-audit then prints a complaint instead of its answer."""
    assert read_answer("") == []
    assert read_answer(json.dumps({"dependencies": [{"name": "pier", "skip_reason": "not found"}], "fixes": []}))
