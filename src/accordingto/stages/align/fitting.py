"""Whether a listed word names an event where it stands, and of which family, by what it is done to and who does it."""

from collections.abc import Iterable

from accordingto.model.parse import Parse, Token
from accordingto.stages.align.arguments import RELATIVES, object_heads, subject_heads
from accordingto.stages.align.entities import entity_at, is_place
from accordingto.stages.align.families import Family, Pattern, Words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What is said of gas and of prisoners: 'the release of ammonia', 'an escape of gas'.
# A strike on or against somebody is no walkout; so many sentences before may tell of one.
AIMED, AROUND = frozenset({"on", "against"}), 2
STUFFS = frozenset({"release", "escape"})


def find_family(parse: Parse, token: Token, family: str, words: Words) -> str:
    """The family, or the one that its words name with this object, doer or means.

    A town captured is occupied, a house attacked by a crowd is part of its riot, who is hit by bullets is shot.
    """
    named = words.families[family]
    return _by_doer(parse, token, named, words) or _by_circumstance(parse, token, named, words)


def _by_circumstance(parse: Parse, token: Token, named: Family, words: Words) -> str:
    """The family by what a crowd does, where, with what and to whom."""
    done_to, family = _done_to(parse, token), named.name
    if named.of_place is not None and any(
        parse.tokens[head].lemma.lower() in words.sets["grounds"] or is_place(parse, head) for head in done_to
    ):
        return named.of_place
    if named.of_crowd is not None:
        doers = {parse.tokens[head].lemma.lower() for head in _doers(parse, token)}
        if doers & words.sets["crowds"]:
            return named.of_crowd
        if named.of_street is not None and _is_in_streets(parse, token, words):
            return named.of_street
        if named.of_thing is not None:
            means = sorted(words.means[each] for each in doers if each in words.means)
            plain = family if any(_is_person(parse, head, words) for head in done_to) else named.of_thing
            return means[0] if means else plain
    counted = token.pos == "NOUN" and _is_counted(parse, token, words)
    if named.of_people is not None and (_is_anybody(parse, done_to, words) or (counted and not done_to)):
        return named.of_people
    return family


def _by_doer(parse: Parse, token: Token, named: Family, words: Words) -> str | None:
    """The family of what inmates, gases or workers do: a jail seized by its inmates, ammonia that escapes, a strike."""
    if named.of_inmates is not None and (
        _is_done_by(parse, token, words.sets["inmates"]) or _is_in_prison(parse, token, words)
    ):
        return named.of_inmates
    if named.of_stuff is not None and _is_done_by(parse, token, words.sets["stuff"]):
        return named.of_stuff
    if named.name == "attack" and token.lemma == "open" and _is_aimed_at_people(parse, token, words):
        return "shooting"
    if named.of_gas is not None and _has(parse, object_heads(parse, token.index), words.sets["dispersers"]):
        return named.of_gas
    if named.of_labour is not None and token.lemma.lower() == "strike" and token.pos == "NOUN":
        return named.of_labour if _is_walkout(parse, token, words) else None
    return None


def _is_aimed_at_people(parse: Parse, verb: Token, words: Words) -> bool:
    """'Opened fire on a crowd' is shooting; a ship may be fired on with anything."""
    below = [c for child in parse.children[verb.index] for c in (child, *parse.children[child])]
    aims = [c for each in below if parse.tokens[each].lemma in {"on", "at"} for c in parse.children[each]]
    return any(_is_person(parse, c, words) or parse.tokens[c].lemma.lower() in words.sets["crowds"] for c in aims)


def _is_done_by(parse: Parse, token: Token, whom: frozenset[str]) -> bool:
    """Whether those of a list do it: 'inmates seized', 'gas escaped', 'the release of gas', 'gas was released'."""
    heads = _doers(parse, token)
    if token.lemma.lower() in STUFFS:
        heads = heads + _done_to(parse, token)
    return any(parse.tokens[head].lemma.lower() in whom for head in heads)


def _is_in_prison(parse: Parse, token: Token, words: Words) -> bool:
    """'A riot at the Orvel jail', 'the prison riot'."""
    if token.pos not in {"NOUN", "PROPN"} or token.lemma.lower() not in words.sets["unrests"]:
        return False
    around = [*parse.children[token.index], *(parse.children[token.head] if token.dep in SUBJECTS else ())]
    near = [c for child in around for c in (child, *parse.children[child])]
    return any(parse.tokens[c].lemma.lower() in words.sets["prisons"] for c in near)


