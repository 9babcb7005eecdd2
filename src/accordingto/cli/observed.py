"""Options of commands that take long: where the time went, and a log that programs read."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TextIO, TypeVar, cast

import click

from accordingto.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])


def observed(command: Command) -> Command:
    """Give a command ``--profile`` and ``--log``."""
    log = click.option(
        "--log",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Append what is done to FILE, a JSON object a line, without any text of the documents.",
    )
    return log(click.option("--profile", is_flag=True, help="Say on standard error how long each stage took.")(command))


@contextmanager
def observing_command(name: str, *, profile: bool, log: Path | None) -> Iterator[None]:
    """Observe a command as its options say.

    Raises:
        UsageError: the log cannot be written.
    """
    from accordingto.cli.guard import complain
    from accordingto.cli.log_file import LogFile
    from accordingto.observe import note, observing

    if not profile and log is None:
        yield
        return
    with ExitStack() as files:
        try:
            file = None if log is None else files.enter_context(LogFile(log))
        except OSError as error:
            raise UsageError(f"--log {log}: cannot be written ({error.strerror}); name another file") from error
        with observing(cast("TextIO | None", file)) as run:
            note("begun", command=name)
            yield
            note("done", command=name)
    if file is not None and file.fault is not None:
        complain(f"note: --log {log}: ends too early ({file.fault.strerror}); make room there; all else was done")
    if profile:
        complain(f"{'stage':<12}{'seconds':>9}{'times':>7}{'peak MiB':>10}")
        for stage, spent in run.stages.items():
            complain(f"{stage:<12}{spent.seconds:>9.2f}{spent.times:>7}{spent.peak_mib:>10.0f}")
