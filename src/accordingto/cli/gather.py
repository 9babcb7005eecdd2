"""Documents got for a command: each refusal gets its line at once, bytes are kept as they come."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.text import Text

from accordingto.cli.guard import refuse
from accordingto.cli.progress import open_progress
from accordingto.cli.summary import name_issues
from accordingto.cli.terminal import neutralise, open_console
from accordingto.custody import SourceFolder, sources_of
from accordingto.engines.journal import journal_of
from accordingto.engines.plan import Plan
from accordingto.errors import InputRefused, UsageError
from accordingto.fetch import Fetched, Fetcher, Limits
from accordingto.intake import Taken
from accordingto.intake.web import Fetch
from accordingto.ledger import Extension, extend_ledger
from accordingto.model.custody import Capture, Channel
from accordingto.model.document import Document
from accordingto.model.place import Place, beside
from accordingto.model.reference import ReferenceEntity
from accordingto.settings import Settings
from accordingto.store import open_store


@dataclass(slots=True)
class Gathered:
    """What was got so far.

    Attributes:
        folder: where bytes are kept.
        keep: whether they are: ``None`` keeps what came from the web or out of an archive, where nobody else has it.
        documents, captures: what could be read, and how it was got.
        refused: how many inputs could not be read.
    """

    folder: SourceFolder
    keep: bool | None = None
    documents: list[Document] = field(default_factory=list)
    captures: list[Capture] = field(default_factory=list)
    refused: int = 0

    def add(self, found: Iterable[Taken | InputRefused]) -> None:
        """Take what was found."""
        for each in found:
            if isinstance(each, InputRefused):
                refuse(each)
                self.refused += 1
            else:
                self.documents.append(each.document)
                self.captures.append(self._keep(each))

    def _keep(self, taken: Taken) -> Capture:
        is_kept = taken.capture.channel is not Channel.FILE if self.keep is None else self.keep
        if is_kept:
            self.folder.keep(taken.data)
        return replace(taken.capture, kept=is_kept)


@contextmanager
def gathering(ledger: Place, *, keep: bool | None) -> Iterator[Gathered]:
    """Gather for a ledger; when the block ends with an error, nothing of it is left.

    Raises:
        UsageError: the folder where the ledger is to stand is not there: a slip in its name is likelier than a wish.
    """
    if not beside(ledger, "").parent.is_dir():
        raise UsageError(f"{ledger}: the folder {beside(ledger, '').parent} does not exist; make it first")
    gathered = Gathered(sources_of(ledger), keep)
    try:
        yield gathered
    except BaseException:
        gathered.folder.take_back()
        raise


def write_gathered(
    gathered: Gathered,
    ledger: Place,
    settings: Settings,
    *,
    model: str | None,
    reference: Iterable[ReferenceEntity] = (),
    one_story: bool | None = None,
    plan: Plan | None = None,
) -> Extension:
    """Extend a ledger, or make one, with what was gathered; what was read outlives a build that is killed."""
    journal = journal_of(ledger)
    with open_store(ledger, settings.busy_seconds).writer() as writer, open_progress() as watch:
        writer.add_captures(gathered.captures)
        extension = extend_ledger(
            writer,
            gathered.documents,
            model=model or settings.model,
            watch=watch,
            reference=reference,
            one_story=one_story,
            plan=plan,
            journal=journal,
        )
    journal.clear()
    name_issues(extension.outcome.issues)
    return extension


@contextmanager
def open_fetch(*, allow_private: bool) -> Iterator[Fetch]:
    """Fetching, with a line for each page that is got."""
    console = open_console()
    with Fetcher(Limits(allow_private=allow_private)) as fetcher:

        def fetch(address: str) -> Fetched:
            console.print(Text(f"fetching {neutralise(address)}"), soft_wrap=True)
            return fetcher.fetch(address)

        yield fetch


def find_own(ledger: Place) -> frozenset[Path]:
    """The files of a ledger, which are no input where it lies among the reports."""
    suffixes = [".sources", ".reading"]
    if isinstance(ledger, Path):
        suffixes += ["", "-wal", "-shm"]
    return frozenset(beside(ledger, suffix).resolve() for suffix in suffixes)
