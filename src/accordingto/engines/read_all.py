"""Documents to readings, by the engine that was asked for; what a killed build had read comes from its journal."""

from collections.abc import Iterator, Sequence

from accordingto.engines.journal import Journal
from accordingto.engines.local import read_here, read_on_cores
from accordingto.engines.made import MANY, Made, keep_made
from accordingto.engines.plan import Engine, Plan, Watch
from accordingto.engines.shard import SHARD
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.pipeline import rules_of

# Fewer documents than two shards are read sooner than another process has loaded the model.
_FEW = 2 * SHARD


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
    keep = journal if len(rest) > SHARD else None
    read = {**known, **{each.document.id: each for each in _read(rest, plan, watch, keep, before=len(known))}}
    return [read[each.id] for each in documents]


def read_made(documents: Sequence[Document], plan: Plan, watch: Watch, journal: Journal | None = None) -> Made:
    """The readings of documents; of many none stays in memory where there is a journal.

    Args, Raises: as ``read_all``.
    """
    if len(documents) < MANY or journal is None:
        return keep_made(read_all(documents, plan, watch, journal), len(documents), None)
    rules = rules_of(plan.model)
    known = journal.has(documents, rules)
    rest = [each for each in documents if each.id not in known]
    for _ in _read(rest, plan, watch, journal, before=len(known)):
        pass  # it is in the journal
    return Made({}, {each.id: rules for each in documents}, journal)


def _read(
    documents: Sequence[Document], plan: Plan, watch: Watch, journal: Journal | None, *, before: int
) -> Iterator[Reading]:
    """The readings as they are made, each in the journal by then; ``before`` were read before."""
    ahead, read = iter(documents), set[str]()
    if documents:
        watch(before, before + len(documents), next(ahead))
    for shard in _deal(documents, plan):
        if journal is not None:
            journal.keep(shard)
        read.update(each.document.id for each in shard)
        following = next((each for each in ahead if each.id not in read), None)
        if following is not None:
            watch(before + len(read), before + len(documents), following)
        yield from shard


def _deal(documents: Sequence[Document], plan: Plan) -> Iterator[list[Reading]]:
    if plan.engine is not Engine.LOCAL and documents:
        from accordingto.engines.frames import read_in_frames

        yield from read_in_frames(documents, plan)
    elif len(documents) < _FEW or plan.workers == 1:
        yield from read_here(documents, plan.model)
    else:
        yield from read_on_cores(documents, plan)
