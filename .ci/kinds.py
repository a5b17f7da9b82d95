"""An article of every kind is read by a fresh installation: a text, a page, and a feed with a full entry and a link."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STORY = """The ferry to Sallow Isle will close in May, its owner said on Monday, ending a service that began in 1934.

Some 34 workers will be offered other posts on the mainland, the company said in a statement to the council.

The council will meet on 3 June to talk about a bus over the causeway, according to its clerk, and about its price.
"""
BODY = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
PAGE = f"<!doctype html><html lang='en'><body><article><h1>Ferry to close</h1>{BODY}</article></body></html>"
FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>
<item><title>Full</title><content:encoded><![CDATA[{body}]]></content:encoded></item>
<item><title>Linked</title><link>{link}</link><description>The ferry closes …</description></item>
</channel></rss>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


def main() -> int:
    """Writes the folder, audits it, and compares what was read with what is there."""
    with tempfile.TemporaryDirectory() as name:
        folder, served, out = (Path(name, part) for part in ("articles", "served", "reports"))
        folder.mkdir()
        served.mkdir()
        (served / "linked.html").write_text(PAGE, encoding="utf-8")
        (folder / "text.txt").write_text(STORY, encoding="utf-8")
        (folder / "page.html").write_text(PAGE, encoding="utf-8")
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(served))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            link = f"http://127.0.0.1:{server.server_port}/linked.html"
            (folder / "feed.rss").write_text(FEED.format(body=BODY, link=link), encoding="utf-8")
            command = [Path(sys.executable).parent / "mtaudit", "audit", folder, "--allow-private", "--out", out]
            direct = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
            status = subprocess.run(command, env=direct, stdout=subprocess.DEVNULL, check=False).returncode
            server.shutdown()
        if status:
            return status
        read = {audit["copy"]["id"] for audit in json.loads((out / "report.json").read_text("utf-8"))["audits"]}
        missing = {str(folder / "text.txt"), str(folder / "page.html"), str(folder / "feed.rss#1"), link} - read
        for one in sorted(missing):
            print(f"a fresh installation does not read {one}", file=sys.stderr)
        return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
