"""Times without days: 'now', 'recently', 'in the future'."""

import re

from accordingto.text.dates.context import Basis, Context, Rule, Vague
from accordingto.text.dates.patterns import pattern

_TIMES = {
    "PRESENT_REF": (
        r"(?:right_)?now|current|currently|at_present|present|presently|(?:at_)?the_moment|these_days|nowadays|already|"
        r"yet|at_this_time|this_time|this_point|to_date|still|(?:this_)(?:[a-z]+_)?moment"
    ),
    "PAST_REF": (
        r"(?:more_|most_|only_|just_)?recent(?:ly)?|previous(?:ly)?|once|earlier|(?:in_)?(?:the_)?past(?:_years)?|"
        r"former(?:ly)?|(?:at_)?(?:the|that)_time|then(?:_current)?|lately|ago|long_ago|some_time_ago|a_while_ago|"
        r"the_other_day|(?:several|many|some)_years_ago|so_far|before|prior|historic(?:al)?"
    ),
    "FUTURE_REF": (
        r"(?:as_)?soon(?:_as_possible)?|(?:in_)?(?:the_)?(?:near_|foreseeable_|not-too-distant_|immediate_)?future"
        r"(?:_[a-z]+)?|(?:the_)?(?:near|short|long|medium)[\s-]term|a_later_date|later|eventually|shortly|upcoming|"
        r"someday|from_time_to_time|coming_[a-z]+|some_day|subsequently|next|afterwards?"
    ),
}


def _rule(timex: str, words: str) -> Rule:
    def read(match: re.Match[str], context: Context) -> Vague:  # noqa: ARG001
        return Vague(timex)

    return Rule("vague", pattern(words), read, Basis.STATED, marked_only=True)


RULES = [_rule(timex, words) for timex, words in _TIMES.items()]
