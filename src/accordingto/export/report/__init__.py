"""A ledger, a story or a question as one page that needs nothing else: to read, to print, to hand on."""

from accordingto.export.report.page import Report, make_report

__all__ = ["Report", "make_report"]
