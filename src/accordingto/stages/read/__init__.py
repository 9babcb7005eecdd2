"""Bytes and what we know of them -> Document."""
