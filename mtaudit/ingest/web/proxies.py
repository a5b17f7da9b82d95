"""Which proxy stands between us and a site, as HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say.

A proxy looks names up itself, so what they lead to within its network is its matter, and its own address may be
private. What is private by the way it is written, a number or `localhost`, is not even asked of it.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from mtaudit.errors import InputError
from mtaudit.ingest.web.addresses import is_public


def proxy_for(scheme: str, host: str) -> str | None:
    """The address of the proxy for a site; None where it is asked directly."""
    known = getproxies()
    proxy = known.get(scheme) or known.get("all")
    if not proxy or proxy_bypass(host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def made(address: str) -> httpcore.Proxy:
    """How connections are made through a proxy. Raises InputError for one that is not spoken to by http or https."""
    try:
        proxy = httpx.Proxy(address)
        scheme, host, port = proxy.url.scheme, proxy.url.raw_host, proxy.url.port
    except (ValueError, httpx.InvalidURL) as error:
        raise InputError(f"the proxy of the environment has no address that is understood ({error})") from None
    if scheme not in ("http", "https") or not host:
        raise InputError(f"the proxy of the environment is of the kind {scheme}; http and https are spoken")
    url = httpcore.URL(scheme=scheme.encode(), host=host, port=port, target=b"/")
    return httpcore.Proxy(url, auth=proxy.raw_auth)


def refuse_private(host: str) -> None:
    """Raises InputError for a host that is private as it is written, however the number is written."""
    bare = host.strip("[]").rstrip(".").lower()
    number = _number(bare)
    if bare == "localhost" or bare.endswith(".localhost") or (number and not is_public(number)):
        raise InputError(f"{host}: is a private address; --allow-private permits it")


def _number(host: str) -> str | None:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))  # 127.1, 0x7f.1 and 2130706433 are numbers too
    except (OSError, ValueError):
        return None
