"""LEDGER of every command: a file, or the address of a PostgreSQL database."""

from typing import Any

import click

from accordingto.model.place import Place, parse_place


class PlaceType(click.ParamType):  # type: ignore[type-arg]  # generic only in later releases
    """Takes ``raid.ledger`` and ``postgresql://user@host/database``."""

    name = "ledger"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:  # noqa: ARG002
        """The place that somebody wrote."""
        return parse_place(value) if isinstance(value, str) else value


PLACE = PlaceType()
OUTPUT = click.option(
    "-o",
    "--output",
    "ledger",
    required=True,
    type=PLACE,
    metavar="LEDGER",
    help="The ledger to create or extend.",
)
