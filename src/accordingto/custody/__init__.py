"""Proof that a ledger's documents still are what was read: the bytes kept by digest, and what can be checked."""

from accordingto.custody.carry import Carried, carry_sources
from accordingto.custody.proof import Proof, make_seal, prove
from accordingto.custody.sources import SourceFolder, sources_of

__all__ = ["Carried", "Proof", "SourceFolder", "carry_sources", "make_seal", "prove", "sources_of"]
