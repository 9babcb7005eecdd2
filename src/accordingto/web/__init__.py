"""The reading room: a ledger in a browser. It turns what ``query`` finds into pages, and loads nothing from afar."""
