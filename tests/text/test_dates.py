"""Which days the words of a report mean."""

from datetime import date

import pytest

from accordingto.model.dates import DateRange
from accordingto.text.dates import DayOrder, Relation, find_dates, infer_published

# A Monday.
PUBLISHED = DateRange(date(2023, 6, 5), date(2023, 6, 5))


def days(text, **options):
    """First and last day of each date found."""
    return [(str(found.date.start), str(found.date.end)) for found in find_dates(text, PUBLISHED, **options)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("22 May 2021", "2021-05-22", "2021-05-22"),
        ("the 22nd of May", "2023-05-22", "2023-05-22"),
        ("Monday 22 May", "2023-05-22", "2023-05-22"),
        ("on Oct. 3, 2014", "2014-10-03", "2014-10-03"),
        ("May 22-24", "2023-05-22", "2023-05-24"),
        ("in April 2014", "2014-04-01", "2014-04-30"),
        ("in March", "2023-03-01", "2023-03-31"),
        ("last November", "2022-11-01", "2022-11-30"),
        ("February last year", "2022-02-01", "2022-02-28"),
        ("since last year", "2022-01-01", "2022-12-31"),
        ("early on Thursday", "2023-06-01", "2023-06-01"),
        ("yesterday evening", "2023-06-04", "2023-06-04"),
        ("overnight", "2023-06-04", "2023-06-05"),
        ("this week", "2023-06-05", "2023-06-11"),
        ("two weeks ago", "2023-05-22", "2023-05-28"),
        ("more than two years ago", "2020-06-05", "2021-06-04"),
        ("the spring of 2022", "2022-03-01", "2022-05-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("earlier this year", "2023-01-01", "2023-06-05"),
        ("Easter", "2023-04-09", "2023-04-09"),
        ("Eid al-Fitr", "2023-04-20", "2023-04-22"),
        ("Ramadan 2023", "2023-03-21", "2023-04-21"),
        ("in the past week", "2023-05-29", "2023-06-05"),
    ],
)
def test_days(text, start, end):
    """An expression means the days that a reader of that day's paper takes it to mean, no fewer."""
    assert days(text) == [(start, end)]


def test_weekday_settles_day_and_month():
    """'Sunday (4/6)' is the fourth of June, for April the sixth was no Sunday."""
    assert days("It began on Sunday (4/6).") == [("2023-06-04", "2023-06-04")]


def test_habit_settles_day_and_month():
    """Without a weekday the outlet's habit decides which figure is the month."""
    assert days("on 3/4/2022") == [("2022-04-03", "2022-04-03")]
    assert days("on 3/4/2022", order=DayOrder.MONTH_FIRST) == [("2022-03-04", "2022-03-04")]


def test_counted_from_the_last_date_named():
    """'Three days earlier' counts from the day named before it, not from publication, and not from a whole year."""
    assert days("On 20 May they met. Three days earlier a boat sank.")[1] == ("2023-05-17", "2023-05-17")
    assert days("On 20 May, the first time since 2019, they met. The next day rain fell.")[2] == (
        "2023-05-21",
        "2023-05-21",
    )


def test_future():
    """A weekday after 'will' is the next one."""
    assert days("The court will decide on Friday.") == [("2023-06-09", "2023-06-09")]


@pytest.mark.parametrize("text", ["He may go.", "They march on.", "2000 people fled.", "It fell.", "a second man"])
def test_no_date(text):
    """Words that are a time only elsewhere are none here."""
    assert days(text) == []


def test_figures_after_on_are_a_day_shortly_before():
    """'On 7/12' of December 8 was the day before; 'on 9/11' of that day is no day of the news."""
    anchor = DateRange(date(2031, 12, 8), date(2031, 12, 8))
    assert [each.date.start for each in find_dates("Shots were fired on 7/12 in Osterby.", anchor)] == [
        date(2031, 12, 7)
    ]
    assert find_dates("A film on 9/14 was shown.", anchor) == []


def test_without_publication():
    """Nothing is guessed about 'Tuesday' when nobody knows when the text was published."""
    assert find_dates("On Tuesday, and in March 2021.", None)[0].date == DateRange(date(2021, 3, 1), date(2021, 3, 31))


def test_relation():
    """'since' and 'until' are kept beside the days."""
    assert [found.relation for found in find_dates("since Monday until 8 June", PUBLISHED)] == [
        Relation.SINCE,
        Relation.UNTIL,
    ]


def test_published_inferred():
    """A weekday beside its day gives the year, and with it the week in which a page was published."""
    found = infer_published("Founded in 2022, the guard said on Sunday (4/6) that rain fell.")
    assert found == DateRange(date(2023, 6, 4), date(2023, 6, 10))


def test_published_in_a_line_of_its_own():
    """A full date that stands alone at the top is the page's own."""
    assert infer_published("Harbour Post\n5 June 2023\nRain fell on Tuesday.") == PUBLISHED


def test_published_by_the_story():
    """A page without any date of its own was published when the story's others were, if these lie close together."""
    assert infer_published("Rain fell.", [PUBLISHED]) == PUBLISHED
    assert infer_published("Rain fell.", [PUBLISHED, DateRange(date(2020, 1, 1), date(2020, 1, 1))]) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Blasts next to the mill in Orlec on Friday hurt nobody.", date(2023, 6, 2)),
        ("They did not plan to remove him on Thursday.", date(2023, 6, 8)),
        ("Ahead of the talks, the ministry on Sunday issued a warning.", date(2023, 6, 4)),
        ("The envoy would be going to the United Isles Thursday.", date(2023, 6, 8)),
    ],
)
def test_only_words_of_time_point_ahead(text, start):
    """'Next to' is a place, 'ahead of the talks,' another clause; a plan points ahead, and 'United' is no verb."""
    published = date(2023, 6, 5)
    (found,) = find_dates(text, DateRange(published, published))
    assert found.date.start == start


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A house at 1802 Elm Street was searched.", []),
        ("They met in the 1500 block of Kelmar Road.", []),
        ("The club (1816 N. Water) was shut.", []),
        ("The 2014 Elm Street shooting is on trial.", ["2014"]),
    ],
)
def test_the_number_of_a_house_is_no_year(text, found):
    """Four digits before the name of a street are a house, unless 'the' goes before them."""
    assert [text[slice(*each.span)] for each in find_dates(text, None)] == found


def test_until_at_the_head_of_a_sentence_may_look_back():
    """'Until Thursday, they had not …' is the Thursday before; 'stays until Thursday' the one to come."""
    assert days("Until Thursday, they had not named him.") == [("2023-06-01", "2023-06-01")]
    assert days("The envoy stays until Thursday.") == [("2023-06-08", "2023-06-08")]


def test_letters_of_other_alphabets():
    """A long s or a Kelvin sign counts as the letter that it stands for, and no date with one is a fault."""
    assert days("on Ea\u017fter, two wee\u212as later") == [("2023-04-09", "2023-04-09"), ("2023-04-17", "2023-04-23")]
