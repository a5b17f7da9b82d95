"""Addresses are fetched politely, within limits, from the open internet only; here, from a server that misbehaves."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from misbehaving import (
    Misbehaving,
    bomb,
    busy,
    dripping,
    dropping,
    endless,
    garbage,
    redirect,
    silent,
    with_etag,
)

from mtaudit.errors import InputError
from mtaudit.ingest.web import Answer, addresses
from mtaudit.ingest.web.client import AGENT, Client, Limits
from mtaudit.ingest.web.headers import media_type, moved, wait
from mtaudit.ingest.web.robots import LONGEST_DELAY, robots

QUICK = Limits(bytes=1_000_000, seconds=2, silence=0.5, pause=0)


class Slept:
    """What the client would have waited."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def slept() -> Slept:
    return Slept()


@pytest.fixture
def client(slept: Slept) -> Iterator[Client]:
    with Client(allow_private=True, limits=QUICK, sleep=slept) as made:
        yield made


def fails(client: Client, url: str) -> str:
    with pytest.raises(InputError) as error:
        client.fetch(url)
    told = str(error.value)
    assert told.startswith(f"{url}: ")
    assert "\n" not in told
    return told


# --- what comes back


def test_a_page(server: Misbehaving, client: Client) -> None:
    url = server.page("/a", "Rain in Lorn.", "text/plain; charset=latin-1", ETag='"1"')
    assert client.fetch(url) == Answer(url, b"Rain in Lorn.", "text/plain", "latin-1", '"1"', None)
    assert server.headers[-1]["User-Agent"] == AGENT
    assert AGENT.startswith("mtaudit/")


def test_the_part_behind_a_hash_is_ours_alone(server: Misbehaving, client: Client) -> None:
    url = server.page("/a", "Rain.")
    assert client.fetch(url + "#end").url == url


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_compressed_answers(encoding: str, server: Misbehaving, client: Client) -> None:
    import zlib

    data = gzip.compress(b"Rain.") if encoding == "gzip" else zlib.compress(b"Rain.")
    assert client.fetch(server.page("/a", data, Content_Encoding=encoding)).body == b"Rain."


def test_deflate_without_its_frame(server: Misbehaving, client: Client) -> None:
    import zlib

    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = packer.compress(b"Rain.") + packer.flush()
    assert client.fetch(server.page("/a", data, Content_Encoding="deflate")).body == b"Rain."


def test_redirects_are_followed(server: Misbehaving, client: Client) -> None:
    server.page("/end", "Rain.")
    server.table["/b"] = redirect("end", 308)
    server.table["/a"] = redirect("/b", 301)
    assert client.fetch(server.address("/a")).url == server.address("/end")


# --- what does not


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x.example/", "gopher://x.example", "http://", "data:,x"])
def test_only_http_and_https_are_fetched(url: str, client: Client) -> None:
    assert "only http and https" in fails(client, url)


@pytest.mark.parametrize("url", ["http://[::1", "http://x.example:99999/", "http://x.example:a/"])
def test_an_address_must_be_one(url: str, client: Client) -> None:
    assert "is no web address" in fails(client, url)


def test_a_page_that_is_not_there(server: Misbehaving, client: Client) -> None:
    assert "answered 404" in fails(client, server.address("/none"))
    assert server.asked["/none"] == 1, "asking again would not help"


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://x.example/a", "only http and https"),
        ("http://[::1", "cannot be fetched"),
        ("/a", "more than 8 redirects"),
    ],
)
def test_redirects_that_lead_nowhere(to: str, told: str, server: Misbehaving, client: Client) -> None:
    server.table["/a"] = redirect(to)
    assert told in fails(client, server.address("/a"))
    assert server.asked["/a"] <= QUICK.redirects + 1


def test_a_redirect_without_an_address(server: Misbehaving, client: Client) -> None:
    server.table["/a"] = lambda handler: handler.reply(302)
    assert "answered 302" in fails(client, server.address("/a"))


@pytest.mark.parametrize("answer", [silent, dropping, garbage], ids=["silent", "dropping", "garbage"])
def test_a_server_that_breaks_is_asked_again_and_then_given_up(
    answer: Callable[..., None], server: Misbehaving, slept: Slept
) -> None:
    limits = Limits(silence=0.2, pause=0)
    server.table["/a"] = answer
    with Client(allow_private=True, limits=limits, sleep=slept) as client:
        assert "cannot be reached" in fails(client, server.address("/a"))
    assert server.asked["/a"] == limits.attempts
    assert slept.seconds == [1.0, 2.0], "each wait is twice as long"


