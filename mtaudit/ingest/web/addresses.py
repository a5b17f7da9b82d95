"""Which web addresses are fetched: http and https, on machines that the whole internet may reach."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import urlsplit

from mtaudit.errors import InputError

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for the IPv4 address in their last 32 bits (RFC 6052)."""


def is_address(text: str) -> bool:
    """Whether the text is one web address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def host_of(url: str) -> str:
    """The name or number of the machine. Raises InputError for what is no http or https address."""
    try:
        parts = urlsplit(url)
        host, _, _ = parts.hostname, parts.port, url.encode()
    except ValueError as error:  # half of a surrogate pair, too
        raise InputError(f"is no web address ({error})") from None
    if parts.scheme not in ("http", "https") or not host:
        raise InputError("only http and https addresses are fetched")
    return host


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, CGNAT, multicast, reserved.

    An IPv6 address that stands for an IPv4 address is judged as that one.
    """
    ip = ipaddress.ip_address(number)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def numbers_of(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of a machine, each once, in the system's order.

    Raises InputError where the name is unknown, or where any of its addresses is not public and `allow_private` is
    false: a name that has both is up to no good.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:  # the latter for a name that none can have
        raise InputError(f"{host}: no such machine ({getattr(error, 'strerror', None) or error})") from None
    numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private:
        for number in numbers:
            if not is_public(number):
                raise InputError(f"{host}: is {number}, a private address; --allow-private permits it")
    return numbers
