"""Whether a page of the console stands still: its parts scroll, and never the page around them."""

from playwright.sync_api import Page

_SCROLLS = """() => {
  const {scrollWidth, scrollHeight} = document.scrollingElement;
  const aside = [...document.querySelectorAll('.page, .rows, .log, .case-parts')]
    .filter(it => it.scrollWidth > it.clientWidth + 1)
    .map(it => `.${it.className} scrolls aside`);
  return [
    ...(scrollWidth > innerWidth + 1 ? ['the page scrolls aside'] : []),
    ...(scrollHeight > innerHeight + 1 ? ['the page itself scrolls'] : []),
    ...aside,
  ];
}"""


def loose_parts(page: Page) -> list[str]:
    """What scrolls and should not, in words; nothing of a page outside of the console's frame."""
    if page.locator(".shell").count() == 0:
        return []
    found: list[str] = page.evaluate(_SCROLLS)
    return found
