"""The word lists as YAML reads them."""

from importlib.resources import files

import pytest

from accordingto.lexicon import load_table

TOPICS = sorted(each.name.removesuffix(".yaml") for each in files("accordingto.lexicon").joinpath("en").iterdir())


def _words(node):
    """Everything in a list, and every key, at any depth; values of single options are no words."""
    if isinstance(node, dict):
        yield from node
        for value in node.values():
            if isinstance(value, dict | list):
                yield from _words(value)
    elif isinstance(node, list):
        for value in node:
            yield from _words(value) if isinstance(value, dict | list) else (value,)


@pytest.mark.parametrize("topic", TOPICS)
def test_no_word_is_read_as_true_or_false(topic):
    """A bare 'on', 'no' or 'yes' is a truth value to YAML, and the rule that lists it would never fire."""
    assert not [word for word in _words(load_table("en", topic)) if isinstance(word, bool)]
