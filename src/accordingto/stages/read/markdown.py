"""Markdown: the words without their marks; front matter is what the file says of itself."""

import re

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from accordingto.stages.read.days import parse_day
from accordingto.stages.read.known import Page

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_markdown(text: str) -> Page:
    """A Markdown file as a page: a paragraph a line, links by their words, pictures and code left out."""
    front, body = _split_front(text.replace("\r\n", "\n"))
    lines, headings = [], []
    tokens = MarkdownIt("commonmark").parse(body)
    for opening, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            words = " ".join("".join(map(_words, token.children or ())).split())
            lines.append(words)
            if opening is not None and opening.type == "heading_open":
                headings.append(words)
    return Page(
        "\n".join(line for line in lines if line),
        title=_field(front, "title") or (headings[0] if headings and headings[0] == lines[0] else None),
        author=_field(front, "author"),
        outlet=_field(front, "publisher") or _field(front, "outlet"),
        url=_field(front, "url"),
        published=parse_day(_field(front, "published") or _field(front, "date") or ""),
        headings=frozenset(headings),
    )


def _split_front(text: str) -> tuple[dict[str, object], str]:
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    try:
        front = yaml.safe_load(found.group(1))
    except (yaml.YAMLError, ValueError, RecursionError):
        front = None
    return (front, text[found.end() :]) if isinstance(front, dict) else ({}, text)


def _field(front: dict[str, object], name: str) -> str | None:
    value = front.get(name)
    return str(value).strip() or None if value is not None else None


def _words(token: Token) -> str:
    """The words of one inline piece; a picture's text is not the article's."""
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline"} else ""
