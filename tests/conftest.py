"""What tests of several rooms share."""

import os
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

from tests.postgresql import find_programs, running

_SCHEMAS = count(1)

# No test asserts a time: a machine that others keep busy is no reason to fail.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server for this run of the tests."""
    programs = find_programs()
    if programs is None:
        told = "no PostgreSQL: install it as root with: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    with running(programs) as server:
        yield server


@pytest.fixture
def database(postgresql):
    """The address of a ledger that nobody has made yet, in a schema of its own."""
    return postgresql.address(schema=f"test_{next(_SCHEMAS)}")
