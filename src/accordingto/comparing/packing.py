"""Things of lines of the model as bytes, to keep and to hand on, and as a digest, to tell whether they changed."""

import zlib
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import cache
from hashlib import blake2b
from typing import Any, TypeVar, cast, get_origin

import msgspec

from accordingto.model.trace import Issue

Thing = TypeVar("Thing")

# Of so many two things of a ledger of any size are never taken for one.
DIGEST_BYTES = 16
# What is kept of a document of a megabyte is not so long; bytes that swell to more were altered.
MOST_BYTES = 64 * 1024**2
_QUICKLY = 1  # zlib's level: three quarters of the gain in a tenth of the time


def digest(*things: object) -> str:
    """A digest of anything that lines of the model are made of; sets and mappings count by what they hold."""
    try:
        told = _writer().encode(things)
    except UnicodeEncodeError:  # half a character, which no text that was read from a file holds
        told = repr(things).encode("ascii", "backslashreplace")
    return blake2b(told, digest_size=DIGEST_BYTES).hexdigest()


def pack(thing: object) -> bytes:
    """A thing of lines of the model as bytes."""
    return zlib.compress(_writer().encode(thing), _QUICKLY)


def pack_most(things: Iterable[Thing | Issue]) -> list[Thing | Issue | bytes]:
    """Things as one process hands them to another: packed, which takes a fraction of what pickling them does."""
    return [each if isinstance(each, Issue) else pack_one(each) for each in things]


def pack_one(thing: Thing) -> Thing | bytes:
    """A thing packed, or as it is: half a character cannot be packed, and what is too long is not unpacked."""
    try:
        written = _writer().encode(thing)
    except UnicodeEncodeError:
        return thing
    return zlib.compress(written, _QUICKLY) if len(written) <= MOST_BYTES else thing


def unpack(form: type[Thing], packed: bytes) -> Thing | None:
    """The thing again; ``None`` where the bytes hold no such thing."""
    try:
        opened = zlib.decompressobj().decompress(packed, MOST_BYTES)
        return cast("Thing", _reader(cast("Hashable", form)).decode(opened))
    except (zlib.error, msgspec.MsgspecError, TypeError, ValueError, RecursionError):
        return None  # a cell of a damaged ledger need not even hold bytes


@cache
def _writer() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(order="deterministic")


@cache
def _reader(form: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(form, dec_hook=_make)


def _make(form: Any, value: Any) -> Any:
    """What the library does not know by itself."""
    if (get_origin(form) or form) is Counter:
        return Counter(value)
    raise NotImplementedError(form)
