"""Who relays an attribution: 'told Radio Otar', 'on Telegram', 'citing the ministry'."""

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document, Span
from accordingto.model.parse import Parse
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast, Figure
from accordingto.text.names import clean_name


def find_via(cast: Cast, document: Document, parse: Parse, attribution: Attribution) -> list[Figure | str]:
    """Who relays an attribution, outermost first: figures, or plain names such as platforms."""
    return [_relay(cast, document, parse, span) for span in attribution.via]


def _relay(cast: Cast, document: Document, parse: Parse, span: Span) -> Figure | str:
    text = clean_name(document.quote(span))
    known = words.platforms()
    platform = next((known[each] for each in text.lower().replace("’s", "").split() if each in known), None)
    if platform is not None:
        return platform
    figures = (cast.at(token.index) for token in parse.covered(span))
    return next((figure for figure in figures if figure is not None), text)
