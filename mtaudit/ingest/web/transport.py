"""How a connection is made: to an address that was checked, with its name verified, and by a deadline."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from mtaudit.errors import InputError
from mtaudit.ingest.web.addresses import numbers_of
from mtaudit.ingest.web.proxies import made, proxy_for, refuse_private

BROKEN = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
    httpcore.ProxyError,
)
"""What a connection may fail with; trying again may help."""


class Deadline:
    """Until when a request must be done; every wait for the network is cut to what is left of it."""

    def __init__(self) -> None:
        self.at = float("inf")

    def left(self, timeout: float | None) -> float:
        """The shorter of the timeout and the time left. Raises httpcore.ReadTimeout where none is left."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("took too long")
        return left if timeout is None else min(timeout, left)


class Timed(httpcore.NetworkStream):
    """A connection of which no read or write lasts beyond the deadline, however slowly the bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All bytes."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Hangs up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, once the certificate was verified for the name that was asked for."""
        return Timed(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> object:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class Checked(httpcore.NetworkBackend):
    """Resolves a name once, checks every address it has, and connects to one of those: no second look-up can differ."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the name's addresses that answers. Raises InputError for a private one."""
        numbers = numbers_of(host, port, allow_private=self._allow_private)
        for number in numbers[:-1]:
            try:
                return self._connect(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(numbers[-1], port, timeout, local_address, socket_options)

    def _connect(
        self,
        number: str,
        port: int,
        timeout: float | None,
        local_address: str | None,
        options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.NetworkStream:
        stream = self._network.connect_tcp(number, port, self._deadline.left(timeout), local_address, options)
        return Timed(stream, self._deadline)


class Transport(httpx.BaseTransport):
    """Sends requests over checked connections, or to the proxy that the environment names."""

    def __init__(self, *, allow_private: bool) -> None:
        self.deadline = Deadline()
        self._allow_private = allow_private
        self._ssl = httpx.create_ssl_context()
        self._pools: dict[str | None, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to one request. Raises one of `BROKEN`, or InputError."""
        answer = self._pool(request.url).handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream if isinstance(request.stream, httpx.SyncByteStream) else None,
                extensions=request.extensions,
            )
        )
        if not isinstance(answer.stream, Iterable):
            raise InputError("an answer that cannot be read")
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Hangs up all connections."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        """The connections over which an address is reached."""
        proxy = proxy_for(url.scheme, url.host)
        if proxy and not self._allow_private:
            refuse_private(url.host)
        if proxy not in self._pools:
            self._pools[proxy] = httpcore.ConnectionPool(
                ssl_context=self._ssl,
                proxy=made(proxy) if proxy else None,
                max_connections=4,
                keepalive_expiry=15,
                network_backend=Checked(self.deadline, allow_private=self._allow_private or proxy is not None),
            )
        return self._pools[proxy]


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
