"""What each word is: its part of speech, its dictionary form. Worked out once for words of one form, tag and place.

spaCy asks some 150 rules of every word that it meets and looks each up in its tables, again and again; that is a third
of the time that its pipeline takes. Here the same rules and tables are asked when a word is new. Where a rule looks at
two words, or a pipeline is made otherwise, spaCy does the work.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# The components whose work is done here, and those that may stand beside them: none of these reads what they write.
RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_BESIDE = frozenset({"tok2vec", "transformer", "tagger", "parser", "ner", RULER, LEMMATIZER})
# What a rule may look at, so that words of one form, tag and place are all the same to it.
_LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
# Some 100 MB; a corpus of odd strings must not fill memory.
_MOST = 200_000


@dataclass(frozen=True, slots=True)
class Form:
    """A word as the grammar has it, but for where it stands; see ``Token``."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    morph: str


# The forms of all words of a text, white space among them.
ReadForms = Callable[["Doc"], list[Form]]


def plan_forms(language: "Language") -> tuple[ReadForms, tuple[str, ...]]:
    """How the words of a pipeline's texts are read, and which components need not run for it."""
    if _fits(language):
        return _Known(language).read, (RULER, LEMMATIZER)
    return _read_all, ()


def _fits(language: "Language") -> bool:
    """Whether a pipeline is made as that of the standard English models."""
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.pipeline import AttributeRuler

    names = language.pipe_names
    if not {RULER, LEMMATIZER} <= set(names) <= _BESIDE or names.index(RULER) > names.index(LEMMATIZER):
        return False
    ruler: Any = language.get_pipe(RULER)
    lemmatizer: Any = language.get_pipe(LEMMATIZER)
    is_usual = type(ruler) is AttributeRuler and type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule"
    return is_usual and all(_is_plain(word) for rule in _list_rules(ruler) for words in rule for word in words)


def _list_rules(ruler: Any) -> list[list[list[dict[str, Any]]]]:
    """Of each rule the runs of words that it looks for."""
    return [rule["patterns"] for rule in ruler.patterns]


def _is_plain(word: Mapping[str, Any]) -> bool:
    """Whether a rule's word asks for nothing but a form, a tag and a place in the sentence."""
    lower = word.get("LOWER", "")
    return word.keys() <= _LOOKED_AT and (isinstance(lower, str) or lower.keys() <= {"IN", "REGEX"})


class _Known:
    """The forms of words that were met before."""

    def __init__(self, language: "Language") -> None:
        from spacy.matcher import Matcher

        self._ruler: Any = language.get_pipe(RULER)
        self._lemmatizer: Any = language.get_pipe(LEMMATIZER)
        self._pairs = Matcher(language.vocab)  # the rules that look at several words
        singles: list[dict[str, Any]] = []
        for number, rule in enumerate(_list_rules(self._ruler)):
            if any(len(words) > 1 for words in rule):
                self._pairs.add(str(number), rule)
            else:
                singles += [words[0] for words in rule]
        self._named, self._shapes = _name_words(singles)
        self._rules: dict[tuple[str, int, int], list[int]] = {}
        self._forms: dict[tuple[int, int, int], Form] = {}

    def read(self, doc: "Doc") -> list[Form]:
        """The form of each word."""
        if self._pairs(doc, allow_missing=True):
            return _read_all(self._lemmatizer(self._ruler(doc)))
        columns = doc.to_array(["ORTH", "TAG", "DEP"]).T.tolist()
        known = self._forms
        return [known.get(key) or self._learn(doc[at]) for at, key in enumerate(zip(*columns, strict=True))]

    def _learn(self, token: "Token") -> Form:
        key = (token.orth, token.tag, token.dep)
        self._ruler.set_annotations(token.doc, [(rule, 0, token.i, token.i + 1) for rule in self._find_rules(token)])
        if token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        form = _read(token)
        if len(self._forms) < _MOST:
            self._forms[key] = form
        return form

    def _find_rules(self, token: "Token") -> list[int]:
        """The rules that speak of a word, the later ones last; words that no rule names are alike to all rules."""
        lower = token.lower_
        is_named = lower in self._named or self._shapes.search(lower) is not None
        key = (" " if token.is_space else lower if is_named else "", token.tag, token.dep)
        if key not in self._rules:
            self._rules[key] = [rule for rule, *_ in self._ruler.match(token.doc[token.i : token.i + 1])]
        return self._rules[key]


def _name_words(words: Sequence[Mapping[str, Any]]) -> tuple[frozenset[str], re.Pattern[str]]:
    """The words that rules name, and the shapes of those that they describe."""
    named: set[str] = set()
    shapes: list[str] = []
    for lower in (word["LOWER"] for word in words if "LOWER" in word):
        if isinstance(lower, str):
            named.add(lower)
        else:
            named.update(lower.get("IN", ()))
            shapes += [lower["REGEX"]] if "REGEX" in lower else []
    return frozenset(named), re.compile("|".join(f"(?:{each})" for each in shapes) or r"(?!)")


def _read_all(doc: "Doc") -> list[Form]:
    return [_read(token) for token in doc]


def _read(token: "Token") -> Form:
    return Form(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_, str(token.morph))
