"""Questions asked of a ledger: who said, according to whom, who differs."""
