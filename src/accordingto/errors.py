"""What can go wrong, as one small tree.

AccordingtoError
├── UsageError          the command was called in a way that cannot work      (exit status 2)
├── InputRefused        one input could not be read; the others still can     (exit status 1)
├── LedgerError         the ledger file cannot be opened, read or written     (exit status 2)
│   └── LedgerTooNew    it was written by a later version of this package
├── EngineMissing       the engine that was asked for is not installed         (exit status 2)
├── EngineFailed        a process or a machine of an engine died              (exit status 2)
├── JudgementRefused    a person's judgement names nobody, or contradicts another  (exit status 2)
├── LexiconError        a word list of the package is malformed
└── ModelMissing        the named language model is not installed             (exit status 2)

Every message names the input and the remedy, in one line that a person can act on.
"""


class AccordingtoError(Exception):
    """The root: catching it catches everything that this package raises on purpose."""


class UsageError(AccordingtoError):
    """The command was called in a way that cannot work."""


class InputRefused(AccordingtoError):
    """One input could not be read.

    Args:
        name: the input as the user named it.
        reason: what is wrong with it, without a full stop.
        remedy: what the user can do about it, without a full stop.
    """

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(f"{name}: {reason}; {remedy}")
        self.name = name
        self.reason = reason
        self.remedy = remedy


class LedgerError(AccordingtoError):
    """The ledger file cannot be opened, read or written."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a later version of this package."""


class EngineMissing(AccordingtoError):
    """The engine that was asked for is not installed."""


class EngineFailed(AccordingtoError):
    """A process or a machine of an engine died, or the engine gave up."""


class JudgementRefused(AccordingtoError):
    """A person's judgement cannot be taken: it names nobody, or contradicts one that stands."""


class LexiconError(AccordingtoError):
    """A word list of the package is malformed."""


class ModelMissing(AccordingtoError):
    """The named language model is not installed."""