def _is_walkout(parse: Parse, noun: Token, words: Words) -> bool:
    """'A rail strike', 'a strike by nurses', "the miners' strike", 'are on strike': no aircraft."""
    children = parse.children[noun.index]
    if noun.dep == "pobj" and parse.tokens[noun.head].lemma.lower() == "on" and not children:
        return True
    near = [c for child in children for c in (child, *parse.children[child])]
    first, last = parse.sentences[max(0, noun.sentence - AROUND)], parse.sentences[noun.sentence]
    aimed = any(parse.tokens[c].lemma.lower() in AIMED for c in children)
    around = () if aimed else range(first.first, last.last)
    return _has(parse, near, words.sets["labour"]) or _has(parse, around, words.sets["pickets"])


def _has(parse: Parse, indexes: Iterable[int], listed: frozenset[str]) -> bool:
    return any(parse.tokens[each].lemma.lower() in listed for each in indexes)


def _is_in_streets(parse: Parse, token: Token, words: Words) -> bool:
    """'Marched on the avenue', 'poured into the streets'."""
    below = (c for child in parse.children[token.index] for c in parse.children[child])
    return any(parse.tokens[c].dep == "pobj" and parse.tokens[c].lemma.lower() in words.sets["streets"] for c in below)


def _is_person(parse: Parse, head: int, words: Words) -> bool:
    token, entity = parse.tokens[head], entity_at(parse, head)
    named = entity is not None and entity.label == "PERSON"
    return named or token.lemma.lower() in words.people or token.lemma.lower() in words.sets["anyone"] - {"it"}


def _done_to(parse: Parse, token: Token) -> list[int]:
    below = [
        c for child in parse.children[token.index] if parse.tokens[child].lemma == "of" for c in parse.children[child]
    ]
    if below or token.dep != "xcomp":
        return below or object_heads(parse, token.index)
    # 'One person is believed to have been arrested'
    raised = [c for c in parse.children[token.head] if parse.tokens[c].dep == "nsubjpass"]
    return object_heads(parse, token.index) or raised


def _doers(parse: Parse, token: Token) -> list[int]:
    """Who or what does it: subjects of verbs, names after 'by', 'between' and 'of' of nouns."""
    links = {"by", "between"}
    by = [c for c in parse.children[token.index] if parse.tokens[c].lemma in links]
    found = [c for each in by for c in parse.children[each] if parse.tokens[c].dep == "pobj"]
    return found + (subject_heads(parse, token.index) if token.pos == "VERB" else [])


def _is_anybody(parse: Parse, done_to: list[int], words: Words) -> bool:
    """Whether those done to are protesters, or only numbers and people without a name."""
    heads = [parse.tokens[head] for head in done_to]
    if any(head.lemma.lower() in words.sets["crowds"] for head in heads):
        return True
    return bool(heads) and all(
        head.pos == "NUM" or (head.lemma.lower() in words.sets["anybody"] and _is_plain(parse, head)) for head in heads
    )


def _is_counted(parse: Parse, token: Token, words: Words) -> bool:
    """'One arrest', not 'four prior arrests'."""
    children = [parse.tokens[c] for c in parse.children[token.index]]
    earlier = any(child.lemma.lower() in words.sets["fresh"] for child in children)
    return not earlier and any(child.dep == "nummod" for child in children)


def _is_plain(parse: Parse, head: Token) -> bool:
    """'Six people', 'one person', 'men and women', not 'a man from Orvel' or 'the man'."""
    return {parse.tokens[c].dep for c in parse.children[head.index]} <= {"nummod", "cc", "conj", "amod"}


def fits(parse: Parse, token: Token, words: Words, pattern: Pattern, *, verbal: bool) -> bool:
    """Whether subject and object are of the sort that the word wants: a video is released too, and names no event."""
    if not verbal:
        return not _of_thing(parse, token, words, pattern) and not _is_gunfire(parse, token, words)
    lemma, objects = token.lemma.lower(), object_heads(parse, token.index)
    if lemma in words.unless and _is_excepted(parse, token, words):
        return False
    if token.tag == "VBG" and lemma == "surround":
        return False  # 'the waters surrounding the island'
    if lemma in words.sets["intransitive"] and pattern[1] is None and objects and token.tag != "VBN":
        return False
    return (
        _takes(parse, token, words, pattern, objects)
        and _is_among(parse, token, words, pattern)
        and _wants(parse, token, words, objects, words.families[pattern[0]].wants)
    )


