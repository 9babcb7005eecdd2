"""What settling a story asked of where outlets write about.

That is worked out of all reports of an outlet, so it changes with every build; of it a story looks at a few countries
and regions. While these are what they were, the story stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from accordingto.text.places import Home

Key = TypeVar("Key")
Homes = Mapping[str | None, Home]


@dataclass(frozen=True, slots=True)
class Asked:
    """One look at where an outlet writes about.

    Attributes:
        outlet: whose reports; ``None`` for those of all together.
        country, region: what was looked up; no region where the country was.
        share: what was found, 0 where nothing was.
    """

    outlet: str | None
    country: str
    region: str | None
    share: float


def holds(asked: Iterable[Asked], homes: Homes) -> bool:
    """Whether the same looks would find the same."""
    return all(_look(each, homes) == each.share for each in asked)


def _look(asked: Asked, homes: Homes) -> float | None:
    home = homes.get(asked.outlet)
    if home is None:
        return None
    if asked.region is None:
        return home.countries.get(asked.country, 0.0)
    return home.regions.get((asked.country, asked.region), 0.0)


class Watched:
    """Homes that note what is asked of them."""

    def __init__(self, homes: Homes) -> None:
        self._countries = {outlet: _Noting(home.countries) for outlet, home in homes.items()}
        self._regions = {outlet: _Noting(home.regions) for outlet, home in homes.items()}
        self.homes = {outlet: Home(self._countries[outlet], self._regions[outlet]) for outlet in homes}

    def asked(self) -> tuple[Asked, ...]:
        """What was asked so far."""
        countries = (
            Asked(outlet, country, None, share)
            for outlet, noting in self._countries.items()
            for country, share in noting.asked.items()
        )
        regions = (
            Asked(outlet, country, region, share)
            for outlet, noting in self._regions.items()
            for (country, region), share in noting.asked.items()
        )
        found = (*countries, *regions)
        return tuple(sorted(found, key=lambda each: (each.outlet or "", each.country, each.region or "")))


class _Noting(Mapping[Key, float]):
    """Shares that note which of them were looked up."""

    def __init__(self, shares: Mapping[Key, float]) -> None:
        self._shares = shares
        self.asked: dict[Key, float] = {}

    def __getitem__(self, key: Key) -> float:
        self.asked[key] = self._shares.get(key, 0.0)
        return self._shares[key]

    def get(self, key: Key, default: float = 0.0) -> float:  # type: ignore[override]
        """The share, or the default where there is none."""
        self.asked[key] = self._shares.get(key, 0.0)
        return self._shares.get(key, default)

    def __iter__(self) -> Iterator[Key]:
        self.asked.update(self._shares)
        return iter(self._shares)

    def __len__(self) -> int:
        return len(self._shares)
