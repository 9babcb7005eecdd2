"""Bytes and what we know of them -> Document: clean text with the stretches marked that are not the report."""

from accordingto.stages.read.known import Known
from accordingto.stages.read.read import FORMATS, read_bytes
from accordingto.stages.read.zones import mark_zones

__all__ = ["FORMATS", "Known", "mark_zones", "read_bytes"]
