"""Checks that every locked dependency has a licence that this project accepts, or an exception with its reason.

``make licences`` runs it. What is accepted stands in ``licences.yaml``; what the packages declare comes from the
installed Python packages of ``requirements.lock`` and from npm's lock file.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent
_ROOT_PACKAGE = ""  # how npm's lock file names the project itself


def main() -> int:
    """Name each package that nobody has accepted."""
    accepted: dict[str, Any] = yaml.safe_load((HERE / "licences.yaml").read_text(encoding="utf-8"))
    declared = python_licences(ROOT / "requirements.lock") | npm_licences(HERE / "package-lock.json")
    wrong = find_refused(declared, accepted)
    for line in wrong:
        print(line, file=sys.stderr)
    if not wrong:
        print(f"licences: all {len(declared)} locked packages are accepted by vendor/licences.yaml")
    return int(bool(wrong))


def python_licences(lock: Path) -> dict[str, str]:
    """What the locked Python packages declare; one that is not installed is not known."""
    names = [_plain(name) for name in re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)]
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--with-system", "--packages", *names]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = {_plain(row["Name"]): row["License"] for row in rows}
    return {name: found.get(name, "not installed here") for name in names}


def npm_licences(lock: Path) -> dict[str, str]:
    """What the packages declare from which the reading room's scripts, styles and fonts are copied."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {
        path.removeprefix("node_modules/"): about.get("license", "UNKNOWN")
        for path, about in packages.items()
        if path != _ROOT_PACKAGE
    }


def find_refused(declared: dict[str, str], accepted: dict[str, Any]) -> list[str]:
    """A line for each package that is not accepted, and for each exception that nobody needs."""
    allowed = {*accepted["allowed"], *(name for names in accepted["allowed"].values() for name in names)}
    exceptions = {name: each["declares"] for name, each in accepted["exceptions"].items()}
    wrong = [
        f"{name}: '{licence}' is not in vendor/licences.yaml; use another package, or write down why it may be used"
        for name, licence in sorted(declared.items())
        if exceptions.get(name) != licence and not is_allowed(licence, allowed)
    ]
    idle = sorted(set(exceptions) - set(declared))
    return [
        *wrong,
        *(f"{name}: an exception in vendor/licences.yaml for a package that is not locked" for name in idle),
    ]


def is_allowed(licence: str, allowed: set[str]) -> bool:
    """Whether one of the licences to choose from asks for nothing but what is accepted.

    Example:
        >>> is_allowed("(MIT AND Zlib) OR GPL-2.0-only", {"MIT", "Zlib"})
        True
    """
    choices = licence.split(" OR ")
    return any(all(_bare(part) in allowed for part in re.split(r" AND |; ", choice)) for choice in choices)


def _bare(part: str) -> str:
    """A licence without the bracket that an expression put around it; one of its own name stays."""
    return part.strip() if re.search(r"\w \(", part) else part.strip(" ()")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
