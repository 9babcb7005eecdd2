"""Actors linked to entities of reference data, where names, kind and country suffice; see docs/reference.md."""

from accordingto.stages.refer.candidates import find_candidates
from accordingto.stages.refer.lands import Lands
from accordingto.stages.refer.link import link_actors

__all__ = ["Lands", "find_candidates", "link_actors"]
