"""Numbers that count nothing for their form: years, and parts of names, lists, addresses and telephone numbers."""

import re
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.text.numbers.words import WordNumber
from accordingto.text.openings import words_of
from accordingto.text.phrases import join_phrases, last_word

YEARS = range(1500, 2100)

_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|before|after|during|year|early|late|mid|between|through|the|and|to|for|than)"
    r"[\s-]+$|[(/\u2013-]$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[0-9]{4}")
_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")
_GLUED_BEFORE = re.compile(r"[^\W\d_][-\u2010\u2011]?$")
_GLUED_AFTER = re.compile(r"[^\W\d_]")
# '#22', '[3]', '2)', '4. The'.
_LISTED_BEFORE = re.compile(r"(?:#|\[)\s?$|(?:^|\n)\s{0,8}$")
# 'Image 1 of 12', '4 of 11 Anton Osrin': the numbers under a row of pictures.
_PICTURE_BEFORE = re.compile(
    r"(?:(?:^|\n)\s{0,8}|\b(?:image|photo|picture|slide|page|caption)\s)(?:\d{1,3}\s+of\s(?:/\s)?)?$", re.IGNORECASE
)
_PICTURE_AFTER = re.compile(r"\s+of\s+(?:/\s+)?\d{1,3}\s+(?:[A-Z]|/)")
_PICTURE_SECOND = re.compile(r"\d\s+of\s(?:/\s)?$")
_LISTED_AFTER = re.compile(r"\]|\.\s{1,3}[A-Z]|\)\s")
# '262-8477', '(317) 262'.
_PHONE_BEFORE = re.compile(r"(?:\d{3}[-.]|\(\d{3}\)\s?|\d{3}\.[A-Z]{4}\s\()$")
_PHONE_AFTER = re.compile(r"\)?[-.\s]\d{3}[-.]\d{4}\b|[-.]\d{4}\b")
_BLOCK_AFTER = re.compile(r"\s+block\s+(?:of|on)\b", re.IGNORECASE)
# 'Called 911', 'a 911 dispatcher'.
_EMERGENCY = "911"
_EMERGENCY_BEFORE = re.compile(r"\b(?:call(?:ed|ing|s)?|dial(?:ed|led|ing|s)?|phoned|to|the)\s$", re.IGNORECASE)
_EMERGENCY_AFTER = re.compile(r"\s(?:call(?:er)?|dispatch(?:er)?|operator|tape)s?\b")
_PHONE_DIGITS = (3, 4)


@cache
def _label_words() -> re.Pattern[str]:
    """'Camp 4', but not 'in the camp 30 people died': most of these words need their capital."""
    words = [str(word) for word in load_table("en", "numbers")["labels"]]
    small = [str(word) for word in load_table("en", "numbers")["small_labels"]]
    forms = [form for word in words for form in (word.capitalize(), word.upper())]
    return re.compile(rf"\b(?:{join_phrases([*forms, *small])})\.?\s+#?$")


def is_year(before: str, after: str, words: str, value: WordNumber) -> bool:
    """Whether four figures are a year: 'in 2014', 'the 2014 raid', but not 'some 2000 people'."""
    if _YEAR.fullmatch(words) is None or not value.is_in(YEARS):
        return False
    following = _NEXT_WORD.match(after)
    if following is not None and following.group(1) in load_table("en", "numbers")["counted"]:
        return following.group(1).endswith("s") and value.value % 100 != 0 and before.rstrip().endswith("the")
    return following is None or _YEAR_BEFORE.search(before) is not None or value.value % 50 != 0


def is_label(before: str, after: str, words: str) -> bool:
    """Whether figures are part of a name, an address, a list or a telephone number: 'T-72', 'Article 5', '#22'."""
    return words[:1].isdigit() and (
        _is_named(before, after)
        or _is_picture(before, after)
        or _is_listed(before, after)
        or _is_phone(before, after, words)
    )


def _is_named(before: str, after: str) -> bool:
    glued = _GLUED_BEFORE.search(before) is not None and not before.endswith(("mid-", "pre-", "the-"))
    named = glued or _GLUED_AFTER.match(after) is not None or _BLOCK_AFTER.match(after) is not None
    return named or (last_word(before) in words_of(_label_words()) and _label_words().search(before) is not None)


def _is_listed(before: str, after: str) -> bool:
    if before.endswith("#") or (before.endswith("[") and after.startswith("]")):
        return True
    return _LISTED_BEFORE.search(before) is not None and _LISTED_AFTER.match(after) is not None


def _is_picture(before: str, after: str) -> bool:
    if _PICTURE_BEFORE.search(before) is None:
        return False
    return _PICTURE_AFTER.match(after) is not None or (
        _PICTURE_SECOND.search(before) is not None and re.match(r"\s+[A-Z/]", after) is not None
    )


def _is_phone(before: str, after: str, words: str) -> bool:
    if words == _EMERGENCY:
        return _EMERGENCY_AFTER.match(after) is not None or _EMERGENCY_BEFORE.search(before) is not None
    if len(words) not in _PHONE_DIGITS:
        return False
    ahead = len(words) == _PHONE_DIGITS[0] and _PHONE_AFTER.match(after) is not None
    return ahead or _PHONE_BEFORE.search(before) is not None
