"""Finds what the user named - files, folders, archives, addresses - and hands bytes to the read stage."""

from accordingto.intake.files import Means
from accordingto.intake.inputs import read_inputs, take_inputs
from accordingto.intake.pieces import Piece, Taken, read_piece
from accordingto.intake.warc import read_warc

__all__ = ["Means", "Piece", "Taken", "read_inputs", "read_piece", "read_warc", "take_inputs"]
