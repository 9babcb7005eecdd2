"""The report: the questions with their evidence, when things happened, who copied whom, and how it was made."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from accordingto.export.report.descent import draw_descent, tell_descent
from accordingto.export.report.rates import load_rates
from accordingto.export.report.timeline import draw_timeline
from accordingto.model.claim import ClaimStance
from accordingto.model.findings import Findings
from accordingto.model.review import is_reviewed
from accordingto.query.account import Account
from accordingto.query.ask import ORDER, ask_questions
from accordingto.query.words import MEANINGS, render_days

STANCES = {ClaimStance.ASSERTS: "says", ClaimStance.DENIES: "denies", ClaimStance.CANNOT_VERIFY: "could not verify"}


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is about.

    Attributes:
        name: of the ledger.
        findings: the lines that it rests on.
        title: of the story or question, where it is about one.
        made_by: name and version of this program.
        questions: ids, where not all are wanted.
    """

    name: str
    findings: Findings
    title: str
    made_by: str
    questions: frozenset[str] | None = None


def make_report(report: Report) -> str:
    """The report as HTML: no script, no address that is loaded, everything that a document says escaped."""
    findings = report.findings
    accounts = [each for each in ask_questions(findings) if report.questions is None or _is_wanted(each, report)]
    questions = [account.question for account in accounts]
    told = _told_in(accounts) if report.questions is not None else None
    documents = [each.document for each in findings.readings if told is None or each.document.id in told]
    return str(
        _template().render(
            report=report,
            accounts=accounts,
            counts=[(status, sum(each.status is status for each in accounts)) for status in ORDER],
            documents=sorted(documents, key=lambda each: (each.outlet or each.uri, each.id)),
            days=_render_days(findings, told),
            timeline=draw_timeline(findings.events, questions),
            descent=draw_descent(documents, findings.lineage),
            came=tell_descent(documents, findings.lineage),
            rules=_count_rules(findings, accounts),
            reviewed=sum(is_reviewed(claim.trace) for claim in findings.claims) + len(findings.overruled.claims),
            rates=load_rates(),
        )
    )


def _is_wanted(account: Account, report: Report) -> bool:
    return report.questions is not None and account.question.id in report.questions


def _told_in(accounts: Sequence[Account]) -> set[str]:
    """The documents that these accounts quote."""
    said = [
        said for each in accounts for held in each.answers for said in (*held.asserted, *held.denied, *held.doubted)
    ]
    return {place.document.id for each in said for quoted in each.quoted for place in quoted.places}


def _render_days(findings: Findings, told: set[str] | None) -> str | None:
    days = [
        each.document.published.date
        for each in findings.readings
        if each.document.published is not None and (told is None or each.document.id in told)
    ]
    if not days:
        return None
    first, last = min(days, key=lambda each: each.start), max(days, key=lambda each: each.end)
    return render_days(first) if first == last else f"{render_days(first)} to {render_days(last)}"


def _count_rules(findings: Findings, accounts: Sequence[Account]) -> list[tuple[str, int]]:
    """The rules that made the lines behind these questions, with how many each made."""
    held = {claim for each in accounts for answer in each.question.answers for claim in answer.claims}
    claims = [claim for claim in findings.claims if claim.id in held]
    lines = {claim.attribution for claim in claims}
    rules = Counter(claim.trace.rule for claim in claims)
    rules.update(line.trace.rule for reading in findings.readings for line in reading.attributions if line.id in lines)
    rules.update(each.question.trace.rule for each in accounts)
    rules.update(each.trace.rule for each in findings.lineage.derivations)
    return sorted(rules.items())


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("accordingto.export.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"MEANINGS": MEANINGS, "STANCES": STANCES}
    environment.filters["days"] = render_days
    return environment.get_template("report.html")
