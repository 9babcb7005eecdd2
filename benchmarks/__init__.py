"""Measures against ../shared, which is no part of the project; where it is missing, every measure skips."""
