"""The one place where errors become a line and an exit status; nobody ever sees a traceback."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from tempfile import gettempdir
from traceback import walk_tb
from typing import Any

import click

from accordingto.cli.terminal import neutralise
from accordingto.errors import AccordingtoError, InputRefused

# Nothing but the name of a command was given; older releases of click print the help by themselves.
_NO_ARGUMENTS: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())

# Modules that write to standard output.
_WRITERS = ("accordingto.cli.", "click.", "rich.")

DONE, SOME_REFUSED, FAILED, INTERRUPTED = 0, 1, 2, 130


class GuardedGroup(click.Group):
    """A click group whose commands return their exit status and whose errors are one line each."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command and leave with its status: 0 done, 1 some inputs refused, 2 nothing usable."""
        kwargs["standalone_mode"] = False
        if isinstance(sys.stdout, TextIOWrapper):
            # A terminal in Latin-1 gets a question mark for what it cannot show, instead of nothing at all.
            sys.stdout.reconfigure(errors="replace")
        sys.exit(self._run(*args, **kwargs))

    def _run(self, *args: Any, **kwargs: Any) -> int:
        try:
            status = super().main(*args, **kwargs)
            sys.stdout.flush()
        except _NO_ARGUMENTS as error:
            click.echo(error.format_message())  # nothing was asked for: what can be asked for, not an error
            return FAILED
        except (click.Abort, KeyboardInterrupt):
            complain("stopped; nothing was changed")
            return INTERRUPTED
        except Exception as error:
            # A fault of ours is no reason to frighten a reporter with a traceback, but its finder needs one.
            if os.environ.get("ACCORDINGTO_TRACEBACK"):
                raise
            complain(_explain(error))
            return FAILED
        return status if isinstance(status, int) else DONE


def _explain(error: Exception) -> str:  # noqa: PLR0911  a line for each kind of error
    """One line that names the input and the remedy."""
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx is not None else "accordingto"
        return f"{error.format_message().rstrip('.')}; see: {path} --help"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, AccordingtoError):
        return str(error)
    if isinstance(error, MemoryError):
        return "not enough memory; give fewer or smaller inputs at a time"
    if isinstance(error, OSError) and error.filename is None:
        return _explain_nameless(error)
    if isinstance(error, OSError):
        return f"{error.filename}: cannot be read or written ({error.strerror}); check its space and permissions"
    return f"{type(error).__name__}: {error}; please report it, with what ACCORDINGTO_TRACEBACK=1 prints"


def _explain_nameless(error: OSError) -> str:
    """What could not be written: standard output where one of its writers says so, else a library's temporary file."""
    *_, (frame, _) = walk_tb(error.__traceback__)
    if frame.f_globals["__name__"].startswith(_WRITERS):
        return f"standard output: cannot be written ({error.strerror}); free some space, or send it elsewhere"
    return f"{gettempdir()}: cannot be written ({error.strerror}); free some space, or name another folder in TMPDIR"


def complain(message: str) -> None:
    """One line on standard error; where it cannot be written, nobody is told, and the status still tells."""
    with suppress(OSError):
        click.echo(neutralise(f"accordingto: {message}"), err=True)


def refuse(refused: InputRefused) -> None:
    """One line on standard error about an input that could not be read."""
    complain(f"refused {refused}")
