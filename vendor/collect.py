"""Copies the reading room's scripts, styles and fonts from pinned npm packages into the Python package.

``make vendor`` runs it; the copies are committed, so that nobody needs npm to build, test or serve. Beside the files of
each package lie its licence, and ``VENDORED.json`` says where each came from and what it hashes to.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
SCRATCH = ROOT / "build" / "vendor"
STATIC = ROOT / "src" / "accordingto" / "web" / "static" / "vendor"
TESTS = ROOT / "tests" / "web" / "vendor"


def main() -> None:
    """Fetch by the lock file, then copy what ``files.json`` lists."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, SCRATCH / name)
    subprocess.run(  # npm by its name, as anybody would call it
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],  # noqa: S607
        cwd=SCRATCH,
        check=True,
    )
    wanted: dict[str, dict[str, list[str]]] = json.loads((HERE / "files.json").read_text(encoding="utf-8"))
    for target, section in ((STATIC, "served"), (TESTS, "tests")):
        shutil.rmtree(target, ignore_errors=True)
        packages = [copy_package(name, files, target) for name, files in sorted(wanted[section].items())]
        (target / "VENDORED.json").write_text(json.dumps(packages, indent=1) + "\n", encoding="utf-8")


def copy_package(name: str, files: list[str], target: Path) -> dict[str, Any]:
    """Copy some files and the licences of one package, and say what was copied."""
    source, place = SCRATCH / "node_modules" / name, target / name.rpartition("/")[2]
    place.mkdir(parents=True, exist_ok=True)
    about = json.loads((source / "package.json").read_text(encoding="utf-8"))
    licences = sorted(each.name for each in source.glob("LICENSE*") if each.suffix != ".mjs")
    copied = {}
    for file in (*files, *licences):
        copy = place / Path(file).name
        shutil.copyfile(source / file, copy)
        if copy.suffix in {".js", ".css"}:
            copy.write_text(without_map(copy.read_text(encoding="utf-8")), encoding="utf-8")
        copied[copy.relative_to(target).as_posix()] = hashlib.sha256(copy.read_bytes()).hexdigest()
    return {"package": name, "version": about["version"], "licence": about["license"], "files": copied}


def without_map(text: str) -> str:
    """Without the comment that sends a browser's tools after a file that is not there."""
    return "\n".join(line for line in text.split("\n") if "# sourceMappingURL=" not in line)


if __name__ == "__main__":
    main()
