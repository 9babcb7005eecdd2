"""The names that others may import."""

import subprocess
import sys

import pytest

import accordingto


def test_public_names_are_sorted_and_complete():
    """``__all__`` is sorted, and every name in it has a home."""
    assert accordingto.__all__ == sorted(accordingto.__all__)
    assert set(accordingto.__all__) == set(accordingto._HOMES)


@pytest.mark.parametrize("name", accordingto.__all__)
def test_each_public_name_is_there(name):
    """It can be imported, and says what it is for."""
    assert getattr(accordingto, name).__doc__


def test_other_names_are_not_there():
    """A slip is an error as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'truth'"):
        _ = accordingto.truth


def test_importing_the_package_loads_nothing_heavy():
    """A script that only wants a type does not wait for a parser or a database."""
    script = "import sys, accordingto; accordingto.Document; print({'spacy', 'sqlalchemy', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "set()\n"
