"""Document -> Parse: the only room that knows the parser."""

from accordingto.stages.parse.spacy_parse import DEFAULT_MODEL, load_parser, parse

__all__ = ["DEFAULT_MODEL", "load_parser", "parse"]