def test_a_machine_that_does_not_listen(slept: Slept) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        with Client(allow_private=True, limits=QUICK, sleep=slept) as client:
            assert "cannot be reached" in fails(client, url)


def test_a_name_that_nobody_has(client: Client) -> None:
    assert "no such machine" in fails(client, "http://nobody.invalid/")


def test_bytes_that_drip_do_not_hold_us(server: Misbehaving, client: Client) -> None:
    server.table["/a"] = dripping
    start = time.monotonic()
    assert "cannot be reached" in fails(client, server.address("/a"))
    assert time.monotonic() - start < 10 * QUICK.seconds


# --- how much


def test_a_page_that_says_it_is_too_large_is_not_read(server: Misbehaving, client: Client) -> None:
    assert "1,000,001 bytes" in fails(client, server.page("/a", b"x" * 1_000_001))


def test_a_page_without_an_end(server: Misbehaving, client: Client) -> None:
    server.table["/a"] = endless
    assert "more than 1,000,000 bytes" in fails(client, server.address("/a"))


def test_a_small_answer_that_becomes_large(server: Misbehaving, client: Client) -> None:
    server.table["/a"] = bomb("gzip")
    assert "more than 1,000,000 bytes" in fails(client, server.address("/a"))


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd"])
def test_an_encoding_that_we_did_not_ask_for(encoding: str, server: Misbehaving, client: Client) -> None:
    server.table["/a"] = bomb(*encoding.split(", "))
    assert "which is not read" in fails(client, server.address("/a"))


@pytest.mark.parametrize("data", [gzip.compress(b"Rain." * 50)[:-9], b"no gzip at all"], ids=["cut", "none"])
def test_a_damaged_answer(data: bytes, server: Misbehaving, client: Client) -> None:
    told = fails(client, server.page("/a", data, Content_Encoding="gzip"))
    assert "is cut short" in told or "is damaged" in told


# --- politeness


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(status: int, server: Misbehaving, client: Client, slept: Slept) -> None:
    server.table["/a"] = busy(2, status)
    assert client.fetch(server.address("/a")).body == b"at last"
    assert slept.seconds == [1.0, 2.0]


def test_retry_after_is_honoured(server: Misbehaving, client: Client, slept: Slept) -> None:
    server.table["/a"] = busy(1, 429, Retry_After="7")
    client.fetch(server.address("/a"))
    assert slept.seconds == [7.0]


def test_retry_after_may_be_a_date(server: Misbehaving, client: Client, slept: Slept) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server.table["/a"] = busy(1, 503, Retry_After=moment)
    client.fetch(server.address("/a"))
    assert 20 < slept.seconds[0] <= 30


def test_who_wants_to_be_left_alone_for_long_is(server: Misbehaving, client: Client, slept: Slept) -> None:
    server.table["/a"] = busy(1, 503, Retry_After="86400")
    assert "asks to come back in 86400 seconds" in fails(client, server.address("/a"))
    assert server.asked["/a"] == 1
    assert not slept.seconds


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("soon", None),
        (" 3 ", 3.0),
        ("-3", None),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -2359", None),
        ("9" * 5000, float("inf")),
    ],
)
def test_what_retry_after_says(header: str | None, seconds: float | None) -> None:
    assert wait(header) == seconds


def test_a_date_gone_by_is_no_wait() -> None:
    assert wait("Mon, 04 Mar 2024 08:30:00 GMT") == 0.0
    assert wait("Mon, 04 Mar 2024 08:30:00") == 0.0


def test_the_pause_between_two_requests_to_a_host(server: Misbehaving, slept: Slept) -> None:
    with Client(allow_private=True, limits=Limits(pause=5), sleep=slept) as client:
        for path in ("/a", "/b"):
            client.fetch(server.page(path, "Rain."))
    assert len(slept.seconds) == 1
    assert 4 < slept.seconds[0] <= 5


