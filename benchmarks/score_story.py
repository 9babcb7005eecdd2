"""Score one story of ../shared/stories with the scorer that stands beside it.

    python benchmarks/score_story.py belgorod [--show] [--out ledger.json]

Says that it skips where ../shared is missing.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.shared import EVAL, STORIES
from benchmarks.stories import build_export


def main() -> int:
    """Print the scores of one story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    story = STORIES / options.story
    if not story.is_dir():
        sys.stdout.write("skipped: ../shared/stories is missing\n")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch) / "ledger.json"
        out.write_text(build_export(story / "documents"), encoding="utf-8")
        command = [sys.executable, str(EVAL / "score_story.py"), str(out), str(story / "key.json")]
        return subprocess.run([*command, *(["--show"] if options.show else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
