"""'Also known as', 'call sign', 'whose real name is', 'a unit called': names given in so many words."""

import itertools
import re
from collections.abc import Sequence

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast, Figure, Held, Role, add_name
from accordingto.stages.resolve.kinds import holder_of
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.names import is_acronym
from accordingto.text.phrases import plain_letters

# What may stand between two names of one someone. At most 70 characters, so that it stays in one clause.
_BETWEEN = re.compile(
    r"^[\s,(–—-]*(?:(?:who|which|that|and|is|was|are|were|also|better|widely|formerly|previously|once|now|more|commonly|or|an?|the|"
    r"whose|his|her|its|their|goes|went|going|has|had|been|sometimes|simply|officially|locally)\s+){0,8}"
    r"(?:known(?:\s+\w+){0,3}\s+as|a\.?k\.?a\.?|alias|nicknamed|dubbed|called|named|(?:go(?:es|ing)?|went)\s+by(?:\s+the)?(?:\s+\w+){0,3}|"
    r"pseudonym|nom\s+de\s+guerre|call\s*sign|codename(?:d)?|real\s+name(?:\s+(?:is|was))?|born|formerly|or|"
    r"(?:known\s+by\s+(?:its|the|their)\s+(?:\w+\s+)?)?(?:acronym|initials|abbreviation)|short\s+for|for\s+short|whom?\s+(?:\w+\s+){1,4}call(?:s|ed)?|"
    r"(?:gave|gives|giving)\s+(?:his|her|their)\s+(?:\w+\s+)?name(?:\s+only)?\s+as|identified(?:\s+\w+){0,2}\s+as)"
    r"(?:\s+(?:the|as|of|by|is|was|pseudonym|name|call\s*sign|nom\s+de\s+guerre|nickname|alias))*[\s,“\"‘'(]*$",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"(?:known(?:\s+\w+){0,3}\s+as|named|called|nicknamed|dubbed|codenamed|(?:goes|go|going|went)\s+by(?:\s+the)?(?:\s+\w+){0,3}|"
    r"call\s*sign|pseudonym|alias|nom\s+de\s+guerre|(?:gave|gives|giving)\s+(?:his|her|their)\s+(?:\w+\s+)?name(?:\s+only)?\s+as|"
    r"identified(?:\s+\w+){0,2}\s+as)\s*(?:the\s+)?[,:“\"‘']?\s*$",
    re.IGNORECASE,
)
# One of these is in whatever that matches.
_NAMING_WORDS = ("name", "known", "called", "dubbed", "by", "sign", "pseudonym", "alias", "guerre", "identified")
# What only a person does or has: 'a member of the Legion, who gave his name as Tor' names no Legion.
_PERSONAL = re.compile(
    r"\b(?:who\s+(?:is|was|goes|gives|gave|has|had)|his|her|he|she|call\s*sign|nom\s+de\s+guerre|pseudonym|nicknamed)\b",
    re.IGNORECASE,
)
# ', a drug-trafficking gang known by its Spanish initials ': no preposition, or the name may be of something else.
_CALLED = re.compile(
    r"^,\s(?:an?|the)\s(?:(?!(?:of|in|from|for|by|with|at|on|and)\s)[\w’'-]+\s){0,5}?(?P<noun>[\w-]+),?\s"
    r"(?:(?:that|which)\sis\s)?(?:(?:better|also|widely|locally|commonly)\s)?"
    r"known\s(?:as|by\s(?:its|the|their)\s(?:\w+\s)?(?:acronym|initials|abbreviation|name))(?:\sthe)?[\s“\"‘']*$",
    re.IGNORECASE,
)
# Between most names stands a comma or a space; the shortest word for another name is 'or'.
SHORTEST_GAP, LONGEST_GAP = 2, 70
# How many words before the name its noun is looked for.
LONGEST_LOOK = 14
_NAMING_VERBS = frozenset({"know", "name", "call", "nickname", "dub", "codename", "go", "give", "identify"})


def join_aliases(cast: Cast, phrases: Sequence[NamePhrase]) -> None:
    """Two names with alias words between them name one."""
    text = cast.document.text
    for left, right in itertools.pairwise(phrases):
        gap = text[left.span.end : right.span.start]
        if len(gap) > LONGEST_GAP or len(gap.strip(" ,")) < SHORTEST_GAP or "\n" in gap:
            continue
        called = _CALLED.match(gap)
        if called is None and not _is_alias(text, left, gap) and not _is_short_form(text, left, right, gap):
            continue
        one, other = cast.at(left.first), cast.at(right.first)
        if called is not None and (one is None or not _fits(one, called["noun"])):
            continue
        if one is None or (one.kind is not ActorKind.PERSON and _PERSONAL.search(gap)):
            continue
        if other is None:
            other = _cast_alias(cast, right, one.kind)
        if one.kind is other.kind or len(other.full_name.split()) == 1:
            armed = called is not None and called["noun"].lower() in words.organisation_words("armed")
            kind = ActorKind.GROUP if armed else one.kind
            cast.join(one, other, f"'{left.text}'{gap}'{right.text}'").kind = kind


