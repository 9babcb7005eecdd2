"""Documents to readings, by the engine that was asked for; what a killed build had read comes from its journal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from accordingto.engines.journal import Journal
from accordingto.engines.local import read_here, read_on_cores
from accordingto.engines.plan import Engine, Plan, Watch
from accordingto.engines.shard import SHARD
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.pipeline import rules_of
from accordingto.store.packed_reading import Held, pack_reading

# Fewer documents than two shards are read sooner than another process has loaded the model.
_FEW = 2 * SHARD
# So many grammars fit into memory side by side.
MANY = 400


def read_all(documents: Sequence[Document], plan: Plan, watch: Watch, journal: Journal | None = None) -> list[Reading]:
    """Every document's reading, in the order given.

    Args:
        documents: those to read.
        plan: by which engine.
        watch: told of each step: documents read so far, documents to read, one that is next.
        journal: where readings are kept as they are made, and looked for first.

    Raises:
        ModelMissing: there is no such spaCy model.
        EngineMissing: the engine is not installed.
        EngineFailed: a process of it died; what was read is in the journal.
    """
    known = {} if journal is None else journal.find(documents, rules_of(plan.model))
    rest = [each for each in documents if each.id not in known]
    read = dict(known)
    ahead = iter(rest)
    if rest:
        watch(len(read), len(documents), next(ahead))
    for shard in _deal(rest, plan):
        if journal is not None and len(rest) > SHARD:
            journal.keep(shard)
        read |= {each.document.id: each for each in shard}
        following = next((each for each in ahead if each.id not in read), None)
        if following is not None:
            watch(len(read), len(documents), following)
    return [read[each.id] for each in documents]


def read_packed(
    documents: Sequence[Document], plan: Plan, watch: Watch, journal: Journal | None = None
) -> Mapping[str, Held]:
    """The readings by their documents' ids; many of them are packed, so that they fit into memory side by side.

    Args, Raises: as ``read_all``.
    """
    known = {} if journal is None or len(documents) < MANY else journal.rows(documents, rules_of(plan.model))
    rest = [each for each in documents if each.id not in known]
    read = read_all(rest, plan, watch, journal)
    held: Iterable[Held] = read if len(documents) < MANY else map(pack_reading, read)
    return {**known, **{each.id: reading for each, reading in zip(rest, held, strict=True)}}


def _deal(documents: Sequence[Document], plan: Plan) -> Iterator[list[Reading]]:
    if plan.engine is not Engine.LOCAL and documents:
        from accordingto.engines.frames import read_in_frames

        yield from read_in_frames(documents, plan)
    elif len(documents) < _FEW or plan.workers == 1:
        yield from read_here(documents, plan.model)
    else:
        yield from read_on_cores(documents, plan)
