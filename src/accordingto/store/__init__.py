"""Where findings are kept."""

from accordingto.store.base import Store, View, Writer
from accordingto.store.memory import MemoryStore
from accordingto.store.sql import SqlStore

__all__ = ["MemoryStore", "SqlStore", "Store", "View", "Writer"]
