"""What the page of an audit costs: to render, to send, to open in Chromium, to filter and to scroll.

Run alone with `pytest -m benchmark -s tests/benchmarks/test_report_speed.py`. A busy machine makes all of it slower, so
the best of several runs is taken and held against what a reader was promised.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import long_article
import many_copies
import pytest
import test_render_sample as sample
from test_speed import forget, pairs

import mtaudit
from mtaudit.records import Audit, Run
from mtaudit.render.html import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.benchmark, pytest.mark.browser]

CORPORA = Path(__file__).parents[2] / "corpora"

SMALL_BYTES = 300_000
FIRST_PAINT = 200  # ms
LONGEST_TASK = 50  # ms; Chromium tells of tasks longer than that
FILTERED = 100  # ms of work for the page
FRAME = 100  # ms, the longest while one scrolls
STEP = 100  # ms, from the key to the finding in view
SHARE = 0.10  # of the audit's time

RUN_BYTES = 5_000_000
RUN_INTERACTIVE = 1000  # ms of work for the page, until all of it is there and its controls work
RUN_ACT = 400  # ms of work for the page; what a reader does to ten thousand lines

OBSERVE = """window.tasks = [];
new PerformanceObserver((list) => { for (const task of list.getEntries()) tasks.push(task.duration); })
  .observe({ type: "longtask", buffered: true });"""

PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"

CLICK = """async (value) => {
  const input = document.querySelector(`.toolbar input[value="${value}"]`);
  input.click();
  await new Promise((done) => requestAnimationFrame(() => { document.body.offsetHeight; setTimeout(done, 0); }));
}"""

INTERACTIVE = "performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart"

SORT = """async () => {
  document.querySelectorAll("#copies thead button")[1].click();
  await new Promise((done) => requestAnimationFrame(() => { document.body.offsetHeight; setTimeout(done, 0); }));
}"""

FILTER = """async () => {
  const select = document.querySelector("[data-filter=worst]");
  select.value = select.value === "critical" ? "*" : "critical";
  select.dispatchEvent(new Event("change"));
  await new Promise((done) => requestAnimationFrame(() => { document.body.offsetHeight; setTimeout(done, 0); }));
}"""

SCROLL = """async () => {
  const frames = [];
  for (let last = performance.now(), i = 0; i < 60; i++) {
    scrollBy(0, 600);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return Math.max(...frames);
}"""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a page anew, as a reader who has not been there before."""

    def opens(html: str) -> Page:
        path = tmp_path / "page.html"
        path.write_bytes(html.encode())
        made = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        made.add_init_script(OBSERVE)
        made.goto(path.as_uri())
        made.wait_for_timeout(400)
        return made

    yield opens
    for context in browser.contexts:
        context.close()


def news() -> Audit:
    """Two stories of the corpus, about 1000 words."""
    original, copy = (
        "\n\n".join((CORPORA / name / f"{side}.txt").read_text("utf-8") for name in ("storm", "court-ruling"))
        for side in ("original", "copy")
    )
    return mtaudit.compare(original, copy, model=False)


def best(measure: Callable[[], float], limit: float) -> float:
    """The least of at most 12 runs; the first within the limit ends it."""
    least = float("inf")
    for _ in range(12):
        least = min(least, measure())
        if least <= limit:
            break
    return least


def test_the_page_of_1000_words(opened: Callable[[str], Page]) -> None:
    made = news()
    html = page(sample.only(made))

    def once(of: str) -> float:
        reader = opened(html)
        measured = float(reader.evaluate(of))
        reader.context.close()
        return measured

    paint = best(lambda: once(PAINT), FIRST_PAINT)
    longest = best(lambda: once("Math.max(0, ...tasks)"), LONGEST_TASK)
    print(f"\n{len(made.copy.text.split())} words, {len(made.findings)} findings: {len(html.encode()) / 1000:.0f} kB,")
    print(f"  first paint {paint:.0f} ms, longest task {f'{longest:.0f}' if longest else f'under {LONGEST_TASK}'} ms")
    assert len(html.encode()) < SMALL_BYTES
    assert paint < FIRST_PAINT
    assert longest <= LONGEST_TASK


def busy(reader: Page, act: Callable[[], object]) -> float:
    """How many milliseconds the page's own thread works for what is done, which other programs do not lengthen much."""
    session = reader.context.new_cdp_session(reader)
    session.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
    session.send("Performance.enable")

    def worked() -> float:
        metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
        return float(1000 * metrics["TaskDuration"])

    before = worked()
    act()
    after = worked()
    session.detach()
    return after - before


def test_the_page_of_20000_words_with_3000_findings(opened: Callable[[str], Page]) -> None:
    made = long_article.long_audit(1000)
    html = page(sample.only(made))
    reader = opened(html)
    reader.wait_for_timeout(1500)
    filters = {
        kind: best(partial(busy, reader, partial(reader.evaluate, CLICK, kind)), FILTERED)
        for kind in ("critical", "minor", "name", "only", "harmless")
    }
    frame = best(partial(reader.evaluate, SCROLL), FRAME)
    step = best(partial(busy, reader, partial(_step, reader)), STEP)
    print(f"\n{len(made.copy.text.split())} words, {len(made.findings)} findings: {len(html.encode()) / 1e6:.1f} MB,")
    print(f"  filters {', '.join(f'{kind} {ms:.0f} ms' for kind, ms in filters.items())},")
    print(f"  longest frame of scrolling {frame:.0f} ms, next finding {step:.0f} ms")
    assert max(filters.values()) < FILTERED
    assert frame < FRAME
    assert step < STEP


def _step(reader: Page) -> None:
    reader.keyboard.press("n")
    reader.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))")


