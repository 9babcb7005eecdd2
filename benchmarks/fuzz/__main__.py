"""Run targets one after the other, each in a process of its own, and print what was run and what was found."""

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, cast

from benchmarks.fuzz.engines import Target, run_atheris, run_hypothesis
from benchmarks.fuzz.page import render_row, write_row
from benchmarks.fuzz.watching import Watch, limit_memory

TARGETS = ("pages", "archives", "values", "tables", "ledgers")
ENGINES = ("hypothesis", "atheris")
FOUND = Path("build/fuzz")


def main() -> int:
    """Run what was asked for; 1 when something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{', '.join(TARGETS)}; all when left out")
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--write", action="store_true", help="write the rows to docs/faults.md")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.into is not None:
        _run(asked.targets[0], asked.engine, asked.minutes * 60, asked.into)
        return 0
    rows = [
        _call(target, engine, asked.minutes, write=asked.write)
        for target in asked.targets or TARGETS
        for engine in ENGINES
        if asked.engine in {None, engine}
    ]
    return int(any(row["found"] for row in rows))


def _call(target: str, engine: str, minutes: float, *, write: bool) -> dict[str, Any]:
    """One target under one engine, in a process of its own: libFuzzer never comes back."""
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "row.json"
        command = [sys.executable, "-m", "benchmarks.fuzz", target, "--engine", engine, "--minutes", str(minutes)]
        done = subprocess.run([*command, "--into", str(into)], check=False, capture_output=True, text=True)
        if not into.exists():
            raise SystemExit(f"{target} under {engine} died ({done.returncode}):\n{done.stderr[-3000:]}")
        row: dict[str, Any] = json.loads(into.read_text(encoding="utf-8"))
    print(render_row(row), flush=True)
    for place, file in row["found"].items():
        print(f"  {place}: {file}", flush=True)
    if write:
        write_row(row)
    return row


def _run(name: str, engine: str, seconds: float, into: Path) -> None:
    limit_memory()
    watch = Watch(lambda _: None, FOUND / name)

    def leave() -> None:
        row = {"target": name, "engine": engine, "minutes": time.process_time() / 60, "inputs": watch.inputs}
        row |= {"slowest": watch.slowest, "found": watch.found}
        into.write_text(json.dumps(row), encoding="utf-8")

    if engine == "atheris":
        run_atheris(lambda: _load(name), watch, seconds, leave)
    else:
        target = _load(name)
        watch.check = target.check
        run_hypothesis(target, watch, seconds)
        leave()


def _load(name: str) -> Target:
    return cast("Target", importlib.import_module(f"benchmarks.fuzz.{name}"))


if __name__ == "__main__":
    sys.exit(main())
