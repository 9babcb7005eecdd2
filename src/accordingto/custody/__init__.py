"""Proof that a ledger's documents still are what was read: the bytes kept by digest, and what can be checked."""
