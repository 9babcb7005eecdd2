"""Daft, on this machine or on a Ray cluster: documents as a table, a function over it, Parquet shards.

Both engines would tell their makers that they are used; neither may, so that is turned off before they are loaded.
"""

import logging
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from accordingto.engines.plan import Engine, Plan
from accordingto.engines.seal import seal
from accordingto.engines.shard import SHARD, read_shard
from accordingto.errors import AccordingtoError, EngineFailed, EngineMissing
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.pipeline import rules_of
from accordingto.store.lines_json import dump_line
from accordingto.store.packed_reading import Row, unpack_reading

_SILENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "true",
    "DAFT_PROGRESS_BAR": "0",
}
_MOST_PARTS = 1_000
_COLUMNS = ("id", "rules", "document", "lines", "model", "parse")
_SEAL = "seal"


def read_in_frames(documents: Sequence[Document], plan: Plan) -> Iterator[list[Reading]]:
    """Every reading: those that shards of an earlier build hold, then those that the engine makes now.

    Raises:
        EngineMissing: Daft or Ray is not installed.
        EngineFailed: the engine gave up, or its machines have another version of the rules.
    """
    daft = _load(plan.engine)
    with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
        folder = plan.shards or Path(scratch)
        try:
            known = _join(folder, documents, plan) if folder.is_dir() else []
            yield known
            met = {each.document.id for each in known}
            rest = [each for each in documents if each.id not in met]
            if rest:
                _write(daft, [dump_line(each) for each in rest], plan, folder)
                yield _all_of(rest, _join(folder, rest, plan), plan)
        except EngineFailed:
            raise
        except Exception as error:
            if isinstance(error.__cause__, AccordingtoError):  # what reading itself complains about
                raise error.__cause__ from None
            remedy = "look at the engine's own log, or read with: --engine local"
            raise EngineFailed(f"--engine {plan.engine.value}: {_first_line(error)}; {remedy}") from error


def _all_of(documents: Sequence[Document], readings: list[Reading], plan: Plan) -> list[Reading]:
    """The readings, if there is one for each document: a machine with another version reads by other rules."""
    missing = len(documents) - len(readings)
    if missing:
        remedy = "install the same version of accordingto on every machine of the engine"
        raise EngineFailed(
            f"--engine {plan.engine.value}: {missing} of {len(documents)} documents were read by other rules; {remedy}"
        )
    return readings


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".strip().splitlines()[0][:200]


def _load(engine: Engine) -> Any:
    logging.getLogger("daft_local_execution").addHandler(logging.NullHandler())  # one line tells of a fault, not three
    os.environ.update({name: value for name, value in _SILENT.items() if name not in os.environ})
    try:
        import daft

        if engine is Engine.RAY:
            import ray

            if not ray.is_initialized():
                address = os.environ.get("RAY_ADDRESS")
                ray.init(address=address, log_to_driver=False, include_dashboard=False, configure_logging=False)
            daft.set_runner_ray(noop_if_initialized=True)  # Daft's own runner is what it takes by itself
    except ImportError as error:
        remedy = "install it with: pip install 'accordingto[engines]'"
        raise EngineMissing(f"--engine {engine.value}: {error.name} is not installed; {remedy}") from error
    return daft


def _write(daft: Any, documents: list[str], plan: Plan, folder: Path) -> None:
    """Read all documents and write the rows as Parquet shards."""
    text, binary = daft.DataType.string(), daft.DataType.binary()
    kinds = {name: binary if name in {"parse", _SEAL} else text for name in (*_COLUMNS, _SEAL)}
    model = plan.model

    def read(column: Any) -> list[dict[str, Any]]:
        rows = read_shard(column.to_pylist(), model)
        return [{name: getattr(row, name) for name in _COLUMNS} | {_SEAL: seal(row)} for row in rows]

    table = daft.from_pydict({"document": documents})
    if plan.engine is Engine.RAY:
        # A cluster has more cores than this machine knows of, so there are more parts than cores are likely.
        how: dict[str, Any] = {"num_cpus": 1}
        table = table.into_partitions(max(1, min(len(documents) // SHARD + 1, _MOST_PARTS)))
    else:
        how = {"use_process": True, "concurrency": plan.workers}
    column = daft.udf(return_dtype=daft.DataType.struct(kinds), batch_size=SHARD, **how)(read)
    table = table.select(column(daft.col("document")).alias("row"))
    table.select(*(daft.col("row").get(name).alias(name) for name in kinds)).write_parquet(str(folder))


def _join(folder: Path, documents: Sequence[Document], plan: Plan) -> list[Reading]:
    """The readings of some documents in the shards of a folder; other documents and older rules are passed over.

    So is what is damaged: a shard that a killed engine wrote by half, a row that was overwritten. It is read anew.
    """
    wanted = {each.id: each for each in documents}
    rules = rules_of(plan.model)
    found: dict[str, Reading] = {}
    for path in sorted(folder.rglob("*.parquet")):
        for row in _rows_of(path):
            if row.id in wanted and row.rules == rules and row.id not in found:
                found[row.id] = unpack_reading(row)
    return [each for name, each in sorted(found.items()) if each.document == wanted[name]]


def _rows_of(shard: Path) -> list[Row]:
    """The rows of a shard that are as they were written."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        lines = parquet.read_table(shard, columns=[*_COLUMNS, _SEAL]).to_pylist()
    except (pa.ArrowException, UnicodeDecodeError):
        return []
    except OSError as error:
        if error.errno is not None:  # Arrow tells of its own errors without a number
            raise
        return []
    sealed = ((Row(**{name: line[name] for name in _COLUMNS}), line[_SEAL]) for line in lines)
    return [row for row, made in sealed if made == seal(row)]
