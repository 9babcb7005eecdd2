"""The rounds of ``accordingto watch``."""

from dataclasses import dataclass, field

from rich.text import Text

from accordingto.cli.gather import gathering, open_fetch, write_gathered
from accordingto.cli.terminal import neutralise, open_console
from accordingto.intake.watching import Seen, take_feeds
from accordingto.model.place import Place
from accordingto.settings import Settings
from accordingto.store import open_store


@dataclass(slots=True, kw_only=True)
class Rounds:
    """Feeds that are read round after round into one ledger.

    Attributes:
        feeds: addresses of feeds, or files that hold lists of them.
        ledger: where what is new goes.
        settings: of the user's environment.
        keep, allow_private, model: as the options of ``watch`` have them.
    """

    feeds: tuple[str, ...]
    ledger: Place
    settings: Settings
    keep: bool | None
    allow_private: bool
    model: str | None
    _seen: Seen | None = field(default=None)

    def run(self, now: str) -> int:
        """One round; the number of inputs that could not be read."""
        if self._seen is None:
            self._seen = self._look_back()
        self._seen.now = now
        with gathering(self.ledger, keep=self.keep) as gathered:
            with open_fetch(allow_private=self.allow_private) as fetch:
                gathered.add(take_feeds(self.feeds, self._seen, fetch))
            if gathered.documents:
                try:
                    extension = write_gathered(gathered, self.ledger, self.settings, model=self.model)
                except BaseException:
                    self._seen = None  # it noted what the ledger does not have
                    raise
                added, held = len(extension.read), len(extension.read) + extension.kept
                words = f"{now} {added:,} new or changed, {held:,} in {self.ledger}"
            else:
                words = f"{now} nothing new"
        open_console().print(Text(neutralise(words)), soft_wrap=True)
        return gathered.refused

    def _look_back(self) -> Seen:
        store = open_store(self.ledger, self.settings.busy_seconds)
        if not store.database.holds_ledger():
            return Seen(())
        with store.view() as view:
            return Seen(view.captures())
