"""Where inputs come from: Hypothesis, which knows the pieces of a format, and atheris, which follows the branches."""

import importlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from benchmarks.fuzz.watching import Watch

# Inputs that Hypothesis draws before it begins anew with another seed: it slows down as it remembers.
ROUND = 300
LARGEST = 100_000  # bytes


class Target(Protocol):
    """What a file of this room offers.

    Attributes:
        SEEDS: whole inputs of every kind that is read.
        PIECES: what such inputs are made of.
    """

    SEEDS: tuple[bytes, ...]
    PIECES: tuple[bytes, ...]

    def check(self, data: bytes) -> None:
        """Read one input."""


def run_hypothesis(target: Target, watch: Watch, seconds: float) -> None:
    """Inputs from pieces, and whole ones with edits, for so long."""
    number = 0
    while time.process_time() < seconds:
        number += 1
        _draw(watch, inputs_of(target), number, seconds)


def _draw(watch: Watch, inputs: st.SearchStrategy[bytes], number: int, seconds: float) -> None:
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seed(number)
    @given(inputs)
    def look(data: bytes) -> None:
        if time.process_time() < seconds:
            watch.look_at(data)

    look()


def inputs_of(target: Target) -> st.SearchStrategy[bytes]:
    """Pieces in any company, some of them very often; whole inputs that were cut, mended and turned around."""
    piece = st.one_of(st.sampled_from(target.PIECES), st.binary(max_size=6))
    made = st.lists(piece, max_size=40).map(b"".join)
    often = st.tuples(made, piece, st.integers(1, 20_000), made).map(_repeat)
    edited = st.tuples(
        st.sampled_from(target.SEEDS), st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 60), piece))
    )
    kind = st.integers(0, 255).map(lambda number: bytes([number]))
    body = st.one_of(made, often, edited.map(_edit))
    return st.one_of(st.tuples(kind, body).map(b"".join), edited.map(_edit))


def _repeat(parts: tuple[bytes, bytes, int, bytes]) -> bytes:
    before, piece, times, after = parts
    return before + piece * min(times, LARGEST // (len(piece) + 1)) + after


def _edit(parts: tuple[bytes, list[tuple[int, int, bytes]]]) -> bytes:
    data, edits = parts
    for place, gone, new in edits:
        at = place % (len(data) + 1)
        data = data[:at] + new + data[at + gone :]
    return data


def run_atheris(load: Callable[[], Target], watch: Watch, seconds: float, leave: Callable[[], None]) -> None:
    """Inputs that follow our branches, for so long; libFuzzer never comes back, so ``leave`` ends the process.

    Args:
        load: imports the target; what it imports of ours is watched.
        watch: tries the inputs.
        seconds: of the processor.
        leave: tells what was found.
    """
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["accordingto"]):
        target = load()
    watch.check = target.check

    def look(data: bytes) -> None:
        watch.look_at(data)
        if time.process_time() >= seconds:
            leave()
            os._exit(0)

    with tempfile.TemporaryDirectory() as corpus:
        for number, each in enumerate(target.SEEDS):
            (Path(corpus) / str(number)).write_bytes(each)
        words = Path(corpus).with_suffix(".words")
        words.write_text("".join(_word(each) for each in target.PIECES), encoding="ascii")
        options = [f"-dict={words}", f"-max_len={LARGEST}", "-len_control=20", "-rss_limit_mb=0", "-timeout=600"]
        atheris.Setup(["fuzz", *options, "-verbosity=0", corpus], look)
        atheris.Fuzz()


def _word(piece: bytes) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in piece[:60]) + '"\n' if piece else ""
