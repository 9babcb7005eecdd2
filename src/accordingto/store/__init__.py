"""Where findings are kept."""

from accordingto.model.place import Place, parse_place
from accordingto.store.base import Store, View, Writer
from accordingto.store.memory import MemoryStore
from accordingto.store.sql import SqlStore, open_store

__all__ = ["MemoryStore", "Place", "SqlStore", "Store", "View", "Writer", "open_store", "parse_place"]
