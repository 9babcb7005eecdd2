"""How a question stands, in words and in colour."""

from rich.text import Text

from accordingto.model.claim import Status

COLOURS = {Status.CONTESTED: "bold red", Status.UNVERIFIED: "yellow", Status.AGREED: "green", Status.SINGLE: "cyan"}


def render_statuses(statuses: dict[Status, int]) -> Text:
    """'4 contested, 1 unverified', each in its colour."""
    order = (Status.CONTESTED, Status.UNVERIFIED, Status.AGREED, Status.SINGLE)
    shown = [Text(f"{statuses[each]:,} {each.value}", style=COLOURS[each]) for each in order if statuses[each]]
    return Text(", ").join(shown)
