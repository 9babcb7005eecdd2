"""The questions of a ledger in the order in which a reader should meet them."""

from accordingto.model.claim import Question, Status
from accordingto.model.findings import Findings
from accordingto.query.account import Account
from accordingto.query.narrow import Narrow
from accordingto.query.reader import Reader

# What is contested first, then what nobody could check, then what is settled.
ORDER = (Status.CONTESTED, Status.UNVERIFIED, Status.AGREED, Status.SINGLE)


def ask_questions(findings: Findings, narrow: Narrow | None = None) -> list[Account]:
    """The questions that fit, contested ones first, within a status those with more origins and claims first."""
    reader = Reader(findings)
    chosen = [each for each in findings.questions if narrow is None or narrow.fits(each, reader)]
    return [reader.account(question) for question in sorted(chosen, key=_rank)]


def _rank(question: Question) -> tuple[int, int, int, str]:
    origins = sum(answer.origins for answer in question.answers)
    claims = sum(len(answer.claims) for answer in question.answers)
    return ORDER.index(question.status), -origins, -claims, question.id
