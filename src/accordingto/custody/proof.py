"""What can be proved of a ledger: that its documents are what was read, and that its spans say what they said.

Ids of documents, attributions and claims are made of what these say, so an altered line no longer fits its id. Bytes
that were kept are read again where the rules that read them are still the same. Whoever alters a line and everything
that hangs on it is found out by the seal, a digest of the whole that can be written down elsewhere.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.custody.pointers import Pointer, find_pointers
from accordingto.custody.sources import SourceFolder
from accordingto.errors import InputRefused
from accordingto.model.attribution import with_id
from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.findings import Findings
from accordingto.model.keys import make_id
from accordingto.model.review import Review
from accordingto.rules import version_reading
from accordingto.stages.align.claims.making import id_of
from accordingto.stages.read import Known, read_bytes
from accordingto.stages.read.media import parse_media


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a ledger.

    Attributes:
        documents, spans: how many were looked at.
        captured: documents whose bytes' digest is on record.
        sources: kept bytes that were looked at.
        reread: of these, how many were read again and gave the same text.
        faults: one line for each thing that is not as it was.
        seal: digest of the whole.
    """

    documents: int
    spans: int
    captured: int
    sources: int
    reread: int
    faults: tuple[str, ...]
    seal: str


def prove(findings: Findings, captures: Sequence[Capture], reviews: Sequence[Review], folder: SourceFolder) -> Proof:
    """Check everything that can be checked without asking anybody else."""
    documents = {reading.document.id: reading.document for reading in findings.readings}
    spans = list(find_pointers(findings))
    captured = _by_document(documents.values(), captures)
    sources = [_check_source(each, folder) for each in _kept(captures)]
    faults = [
        *_check_documents(documents.values(), captures, captured),
        *_check_spans(documents, spans),
        *_check_ids(findings, has_reviews=bool(reviews)),
        *(fault for fault, _ in sources if fault is not None),
    ]
    return Proof(
        documents=len(documents),
        spans=len(spans),
        captured=len(captured),
        sources=len(sources),
        reread=sum(was_read for _, was_read in sources),
        faults=tuple(dict.fromkeys(faults)),
        seal=make_seal(findings, captures),
    )


def make_seal(findings: Findings, captures: Iterable[Capture]) -> str:
    """One digest of all documents, what they say where, and the bytes they were read from."""
    lines = [f"document {each.document.id} {digest_text(each.document.text)}" for each in findings.readings]
    lines += [f"line {line} {document} {span.start}-{span.end}" for line, document, span, _ in find_pointers(findings)]
    lines += [f"capture {each.digest} {each.text} {each.time or ''} {each.address or ''}" for each in captures]
    return hashlib.sha256("\n".join(sorted(set(lines))).encode("utf-8", "surrogatepass")).hexdigest()


def digest_text(text: str) -> str:
    """SHA-256 of a clean text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _by_document(documents: Iterable[Document], captures: Iterable[Capture]) -> dict[str, Capture]:
    """The capture of each document that has one: by its id, or by its text when it goes by another id now."""
    by_text: dict[str, Capture] = {}
    for capture in captures:
        by_text.setdefault(capture.text, capture)
    found = ((each.id, by_text.get(digest_text(each.text))) for each in documents)
    return {document: capture for document, capture in found if capture is not None}


def _check_documents(
    documents: Iterable[Document], captures: Iterable[Capture], captured: dict[str, Capture]
) -> Iterator[str]:
    named = {capture.document for capture in captures}
    for each in documents:
        if make_id("doc", each.uri, each.url, each.text) != each.id:
            yield f"{each.uri}: its text, path or address was changed after it was read"
        elif each.id in named and each.id not in captured:
            yield f"{each.uri}: its text is not the one that was read"


def _check_spans(documents: dict[str, Document], spans: Iterable[Pointer]) -> Iterator[str]:
    for line, name, span, words in spans:
        document = documents.get(name)
        if document is None or not 0 <= span.start < span.end <= len(document.text):
            yield f"{line}: points at words that are not there"
        elif words is not None and document.quote(span) != words:
            yield f"{document.uri}: {line} no longer says {words[:60]!r}"


def _check_ids(findings: Findings, *, has_reviews: bool) -> Iterator[str]:
    """Lines that no longer fit their ids; a review may give a claim to another event, which leaves its id alone."""
    for reading in findings.readings:
        for line in reading.attributions:
            if with_id(line).id != line.id:
                yield f"{reading.document.uri}: {line.id} was changed after it was read"
    if has_reviews:
        return
    for claim in findings.claims:
        if id_of(claim) != claim.id:
            yield f"{claim.id}: the claim was changed after it was made"


def _kept(captures: Iterable[Capture]) -> list[Capture]:
    """One capture for each way in which kept bytes were read."""
    found: defaultdict[tuple[str, str, str], list[Capture]] = defaultdict(list)
    for each in captures:
        if each.kept:
            found[each.digest, each.form, each.text].append(each)
    return [same[-1] for same in found.values()]


def _check_source(capture: Capture, folder: SourceFolder) -> tuple[str | None, bool]:
    """What is wrong with kept bytes, and whether they could be read again."""
    try:
        data = folder.place(capture.digest).read_bytes()
    except OSError:
        return f"{capture.place}: the bytes that were kept of it are gone ({capture.digest})", False
    if hashlib.sha256(data).hexdigest() != capture.digest:
        return f"{capture.place}: the bytes that were kept of it were changed ({capture.digest})", False
    if capture.rules != version_reading():
        return None, False
    try:
        document = read_bytes(data, _known(capture), form=capture.form)
    except InputRefused:
        return f"{capture.place}: the bytes that were kept of it give no text", False
    if digest_text(document.text) != capture.text:
        return f"{capture.place}: the bytes that were kept of it give another text than the one on record", False
    return None, True


def _known(capture: Capture) -> Known:
    told = next((value for name, value in capture.headers if name.lower() == "content-type"), None)
    return Known(capture.place, capture.place, address=capture.address, charset=parse_media(told)[1])