def test_robots_are_asked_once_and_obeyed(server: Misbehaving, client: Client) -> None:
    server.page("/robots.txt", "User-agent: mtaudit\nDisallow: /secret\n\nUser-agent: *\nDisallow: /", "text/plain")
    client.fetch(server.page("/open", "Rain."))
    assert "its robots.txt forbids it" in fails(client, server.page("/secret/a", "Rain."))
    assert server.asked["/robots.txt"] == 1
    assert not server.asked["/secret/a"]


def test_a_redirect_does_not_lead_past_robots(server: Misbehaving, client: Client) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain")
    server.table["/a"] = redirect("/secret")
    assert "its robots.txt forbids it" in fails(client, server.address("/a"))
    assert not server.asked["/secret"]


def test_the_delay_that_a_site_asks_for(server: Misbehaving, client: Client, slept: Slept) -> None:
    server.page("/robots.txt", "User-agent: *\nCrawl-delay: 9", "text/plain")
    for path in ("/a", "/b"):
        client.fetch(server.page(path, "Rain."))
    assert 8 < slept.seconds[0] <= 9
    assert robots("User-agent: *\nCrawl-delay: 99999", AGENT).delay == LONGEST_DELAY


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_allows_all(status: int, server: Misbehaving, client: Client) -> None:
    server.table["/robots.txt"] = lambda handler: handler.reply(status)
    assert client.fetch(server.page("/a", "Rain.")).body == b"Rain."


def test_a_site_that_cannot_say_forbids_all_for_a_while(server: Misbehaving, client: Client) -> None:
    server.table["/robots.txt"] = lambda handler: handler.reply(503)
    for path in ("/a", "/b"):
        assert "its robots.txt: answered 503" in fails(client, server.page(path, "Rain."))
    assert server.asked["/robots.txt"] == QUICK.attempts, "asked for the first page only"
    assert not server.asked["/a"]


def test_robots_that_moved_to_nothing_allow_all(server: Misbehaving, client: Client) -> None:
    server.table["/robots.txt"] = redirect("/nowhere.txt")
    assert client.fetch(server.page("/a", "Rain.")).body == b"Rain."


# --- what is known already


class Shelf(dict[str, Answer]):
    """The least of caches."""

    def put(self, url: str, answer: Answer) -> None:
        self[url] = answer


@pytest.mark.parametrize("known", ["etag", "modified"])
def test_what_has_not_changed_is_not_sent_again(known: str, server: Misbehaving, slept: Slept) -> None:
    server.table["/a"] = with_etag(b"Rain.")
    shelf, url = Shelf(), server.address("/a")
    with Client(allow_private=True, cache=shelf, limits=QUICK, sleep=slept) as client:
        first = client.fetch(url)
        assert not first.unchanged
        assert shelf == {url: first}
        shelf[url] = Answer(url, b"Rain.", etag=first.etag if known == "etag" else None, modified=first.modified)
        again = client.fetch(url)
        assert again.unchanged
        assert again.body == b"Rain."
        server.table["/a"] = with_etag(b"Snow.", '"v2"', "Tue, 05 Mar 2024 08:30:00 GMT")
        assert client.fetch(url).body == shelf[url].body == b"Snow."


# --- where


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1", "100.127.255.254", "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%lo", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_open_internet(number: str) -> None:
    assert not addresses.is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700::1", "64:ff9b::808:808"])
def test_addresses_that_are(number: str) -> None:
    assert addresses.is_public(number)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]", "127.1"]
)
def test_no_way_of_writing_it_reaches_our_own_machine(host: str, server: Misbehaving, slept: Slept) -> None:
    with Client(limits=QUICK, sleep=slept) as client:
        told = fails(client, f"http://{host}:{server.server_port}/a")
    assert "private address" in told or "no such machine" in told
    assert not server.asked
    assert not slept.seconds, "asking again would not help"