def test_rendering_beside_the_audit() -> None:
    texts = pairs()
    mtaudit.compare(*texts[0], model=False)
    audits, pages = [], []
    for original, copy in texts[:6]:
        forget(lexicon=False)
        start = time.process_time()
        audit = mtaudit.compare(original, copy, model=False)
        middle = time.process_time()
        page(Run((audit,), (), (), ""))
        audits.append(middle - start)
        pages.append(time.process_time() - middle)
    auditing, rendering = statistics.median(audits), statistics.median(pages)
    print(f"\naudit without the language model {auditing:.3f} s, page {rendering:.4f} s: {rendering / auditing:.1%}")
    assert rendering < SHARE * auditing


def test_the_page_of_a_run_of_10000_copies(opened: Callable[[str], Page]) -> None:
    html = many_copies.page_of(10_000)

    def interactive() -> float:
        reader = opened("<!doctype html><title>before</title>")
        path = Path(str(reader.evaluate("decodeURIComponent(location.pathname)")))
        path.write_bytes(html.encode())
        worked = busy(reader, partial(reader.reload, wait_until="load"))
        wall = float(reader.evaluate(INTERACTIVE))
        reader.context.close()
        return min(worked, wall)

    ready = best(interactive, RUN_INTERACTIVE)
    reader = opened(html)
    acts = {
        "search": best(partial(busy, reader, partial(_typed, reader, "storm 77")), RUN_ACT),
        "all again": best(partial(busy, reader, partial(_typed, reader, "")), RUN_ACT),
        "sort": best(partial(busy, reader, partial(reader.evaluate, SORT)), RUN_ACT),
        "filter": best(partial(busy, reader, partial(reader.evaluate, FILTER)), RUN_ACT),
    }
    told = ", ".join(f"{act} {ms:.0f} ms" for act, ms in acts.items())
    print(f"\n10000 copies: {len(html.encode()) / 1e6:.2f} MB, interactive after {ready:.0f} ms, {told}")
    assert len(html.encode()) < RUN_BYTES
    assert ready < RUN_INTERACTIVE
    assert max(acts.values()) < RUN_ACT


def _typed(reader: Page, words: str) -> None:
    reader.fill("#search", words)
    reader.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))")
