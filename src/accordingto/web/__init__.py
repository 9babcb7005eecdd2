"""The reading room: a ledger in a browser. It only turns what ``query`` finds into pages; nothing is loaded from afar."""
