"""Asks whether a locked dependency has a known vulnerability; ``make audit`` runs it.

Two services are asked, the Python Package Index and, where it knows nothing, OSV. On a machine that reaches neither
there is nothing to say, which is said in one line and fails nothing. A known vulnerability does.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = "requirements.lock"
ROOT = Path(__file__).parent.parent
SERVICES = ("pypi", "osv")
# Seconds for one connection, and for all that one service is asked.
PATIENCE, LONGEST = 5, 45


def main() -> int:
    """Say what is known; the status is 1 when something is."""
    for service in SERVICES:
        found = ask(service)
        known = [each for each in found if "vulns" in each]
        if known:
            return report(known, len(found), service)
    print(f"audit: nothing could be audited, no advisory service knows the packages of {LOCK} from here")
    return 0


def ask(service: str) -> list[dict[str, Any]]:
    """What a service says of each locked package; nothing where it cannot be reached in time."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", LOCK, "--disable-pip", "--no-deps"]
    options = ["--vulnerability-service", service, "--timeout", str(PATIENCE), "--format", "json"]
    try:
        answer = subprocess.run(
            [*command, *options, "--progress-spinner", "off"],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return []
    return read_answer(answer.stdout)


def read_answer(output: str) -> list[dict[str, Any]]:
    """The packages of an answer; without one pip-audit prints no JSON."""
    try:
        packages: list[dict[str, Any]] = json.loads(output)["dependencies"]
    except ValueError:
        return []
    return packages


def report(known: list[dict[str, Any]], total: int, service: str) -> int:
    """A line for each vulnerability, and one for how many packages were looked up."""
    lines = [
        f"{package['name']} {package['version']}: {each['id']}; mended in: {', '.join(each['fix_versions']) or 'none'}"
        for package in known
        for each in package["vulns"]
    ]
    for line in lines:
        print(line, file=sys.stderr)
    print(f"audit ({service}): {len(known)} of {total} locked packages looked up, vulnerabilities known: {len(lines)}")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
