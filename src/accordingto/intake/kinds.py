"""What a file is, by the ending of its name."""

from accordingto.stages.read import FORMATS

# Files that hold documents rather than being one.
_HOLDERS = {
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wacz": "wacz",
    ".zip": "zip",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".opml": "feed",
    ".xml": "feed",
}
ENDINGS = (*(ending for ending in FORMATS if ending), *_HOLDERS)


def find_holder(name: str) -> str | None:
    """What kind of holder of documents a file is; ``None`` for one that is a document itself, or nothing known."""
    lower = name.lower()
    return next((kind for ending, kind in _HOLDERS.items() if lower.endswith(ending)), None)


def find_form(suffix: str) -> str | None:
    """As what a document is read; ``None`` when files of this kind are not read."""
    return FORMATS.get(suffix.lower())
