"""One address → its answer: politely, within limits, and again where a server was only busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import TracebackType
from urllib.parse import urldefrag, urlsplit

import httpx

from mtaudit.errors import InputError
from mtaudit.ingest.compression import at_most, inflated
from mtaudit.ingest.web.addresses import host_of
from mtaudit.ingest.web.answers import Answer, Cache
from mtaudit.ingest.web.headers import media_type, moved, wait
from mtaudit.ingest.web.robots import MAX_ROBOTS, Robots, robots
from mtaudit.ingest.web.transport import BROKEN, Transport
from mtaudit.version import __version__

AGENT = f"mtaudit/{__version__}"
"""How we introduce ourselves; a robots.txt may speak to `mtaudit`."""

_BUSY = (429, 500, 502, 503, 504)
"""Answers after which another attempt may succeed."""

_MOVED = (301, 302, 303, 307, 308)

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one address may cost. Times are seconds."""

    bytes: int = 50_000_000
    """After decompression: the largest sitemap that its protocol allows."""

    seconds: float = 60.0
    """For all attempts and redirects together, without the waits between them."""

    silence: float = 15.0
    """Without a byte from the server."""

    redirects: int = 8
    """Browsers follow 20; real articles need two or three."""

    attempts: int = 3

    longest_wait: float = 60.0
    """A server that asks to be left alone for longer is left alone."""

    pause: float = 1.0
    """Between the starts of two requests to one host; a longer crawl delay in its robots.txt holds."""


ROBOTS_KEPT = 3600.0
"""Seconds for which a site's robots.txt is believed; RFC 9309 allows a day."""

TROUBLE_KEPT = 120.0
"""Seconds for which a site whose robots.txt could not be had is left alone."""


class Refused(InputError):
    """The server's answer was no page, but this status."""

    def __init__(self, why: str, status: int | None) -> None:
        super().__init__(why)
        self.status = status


class Busy(InputError):
    """The server could not answer now; `wait` is how long it asked us to stay away."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class Client:
    """Fetches addresses, one after another. Not for use by several threads at once."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        cache: Cache | None = None,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._cache = cache
        self._sleep = sleep
        self._transport = Transport(allow_private=allow_private)
        headers = {"User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        self._client = httpx.Client(
            transport=self._transport, headers=headers, timeout=self._limits.silence, trust_env=False
        )
        self._robots: dict[str, tuple[float, Robots | InputError]] = {}
        self._next: dict[str, float] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hangs up."""
        self._client.close()

    def fetch(self, url: str) -> Answer:
        """What stands at the address; the answer of the cache where the server says that it still holds.

        Raises InputError, which names the address, where it is not allowed, not found, or over a limit.
        """
        try:
            host_of(url)
        except InputError as error:
            raise InputError(f"{url}: {error}") from None
        url = urldefrag(url).url
        known = self._cache.get(url) if self._cache is not None else None
        self._transport.deadline.at = time.monotonic() + self._limits.seconds
        try:
            answer = self._followed(url, known, self._limits.bytes, ask=True)
        except InputError as error:
            raise InputError(f"{url}: {error}") from None
        if self._cache is not None and not answer.unchanged:
            self._cache.put(url, answer)
        return answer

    def _followed(self, url: str, known: Answer | None, limit: int, *, ask: bool) -> Answer:
        """The answer at the end of all redirects; `ask` whether robots.txt allows each of them."""
        for hop in range(self._limits.redirects + 1):
            try:
                found = self._tried(url, known if known and known.url == url else None, limit, ask=ask)
            except InputError as error:
                status = error.status if isinstance(error, Refused) else None
                raise Refused(f"moved to {url}: {error}", status) if hop else error from None
            if isinstance(found, Answer):
                return found
            url = found
        raise InputError(f"more than {self._limits.redirects} redirects")

    def _tried(self, url: str, known: Answer | None, limit: int, *, ask: bool) -> Answer | str:
        """An answer or where it moved to, in as many attempts as are allowed. Raises Busy when they are used up."""
        host_of(url)
        if ask:
            rules = self._rules(url)
            if not rules.allow(url):
                raise InputError("its robots.txt forbids it")
            self._wait_for(url, rules.delay)
        for attempt in range(1, self._limits.attempts + 1):
            try:
                return self._once(url, known, limit)
            except Busy as error:
                pause = 2.0 ** (attempt - 1) if error.wait is None else max(error.wait, self._limits.pause)
                if attempt == self._limits.attempts or self._transport.deadline.at <= time.monotonic():
                    raise
                if pause > self._limits.longest_wait:
                    raise Busy(f"{error}; asks to come back in {pause:.0f} seconds", error.wait) from None
                self._pause(pause)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, url: str, known: Answer | None, limit: int) -> Answer | str:
        headers = {}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.modified:
            headers["If-Modified-Since"] = known.modified
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                return self._read(url, response, known, limit)
        except BROKEN as error:
            raise Busy(f"cannot be reached ({str(error) or type(error).__name__})") from None
        except (httpx.InvalidURL, httpx.HTTPError) as error:
            raise InputError(f"cannot be fetched ({error})") from None

    def _read(self, url: str, response: httpx.Response, known: Answer | None, limit: int) -> Answer | str:
        status, headers = response.status_code, response.headers
        if status == 304 and known:
            return replace(known, unchanged=True)
        if status in _MOVED and "location" in headers:
            return moved(url, headers["location"])
        if status in _BUSY:
            raise Busy(f"answered {status}", wait(headers.get("retry-after")))
        if status not in (200, 203):
            raise Refused(f"answered {status}", status)
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > limit:
            raise InputError(f"has {int(length):,} bytes; {limit:,} are allowed")
        pieces = response.iter_raw()
        encoding = headers.get("content-encoding", "identity").strip().lower()
        body = at_most(pieces if encoding in ("", "identity") else inflated(pieces, encoding), limit)
        kind, charset = media_type(headers)
        return Answer(url, body, kind, charset, headers.get("etag"), headers.get("last-modified"))

    def _rules(self, url: str) -> Robots:
        """The site's robots.txt: none where there is none, all forbidden where the server cannot say (RFC 9309)."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        until, known = self._robots.get(site, (0.0, None))
        if known is None or until < time.monotonic():
            known = self._asked(site)
            kept = ROBOTS_KEPT if isinstance(known, Robots) else TROUBLE_KEPT
            self._robots[site] = time.monotonic() + kept, known
        if isinstance(known, InputError):
            raise InputError(f"its robots.txt: {known}")
        return known

    def _asked(self, site: str) -> Robots | InputError:
        try:
            answer = self._followed(f"{site}/robots.txt", None, MAX_ROBOTS, ask=False)
        except Refused as error:
            return Robots(None, AGENT) if error.status and 400 <= error.status < 500 else error
        except InputError as error:
            return error
        return robots(answer.body.decode("utf-8-sig", "replace"), AGENT)

    def _wait_for(self, url: str, delay: float) -> None:
        """Waits until the host may be asked again."""
        host, now = host_of(url), time.monotonic()
        if self._next.get(host, now) > now:
            self._pause(self._next[host] - now)
        self._next[host] = time.monotonic() + max(delay, self._limits.pause)

    def _pause(self, seconds: float) -> None:
        """Sleeps, which does not count as time that the server took."""
        self._sleep(seconds)
        self._transport.deadline.at += seconds
