"""Word lists with reasons: one folder a language, one commented YAML file a topic."""

from accordingto.lexicon.load import load_table

__all__ = ["load_table"]