@pytest.fixture
def first_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if 127.0.0.1, and no other, were an address of the open internet."""
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")


@pytest.mark.usefixtures("first_is_public")
@pytest.mark.parametrize("host", ["127.0.0.2", "localhost.", "[::1]"])
def test_no_redirect_leads_to_a_private_address(
    host: str, server: Misbehaving, slept: Slept, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, {"localhost.": ["127.0.0.3"]})
    server.table["/a"] = redirect(f"http://{host}:{server.server_port}/b")
    with Client(limits=QUICK, sleep=slept) as client:
        assert "private address" in fails(client, server.address("/a"))
    assert not server.asked["/b"]


def resolve(monkeypatch: pytest.MonkeyPatch, names: dict[str, list[str]]) -> list[str]:
    """Names resolve to these addresses, one list after another at each look-up; returns the names looked up."""
    real, asked = socket.getaddrinfo, []

    def answer(host: str, port: int, *args: object, **kwargs: object) -> object:
        if host not in names:
            return real(host, port, *args, **kwargs)  # type: ignore[arg-type]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in names[host]]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return asked


@pytest.mark.usefixtures("first_is_public")
def test_a_name_with_one_private_address_among_others(
    server: Misbehaving, slept: Slept, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, {"news.example": ["127.0.0.1", "10.0.0.1"]})
    with Client(limits=QUICK, sleep=slept) as client:
        assert "is 10.0.0.1, a private address" in fails(client, f"http://news.example:{server.server_port}/a")
    assert not server.asked


@pytest.mark.usefixtures("first_is_public")
def test_the_address_that_was_checked_is_the_one_that_is_used(
    server: Misbehaving, slept: Slept, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"news.example": ["127.0.0.1"]}
    asked = resolve(monkeypatch, names)
    server.page("/a", "Rain.")
    server.page("/robots.txt", "")
    checked = addresses.numbers_of

    def rebound(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
        found = checked(host, port, allow_private=allow_private)
        names["news.example"] = ["127.0.0.9"]  # what the name's owner would answer a moment later
        return found

    monkeypatch.setattr("mtaudit.ingest.web.transport.numbers_of", rebound)
    with Client(limits=QUICK, sleep=slept) as client:
        url = f"http://news.example:{server.server_port}/a"
        assert client.fetch(url).body == b"Rain."
    assert asked == ["news.example"], "one look-up for one connection"
    assert server.headers[-1]["Host"] == f"news.example:{server.server_port}"


def test_the_second_address_is_tried_where_the_first_is_dead(
    server: Misbehaving, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, {"news.example": ["127.0.0.77", "127.0.0.1"]})
    server.page("/a", "Rain.")
    assert client.fetch(f"http://news.example:{server.server_port}/a").body == b"Rain."


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?page=2", True),
        ("Disallow: /*/private/", "/desk/private/a", False),
        ("Disallow: /*/private/", "/private/a", True),
        ("Disallow: /news\nAllow: /news/today", "/news/today/a", True),
        ("Allow: /news/today\nDisallow: /news", "/news/old", False),
        ("Allow: /page\nDisallow: /*.htm", "/page.htm", False),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Allow: /$\nDisallow: /", "/", True),
        ("Allow: /$\nDisallow: /", "/a", False),
        ("Disallow: /*?print=", "/a?print=1", False),
        ("Disallow: /caf%C3%A9", "/café", False),
        ("Disallow:", "/a", True),
        ("Disallow: /" + "*a" * 2000 + "b", "/" + "a" * 5000, True),
        ("Crawl-delay: nan", "/a", True),
    ],
)
def test_of_two_rules_the_longer_holds(rules: str, path: str, allowed: bool) -> None:
    told = robots(f"User-agent: *\n{rules}", AGENT)
    assert told.allow(f"https://news.example{path}") is allowed
    assert told.delay == 0


HALVES = st.lists(
    st.sampled_from(["\ud800", "\udcff", "[", "]", "%", "%ED%A0%80", ":", "/", "*", "$"]) | st.text()
).map("".join)


@given(HALVES, HALVES, HALVES)
def test_law_any_rules_allow_any_address_or_not(rules: str, path: str, kind: str) -> None:
    told = robots(f"User-agent: *\nDisallow: /{rules}\nCrawl-delay: {rules}", AGENT)
    assert told.allow(f"https://news.example/{path}") in (True, False)
    assert 0 <= told.delay <= LONGEST_DELAY
    assert media_type({"content-type": kind})[0]
    with suppress(InputError):
        assert addresses.host_of(f"https://{path}")


@pytest.mark.parametrize("address", ["http://[#", "http://a.example/\ud800", "http://a.example:99999/"])
def test_what_is_no_address_is_not_asked_for(address: str, client: Client) -> None:
    assert "is no web address" in fails(client, address)


def test_rules_for_us_hold_and_not_those_for_all() -> None:
    told = robots("User-agent: *\nDisallow: /\n\nUser-agent: MTAudit\nUser-agent: other\nDisallow: /x", AGENT)
    assert told.allow("https://news.example/a")
    assert not told.allow("https://news.example/x/a")


# --- through whom


@pytest.fixture
def proxy(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> Misbehaving:
    """The server as the proxy of the environment; its table holds whole addresses then."""
    monkeypatch.setenv("HTTP_PROXY", f"http://ada:p%40ss@127.0.0.1:{server.server_port}")
    return server


def test_the_proxy_of_the_environment_is_asked(proxy: Misbehaving, slept: Slept) -> None:
    proxy.page("http://news.example/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain")
    proxy.page("http://news.example/a", "Rain.")
    with Client(limits=QUICK, sleep=slept) as client:
        assert client.fetch("http://news.example/a").body == b"Rain."
        assert "its robots.txt forbids it" in fails(client, "http://news.example/secret")
    assert proxy.headers[-1]["Proxy-Authorization"] == "Basic YWRhOnBAc3M="


def test_hosts_that_need_no_proxy_are_asked_directly(proxy: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "news.example,127.0.0.1")
    with Client(allow_private=True, limits=QUICK) as client:
        assert client.fetch(proxy.page("/a", "Rain.")).body == b"Rain."
    assert set(proxy.asked) == {"/robots.txt", "/a"}


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "a.LOCALHOST.", "[::1]", "2130706433", "0x7f.1", "10.0.0.1", "169.254.169.254"]
)
def test_no_proxy_is_asked_for_what_is_plainly_private(host: str, proxy: Misbehaving, slept: Slept) -> None:
    proxy.page("http://news.example/robots.txt", "", "text/plain")
    proxy.table["http://news.example/a"] = redirect(f"http://{host}/b")
    with Client(limits=QUICK, sleep=slept) as client:
        assert "private address" in fails(client, f"http://{host}/a")
        assert "private address" in fails(client, "http://news.example/a")
    assert set(proxy.asked) == {"http://news.example/robots.txt", "http://news.example/a"}


def test_a_proxy_that_refuses_is_told(proxy: Misbehaving, slept: Slept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{proxy.server_port}")  # which knows no CONNECT
    with Client(limits=QUICK, sleep=slept) as client:
        assert "cannot be reached (501" in fails(client, "https://news.example/a")


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:9", "http://", "ftp://127.0.0.1"])
def test_a_proxy_of_another_kind_is_told(address: str, slept: Slept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", address)
    with Client(limits=QUICK, sleep=slept) as client:
        assert "the proxy of the environment" in fails(client, "http://news.example/a")
    assert not slept.seconds, "asking again would not help"


# --- whom


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate for news.example, which this test alone trusts."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    key, made = tmp_path / "key.pem", tmp_path / "made.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example -addext"
    options = ["subjectAltName=DNS:news.example", "-keyout", str(key), "-out", str(made)]
    subprocess.run([*command.split(), *options], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    made.write_bytes(key.read_bytes() + made.read_bytes())
    return made


def test_the_name_on_the_certificate_is_verified(
    certificate: Path, slept: Slept, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve(monkeypatch, {"news.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    server = Misbehaving()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.page("/a", "Rain.")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        with Client(allow_private=True, limits=QUICK, sleep=slept) as client:
            assert client.fetch(f"https://news.example:{server.server_port}/a").body == b"Rain."
            told = fails(client, f"https://other.example:{server.server_port}/a")
            assert "certificate" in told.lower() or "Hostname mismatch" in told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("text/html", ("text/html", None)),
        ('Text/HTML; Charset="utf-8"', ("text/html", "utf-8")),
        ("application/rss+xml; charset=iso-8859-1", ("application/rss+xml", "iso-8859-1")),
    ],
)
def test_what_the_content_type_says(header: str, found: tuple[str, str | None]) -> None:
    assert media_type({"content-type": header}) == found
    assert media_type({}) == (None, None)


def test_a_place_that_is_no_address() -> None:
    with pytest.raises(InputError, match="what is no address"):
        moved("http://news.example/a", "http://[::1")
