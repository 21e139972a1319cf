"""What axe finds on a page against WCAG 2.x, A and AA."""

from typing import Any

from playwright.sync_api import Page, expect

from deploy.local.run import ROOT

_AXE = ROOT / "widgets" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_RUN = """async tags => {
  await Promise.all(document.getAnimations().map(it => it.finished.catch(() => undefined)));
  const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
  return (await axe.run(document, options)).violations;
}"""


def violations(page: Page) -> list[str]:
    """A line for each element that breaks a rule: the rule, the element, and what is wrong."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(_RUN, TAGS)
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
