"""An invented raid in four reports, with a copy, a denial and a doubt; for tests of reviews."""

from datetime import date
from functools import cache

from accordingto.pipeline import read_document
from tests.factory import make_document

DAY = date(2031, 5, 13)  # a Tuesday
WIRE = (
    "Fighters of the Orlec Dawn Front (ODF) raided the barracks of Tolmir on Monday, killing nine soldiers, "
    "the Marish army said.\n"
    "The ODF said that its men had killed more than 30 soldiers. The army denied this.\n"
    "Two days later shells hit the market of Sarn, killing four traders, residents said."
)
TEXTS = {
    "wire.txt": ("Meridian Wire", WIRE),
    "copy.txt": ("Halvik Courier", WIRE + "\n(Meridian Wire)"),
    "radio.txt": ("Radio Sarn", "The army said on Tuesday that 31 soldiers were killed in the raid on Tolmir."),
    "post.txt": (
        "Tolmir Post",
        (
            "The Post could not verify how many people were killed in Monday\u2019s raid on Tolmir. "
            "The Marish army blamed the Orlec Dawn Front for the shelling of Sarn, in which five traders were killed."
        ),
    ),
    "ferry.txt": (
        "Halvik Courier",
        (
            "A ferry sank off Brenn on 2 May, and 14 passengers drowned, the coast guard said.\n"
            "The ferry company said that at least 20 passengers had drowned."
        ),
    ),
}


@cache
def read_story():
    """Every report, read once."""
    return [read_document(make_document(t, uri, outlet=o, published=DAY)) for uri, (o, t) in TEXTS.items()]
