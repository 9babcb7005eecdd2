"""``accordingto verify``: proof that a ledger still is what was read."""

import click
from rich.text import Text

from accordingto.cli.guard import DONE, SOME_REFUSED, complain
from accordingto.cli.place import PLACE
from accordingto.cli.terminal import neutralise, open_console
from accordingto.model.place import Place
from accordingto.settings import Settings


@click.command()
@click.argument("ledger", type=PLACE)
@click.option("--seal", metavar="DIGEST", help="The seal that was written down: nothing may have changed since.")
@click.pass_obj
def verify(settings: Settings, *, ledger: Place, seal: str | None) -> int:
    """Prove that documents are what was read and that spans say what they said.

    Ids are made of what a line says, so a line that was altered no longer fits its id. Bytes that were kept beside the
    ledger must have the digest under which they are kept, and reading them again must give the same text. What does
    not hold is named on standard error, and the exit status is 1.

    The seal printed at the end is a digest of all of it. Write it down elsewhere: with --seal it proves later that
    nothing was added, altered or taken away since.

    \b
    Example:
      accordingto verify raid.ledger
      accordingto verify raid.ledger --seal 5f2b…
    """  # noqa: D301  click knows a paragraph that is not to be wrapped by a backspace
    from accordingto.custody import prove, sources_of
    from accordingto.store import open_store

    with open_store(ledger, settings.busy_seconds).view() as view:
        proof = prove(view.findings(), view.captures(), view.reviews(), sources_of(ledger))
    for fault in proof.faults:
        complain(f"not as it was: {fault}")
    is_other = seal is not None and seal.strip().lower() != proof.seal
    if is_other:
        complain("the seal is another one: lines were added, altered or taken away since it was written down")
    rows = (
        ("documents", proof.documents, f"{proof.captured:,} with the digest of the bytes they were read from"),
        ("sources", proof.sources, f"kept beside the ledger; {proof.reread:,} were read again"),
        ("spans", proof.spans, ""),
        ("faults", len(proof.faults), "named on standard error" if proof.faults else "everything is as it was read"),
    )
    console = open_console()
    console.print(Text(neutralise(str(ledger)), style="bold"), soft_wrap=True)
    for name, number, note in rows:
        console.print(Text(f"  {name:<9}  {number:>7,}  {note}".rstrip()), soft_wrap=True)
    console.print(Text(f"seal {proof.seal}"), soft_wrap=True)
    return SOME_REFUSED if proof.faults or is_other else DONE
