"""Words under a picture and the credit of its owner."""

import re
from collections.abc import Iterator
from functools import cache

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph
from accordingto.text.outlets import outlet_names
from accordingto.text.phrases import join_phrases, starts_with, words

_LONGEST_CAPTION = 70  # words; no caption of a news page is longer, and a paragraph that is, is the report
_LONGEST_CREDITED = 40  # words; of a longer paragraph with a picture's credit at its end only the credit goes
_TAIL = 130  # characters in which a credit at the end is looked for
_OPENERS = "The|A|An|In|On|At|This|These|That|It|He|She|They|People|Some|Many|From|After|Before|When|As|More"
_NO_CAPTION = "Institute|Foundation|Television|Radio|News|Agency|President|Chief|Editor|Journalist|Photographer"
# 'The rebels have left', 'The army claimed': words that tell more than a picture shows. Captions that describe it are
# in the present: 'A guard stands …'.
_TELLS = re.compile(r"\b(?:has|have|had|was|were|did|could|would|said|\w{2,}ed)\b")
# One of these stands in every line that speaks of a picture; see the list "pictures".
_PICTURES = ("photo", "picture", "image", "still", "grab", "screenshot")
_PICTURE_AGENCIES = ("Getty Images", "Getty", "EPA", "PA", "Rex Features")


def find_captions(paragraphs: tuple[Paragraph, ...]) -> Iterator[Segment]:
    """Lines that only a picture explains; of one that reports like any other sentence only the credit before it."""
    styled = any(_credit_first().match(each.text) for each in paragraphs)
    for each in paragraphs:
        if len(each.words) > _LONGEST_CAPTION:
            continue
        credit = _credit_first().match(each.text) or (_credit_then_name().match(each.text) if styled else None)
        if credit is not None:
            tells = _TELLS.search(each.text, credit.end("credit"))
            within = credit.span("credit") if tells else None
            yield each.mark(Zone.CAPTION, "read.caption-after-credit.v2", within)
            continue
        rule = _caption_rule(each)
        if rule is not None:
            yield each.mark(Zone.CAPTION, rule)
            continue
        tail = max(0, len(each.text) - _TAIL)
        marked = any(mark in each.text[tail:] for mark in "/)]")
        credit = _credit_last().search(each.text, tail) if marked else None
        if credit is not None:
            whole = len(each.words) <= _LONGEST_CREDITED
            yield each.mark(Zone.CAPTION, "read.caption-before-credit.v1", None if whole else credit.span())


def _caption_rule(line: Paragraph) -> str | None:
    lower = line.text.lower()
    if starts_with("zones", "caption_starts").match(line.text):
        return "read.caption-opening.v1"
    if _labelled().match(line.text):
        return "read.caption-label.v1"
    # Most lines speak of no picture; the pattern is slow where it fails.
    if any(each in lower for each in _PICTURES) and _in_picture().search(line.text) and ". " not in line.text:
        return "read.caption-of-picture.v1"
    return None


@cache
def _labelled() -> re.Pattern[str]:
    """'Photo: Dana Ostrel', '(Photo by …', but no 'Photos show'."""
    labels = join_phrases(words("zones", "caption_labels"))
    return re.compile(rf"\W{{0,2}}(?:{labels})(?:\s?:|\s+(?:by|courtesy|credit|copyright)\b)", re.IGNORECASE)


@cache
def _credit_first() -> re.Pattern[str]:
    """'AP:Associated Press The rebels have …', 'Reuters In 2009 the town …': no verb after the agency."""
    names = join_phrases([*outlet_names(agencies_only=True), *_PICTURE_AGENCIES])
    code = r"[A-Z]{2,12}\s?:\s?"
    return re.compile(rf"(?P<credit>{code}(?:{names})(?=\s+[A-Z])|(?:{names})(?=\s+(?:{_OPENERS})\s))")


@cache
def _credit_then_name() -> re.Pattern[str]:
    """'Reuters Free Harbour Legion has declared …': believed only where the page has a sure one of its kind."""
    names = join_phrases([*outlet_names(agencies_only=True), *_PICTURE_AGENCIES])
    return re.compile(rf"(?P<credit>{names})\s+(?!{_NO_CAPTION})[A-Z][a-z]+\s")


@cache
def _credit_last() -> re.Pattern[str]:
    """'… in the harbour. (AFP/Getty Images)', '… (AP Photo/Dana Ostrel)', '… Dana Ostrel/AP Dana Ostrel/AP'."""
    owners = join_phrases(words("zones", "photo_credits"))
    agencies = join_phrases(outlet_names(agencies_only=True))
    bracket = rf"[(\[][^()\[\]]{{0,60}}\b(?:{owners})\b[^()\[\]]{{0,60}}[)\]]\W{{0,2}}$"
    pair = rf"(?i:{agencies})\s?/\s?(?:{owners})\W{{0,2}}$"
    person = rf"(?:[A-Z][\w'’.-]+\s){{1,3}}?[A-Z][\w'’.-]+\s?/\s?(?:{agencies}|Getty Images|Getty|EPA)\W{{0,2}}$"
    return re.compile(rf"(?:(?i:{bracket})|{pair}|{person})")


@cache
def _in_picture() -> re.Pattern[str]:
    """'… in this photo', '… appear in a photo obtained by …' at the end: the reader has the picture in view."""
    pictures = join_phrases(words("zones", "pictures"))
    sources = join_phrases(words("zones", "picture_sources"))
    poses = "seen|shown|pictured|appears?|stands?|sits?|walks?"
    deictic = rf"\b(?:{poses})\b[^.\n]{{0,80}}\bin this (?:\w+\s){{0,2}}(?:{pictures})\b"
    given = rf"\bin an? (?:\w+\s){{0,2}}(?:{pictures})\s(?:\w+ly\s)?(?:{sources})\b[^,;]{{0,60}}$"
    return re.compile(rf"(?:{deictic}|{given})", re.IGNORECASE)
