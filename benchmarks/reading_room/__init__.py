"""How fast the reading room answers when many read a large ledger at once."""
