"""What an agent sees: the card after a hand-over, and a queue of thousands that is scrolled."""

import shutil
import time
from statistics import quantiles
from urllib.parse import urlsplit

from playwright.async_api import Page, async_playwright

from backend.staff.signing_in import COOKIE
from tests.bench.desk.acting import Acting
from tests.bench.desk.numbers import Numbers
from tests.bench.desk.seeding import Seeded
from tests.bench.latencies import Latencies
from tests.bench.table import Row

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
#: Scrolls through the list for a while, and gives the milliseconds between frames.
_SCROLL = """async () => {
  const list = document.getElementById('queue-list');
  const frames = [];
  let last = performance.now();
  const until = last + 4000;
  while (last < until) {
    list.scrollTop += 120;
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return {frames, rows: list.querySelectorAll('.row').length, reached: list.scrollTop};
}"""


async def measure_in_browser(
    acting: Acting, seeded: Seeded, address: str, numbers: Numbers
) -> list[Row]:
    """With the machine's Chromium; nothing where there is none, or the pages are not built."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        print("· no Chromium on this machine: the browser's figures are left out", flush=True)
        return []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=QUIET)
        context = await browser.new_context(viewport={"width": 1440, "height": 900})
        cookie = {"name": COOKIE, "value": seeded.agents[0].cookie, "path": "/api/staff"}
        await context.add_cookies([{**cookie, "domain": str(urlsplit(address).hostname)}])  # type: ignore[list-item]
        page = await context.new_page()
        began = time.perf_counter()
        await page.goto(f"{address}/console/queue")
        await page.locator(".row-link").first.wait_for()
        opened = (time.perf_counter() - began) * 1000
        scrolled = await page.evaluate(_SCROLL)
        await page.evaluate("document.getElementById('queue-list').scrollTop = 0")
        cards = [await _card(page, acting, seeded) for _ in range(numbers.cards_in_browser)]
        await browser.close()
    frames = scrolled["frames"]
    late = quantiles(frames, n=20)[-1]
    return [
        Row("the console with the long queue, from its address to its rows", f"{opened:.0f} ms"),
        Row(
            "scrolling it, a frame, p95, and frames over 50 ms",
            f"{late:.0f} ms, {sum(it > 50 for it in frames)} of {len(frames)}",
            f"{scrolled['rows']} rows drawn at a time",
        ),
        Row(
            "from handing over to the card on the screen, opened at once, p50 / p95 / p99",
            str(Latencies.of(cards)),
            "aim p95 < 500 ms",
        ),
    ]


async def _card(page: Page, acting: Acting, seeded: Seeded) -> float:
    """A crisis, which stands first in however long a list."""
    conversation = seeded.fresh.pop()
    began = await acting.hands_over(conversation, "crisis")
    row = f'.row-link[href$="{conversation}"]'
    await page.locator(row).click()
    await page.locator(f'{row}[aria-current="page"]').wait_for()
    await page.locator(".case .person").wait_for()
    return (time.perf_counter() - began) * 1000
