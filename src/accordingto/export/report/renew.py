"""Writes the published error rates anew: ``python -m accordingto.export.report.renew docs/measures.md``.

A test holds ``rates.json`` against the page of measures, so that no report states an older figure.
"""

import json
import sys
from pathlib import Path

from accordingto.export.report.rates import FILE, read_rates

if __name__ == "__main__":
    rates = read_rates(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(__file__).with_name(FILE).write_text(json.dumps(rates, indent=1) + "\n", encoding="utf-8")
