"""Finds what the user named - files, folders, what they say of themselves - and hands bytes to the read stage."""

from accordingto.intake.inputs import read_inputs

__all__ = ["read_inputs"]
