"""Hostile bytes by the million for whatever reads what strangers wrote: no crash, no hang. One file a target.

    python -m benchmarks.fuzz [TARGET...] [--engine hypothesis|atheris] [--minutes 10] [--write]

Hypothesis builds inputs from the pieces that a format is made of; atheris (libFuzzer) mutates whole inputs and follows
which of our branches they reach. Minutes are the processor's: on a busy machine they take longer by the clock.
"""
