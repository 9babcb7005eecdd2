"""Addresses of pages: one spelling each, and which of two the page goes by."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# Says where a reader came from, never which page it is.
_TRACKING = re.compile(
    r"utm_\w{1,30}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ns_\w{1,30}|at_\w{1,30}|ref_src|smid|cmp|xtor",
    re.IGNORECASE,
)
# Hosts that hold copies of other outlets' pages on these outlets' behalf.
_CACHES = (".cdn.ampproject.org", ".amp.cloudflare.com")
_PORTS = {"http": 80, "https": 443}


def tidy_address(address: str) -> str | None:
    """One spelling of a web address: no fragment, no tracking, host in lower case; ``None`` if it is none.

    Example:
        >>> tidy_address("HTTPS://Orlec.Example:443/a?utm_source=x&id=3#top")
        'https://orlec.example/a?id=3'
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not host or any(each.isspace() for each in host):
        return None
    scheme = parts.scheme.lower()
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in {None, _PORTS[scheme]} else f"{shown}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", _keep_query(parts), ""))


def choose_address(got: str | None, said: str | None) -> str | None:
    """The address that a page goes by: what it says of itself, where it may say so, else where it was got.

    A page may give another spelling within its own site, and a cache of pages may give the site it copies. One that
    names somebody else's site would pass its words off as theirs.
    """
    if got is None:
        return said
    own = tidy_address(got) or got
    if said is None:
        return own
    full = tidy_address(urljoin(got, said))
    if full is None:
        return own
    here, there = find_host(own), find_host(full)
    return full if _site(here) == _site(there) or here.endswith(_CACHES) else own


def find_host(address: str) -> str:
    """The host of an address, without ``www.``; empty when there is none."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _site(host: str) -> str:
    """What two hosts of one outlet share: 'm.orlec.example' and 'orlec.example' are one site.

    Second labels of two or three letters ('co.uk', 'com.tr') belong to the ending.
    """
    labels = host.split(".")
    if ":" in host or labels[-1].isdecimal():
        return host
    shared = 3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 2  # noqa: PLR2004
    return ".".join(labels[-shared:])


def _keep_query(parts: SplitResult) -> str:
    if not parts.query:
        return ""
    pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    return parts.query if len(kept) == len(pairs) else urlencode(kept)