def _takes(parse: Parse, token: Token, words: Words, pattern: Pattern, objects: list[int]) -> bool:
    """What a verb names by its shape: 'set off a bomb', not 'set off for the coast' nor 'were met with tear gas'."""
    lemma = token.lemma.lower()
    if lemma in words.sets["transitive"] and not objects:
        return False
    done_to = [each for each in objects if parse.tokens[each].lemma.lower() not in RELATIVES]
    if lemma in words.sets["objectless"] and pattern[1] is None and done_to:
        return False
    if lemma == "meet":
        below = (c for child in parse.children[token.index] for c in parse.children[child])
        return not any(parse.tokens[c].lemma.lower() in words.sets["met_with"] for c in below)
    return lemma != "break" or not _breaks_out(parse, token, words)


def _is_gunfire(parse: Parse, noun: Token, words: Words) -> bool:
    """'Under fire', 'opened fire', 'the firing of the coach': neither flames nor shots."""
    lemma, head = noun.lemma.lower(), parse.tokens[noun.head]
    if lemma not in {"fire", "firing"}:
        return False
    children = [parse.tokens[c] for c in parse.children[noun.index]]
    if lemma == "fire":
        named = any(
            c.dep == "det" or (c.dep == "compound" and c.lemma.lower() in words.only["collapse"]) for c in children
        )
        return not named or (noun.dep == "dobj" and head.lemma.lower() in words.sets["opened"])
    return any(c.lemma.lower() == "of" for c in children)


def _breaks_out(parse: Parse, token: Token, words: Words) -> bool:
    """'A riot broke out', 'fire broke out': nobody escapes."""
    subjects = _lemmas(parse, token, SUBJECTS)
    return any(each in words.nouns or each in words.sets["outbreaks"] for each in subjects)


def _lemmas(parse: Parse, token: Token, links: frozenset[str]) -> set[str]:
    return {parse.tokens[c].lemma.lower() for c in parse.children[token.index] if parse.tokens[c].dep in links}


def _wants(parse: Parse, token: Token, words: Words, objects: list[int], wants: str | None) -> bool:
    if (
        token.lemma.lower() == "take"
        and {parse.tokens[i].lemma.lower() for i in _parts(parse, objects)} & words.sets["remains"]
    ):
        return False
    if wants is not None and {parse.tokens[each].lemma.lower() for each in objects} & words.sets["things"]:
        return False
    return (
        wants != "person" or bool(objects) or any(parse.tokens[c].dep == "auxpass" for c in parse.children[token.index])
    )


def _is_somebody(parse: Parse, head: int, words: Words) -> bool:
    """A word for people, not a name: who beats Ilo Varn may have won an election."""
    lemma = parse.tokens[head].lemma.lower()
    return lemma in words.people or lemma in words.only["beat"] or lemma in words.sets["anyone"] - {"it"}


def _parts(parse: Parse, heads: list[int]) -> list[int]:
    """The bodies of 'three of the bodies'."""
    below = [c for head in heads for child in parse.children[head] for c in parse.children[child]]
    return [*heads, *below]


def _is_among(parse: Parse, token: Token, words: Words, pattern: Pattern) -> bool:
    """Ships sink, prices do too: whether the subject or object is of those that the word needs, or a name."""
    phrase = " ".join(each for each in (token.lemma.lower(), pattern[1]) if each is not None)
    needed = words.only.get(phrase)
    if needed is None:
        return True
    done_to, doers = object_heads(parse, token.index), subject_heads(parse, token.index)
    if "him" in needed:
        return any(_is_somebody(parse, head, words) for head in done_to)
    parties = [parse.tokens[each] for each in (*_parts(parse, done_to), *doers)]
    return any(each.lemma.lower() in needed or (each.pos == "PROPN" and "ship" in needed) for each in parties)


def _is_excepted(parse: Parse, token: Token, words: Words) -> bool:
    """'fought for freedom', 'fights alongside the army': a preposition that makes a word no event."""
    for child in parse.children[token.index]:
        if parse.tokens[child].lemma.lower() in words.unless[token.lemma.lower()]:
            below = [parse.tokens[c] for c in parse.children[child]]
            # 'fought for two days' counts days
            return not any(b.dep == "pobj" and b.lemma in {"day", "hour", "week", "month", "minute"} for b in below)
    return False


def _of_thing(parse: Parse, token: Token, words: Words, pattern: Pattern) -> bool:
    """'the release of a video', 'an exchange of views'."""
    if words.families[pattern[0]].wants is None:
        return False
    for child in parse.children[token.index]:
        each = parse.tokens[child]
        below = parse.children[child] if each.lemma.lower() == "of" else (child,) if each.dep == "compound" else ()
        if any(parse.tokens[c].lemma.lower() in words.sets["things"] for c in below):
            return True
    return False
