"""The notions of the ledger as frozen types; imports nothing of the package but errors."""