def _is_alias(text: str, left: NamePhrase, gap: str) -> bool:
    if gap.strip(" ,").lower() == "or":  # 'known as Tor Osrin or Tor Vale'
        return _NAMING.search(text[max(0, left.span.start - LONGEST_GAP) : left.span.start]) is not None
    return _BETWEEN.match(gap) is not None and gap.strip(" ,").lower() != "or"


def _fits(figure: Figure, noun: str) -> bool:
    """Whether somebody can be what the noun between the two names says: a gang is no person."""
    lower = noun.lower()
    if figure.kind is ActorKind.PERSON:
        return lower in words.nouns("person") or lower in words.roles()
    return lower in words.nouns("group", "outlet_nouns") or lower in words.organisation_words("civil")


def _is_short_form(text: str, left: NamePhrase, right: NamePhrase, gap: str) -> bool:
    """'the Dawn of Kell, or DKF,': an acronym set off by commas."""
    after = text[right.span.end : right.span.end + 1]
    return gap == ", or " and is_acronym(right.text) and not is_acronym(left.text) and after in {",", ".", ";", ")"}


def cast_introduced(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> None:
    """'a member known as Osrin', 'a unit called the Kell Guard': a noun and a naming word make someone of a name."""
    text = cast.document.text
    small = plain_letters(text).lower()
    # The whole pattern takes long to look for, and of its words a report has one or two.
    naming_words = [word for word in _NAMING_WORDS if word in small]
    for phrase in phrases:
        start = max(0, phrase.span.start - LONGEST_GAP)
        near = small[start : phrase.span.start]
        if not any(word in near for word in naming_words):
            continue
        before = text[start : phrase.span.start].rpartition("\n")[2]
        # 'who identified herself as Osrin's cousin' gives the name of another.
        naming = None if text.startswith(("'s", "’s"), phrase.span.end) else _NAMING.search(before)
        noun = None if naming is None else _introducer(parse, phrase, personal=_is_personal(before))
        kind = None if noun is None else _kind_of(noun)
        figure = cast.at(phrase.first)
        if noun is None or kind is None or (_is_sure(figure) and figure is not None and figure.kind is not kind):
            continue
        figure = figure or _cast_alias(cast, phrase, kind)
        figure.kind, figure.sure = kind, True
        figure.roles.append(Role(noun.lemma))
        cast.held.append(Held(figure, noun.index, phrase.span))
        cast.mention(figure, parse.span(noun.index, noun.index), MentionForm.DESCRIPTION, [noun.index])


def _is_sure(figure: Figure | None) -> bool:
    return figure is not None and " " in figure.full_name


def _is_personal(before: str) -> bool:
    """Whether the words since the last comma tell of a person: ', who goes by the call sign'."""
    return _PERSONAL.search(before.rpartition(",")[2]) is not None


def _introducer(parse: Parse, phrase: NamePhrase, *, personal: bool) -> Token | None:
    """The noun that the naming word speaks of: 'member' in 'a member of the group, named Osrin'."""
    sentence = parse.sentences[parse.tokens[phrase.first].sentence]
    window = range(max(sentence.first, phrase.first - LONGEST_LOOK), phrase.first)
    wanted = {ActorKind.PERSON} if personal else {ActorKind.PERSON, ActorKind.GROUP}
    for index in reversed(window):
        if parse.tokens[index].lemma in _NAMING_VERBS:
            for over in parse.ancestors(index):
                if _kind_of(parse.tokens[over]) in wanted and over < phrase.first:
                    return holder_of(parse.tokens[over], parse)
            break
    nouns = [parse.tokens[index] for index in window if _kind_of(parse.tokens[index]) in wanted]
    free = [noun for noun in nouns if noun.dep != "pobj" or parse.tokens[noun.head].lemma != "of"]
    return next(reversed(free or nouns), None)


def _kind_of(token: Token) -> ActorKind | None:
    if token.pos != "NOUN":
        return None
    if token.text.lower() in words.nouns("group") or token.lemma in words.nouns("group"):
        return ActorKind.GROUP
    if token.lemma in words.nouns("person") or token.lemma in words.roles():
        return ActorKind.PERSON
    return None


def _cast_alias(cast: Cast, phrase: NamePhrase, kind: ActorKind) -> Figure:
    figure = cast.add(Figure(kind))
    add_name(figure, phrase.text)
    cast.mention(figure, phrase.span, MentionForm.NAME, range(phrase.first, phrase.last))
    return figure
