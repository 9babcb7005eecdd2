"""CSV that a spreadsheet may open: article text is hostile, and a cell that begins with '=' is a formula there."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

Value = str | int | float | None

# What Excel, LibreOffice and Google Sheets may take for the start of a formula, also in their full-width forms.
FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
# Controls but line ends and tabs, lone surrogates, and marks that turn the direction of text around or hide it.
HOSTILE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\ud800-\udfff]")

# The csv module leaves a lone carriage return without quotation marks, and a reader takes it for the end of a row.
LINE_END = re.compile("\r\n?")

MARK = "'"
# Beyond this a float no longer holds every whole number.
LARGEST_WHOLE = 2**53


def render_cell(value: Value) -> str:
    r"""A value as a cell: empty when missing, whole numbers without a point, text that cannot run.

    A text that a spreadsheet could take for a formula gets an apostrophe before it; numbers stay as they are. Controls
    and marks of direction become U+FFFD.

    Example:
        >>> render_cell("=HYPERLINK(1)"), render_cell("-12.5"), render_cell(9.0)
        ("'=HYPERLINK(1)", '-12.5', '9')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < LARGEST_WHOLE else repr(value)
    text = HOSTILE.sub("\ufffd", LINE_END.sub("\n", str(value)))
    return MARK + text if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def render_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """A table as CSV with one line of names; what a row lacks is empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([render_cell(name) for name in columns])
    writer.writerows([[render_cell(row.get(name)) for name in columns] for row in rows])
    return stream.getvalue()
