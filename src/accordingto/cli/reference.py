"""docs/cli.md, made from the commands themselves: ``python -m accordingto.cli.reference > docs/cli.md``."""

import inspect
from collections.abc import Iterator

import click

from accordingto.cli import main

HEAD = """\
# Commands

Made from the commands by `make docs`; a test fails when it is out of date.

Exit status of every command: 0 done; 1 some inputs were refused, each named on standard error with the reason;
2 wrong usage or nothing usable; 130 stopped by the user.

| environment | meaning |
| --- | --- |
| `ACCORDINGTO_MODEL` | spaCy model that reads, where `--model` does not name one |
| `ACCORDINGTO_BUSY_SECONDS` | how long to wait for another program's lock on a ledger; 10 |
| `ACCORDINGTO_PERSON` | who signs a judgement where `--by` does not say so; the user name |
| `ACCORDINGTO_TRACEBACK` | set to 1: a fault of the program shows where it happened |
| `NO_COLOR` | set to anything: no colour |
"""


def render_reference() -> str:
    """The whole page."""
    root = click.Context(main, info_name="accordingto", **main.context_settings)
    return "\n".join([HEAD, *("\n".join(_render(name, main.commands[name], root)) for name in sorted(main.commands))])


def _render(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, parent=parent, info_name=name)
    yield f"## {context.command_path.removeprefix('accordingto ')}\n"
    yield f"```\n{context.command_path} {' '.join(command.collect_usage_pieces(context))}\n```\n"
    yield from _render_help(inspect.cleandoc(command.help or ""))
    yield "| option | meaning |\n| --- | --- |"
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            yield f"| `{record[0].replace('|', ' or ')}` | {record[1].replace('|', ' or ')} |"
    yield ""
    if isinstance(command, click.Group):
        for each in sorted(command.commands):
            yield from _render(each, command.commands[each], context)


def _render_help(text: str) -> Iterator[str]:
    """Paragraphs as they are; what click must not wrap as a block of code."""
    for paragraph in text.split("\n\n"):
        marked, _, block = paragraph.partition("\b\n")
        if block and not marked.strip():
            title, *lines = block.splitlines()
            yield f"{title}\n\n```\n" + "\n".join(line.strip() for line in lines) + "\n```\n"
        else:
            yield f"{paragraph}\n"


if __name__ == "__main__":
    click.echo(render_reference(), nl=False)
