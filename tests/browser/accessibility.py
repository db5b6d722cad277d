"""What axe finds in a part of a page, contrast included.

JupyterLab's `body` is 0 pixels high and hides what overflows, and so does its shell; all in it is placed absolutely.
Browsers apply the overflow of `body` to the window. axe does not know that: to it everything is clipped away, and
its rule of contrast finds nothing to look at; in Voilà it is the main panel that clips. So for the scan all of them
show what overflows, which moves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator

from tests.browser.labserver import ROOT

AXE = ROOT / "js" / "node_modules" / "axe-core" / "axe.min.js"
SEVERITY = ["critical", "serious", "moderate", "minor"]
#: As the page is without the pictures that come and go; a text half faded in has no contrast of its own.
SCAN = """async parts => {
  const style = document.createElement('style');
  style.textContent = `body, .jp-LabShell, #jp-main-content-panel { overflow: visible !important }
    .jss-app *, .jss-dialog * { animation: none !important; transition: none !important }`;
  document.head.append(style);
  const around = [];
  for (const part of parts)
    // What is above the page is clipped by nothing; axe does not know that either.
    if (part.closest('dialog, [popover]'))
      for (let outer = part.parentElement; outer; outer = outer.parentElement) {
        around.push([outer, outer.style.overflow]);
        outer.style.setProperty('overflow', 'visible', 'important');
      }
  try {
    const found = await axe.run({ include: parts }, { elementRef: true, selectors: false });
    const contrast = ['passes', 'violations', 'incomplete'].flatMap(list =>
      found[list].filter(rule => rule.id === 'color-contrast').flatMap(rule => rule.nodes))
      .filter(node => node.any[0]?.data?.messageKey !== 'hidden');
    const lost = found.violations.flatMap(rule => rule.nodes)
      .filter(node => !parts.some(part => part.contains(node.element)));
    if (lost.length > 0) { throw new Error(`in no part: ${lost.map(node => node.html)}`); }
    // Names that have to differ are compared in all parts, and of those that are equal the first one alone is told.
    const equals = node => [node, ...node.all.concat(node.any, node.none).flatMap(check => check.relatedNodes)];
    return parts.map(part => {
      const isIn = node => part.contains(node.element);
      const isOwn = rule => node => rule.id === 'landmark-unique' ? equals(node).filter(isIn).length > 1 : isIn(node);
      return {
        violations: found.violations.map(rule => [rule, rule.nodes.filter(isOwn(rule))])
          .filter(([, nodes]) => nodes.length > 0)
          .map(([rule, nodes]) => ({
            id: rule.id, impact: rule.impact, help: rule.help,
            nodes: nodes.map(node => node.html), why: nodes.map(node => node.failureSummary)
          })),
        texts: contrast.filter(isIn).length,
        text: part.innerText.trim().length
      };
    });
  } finally {
    for (const [outer, before] of around) outer.style.overflow = before;
    style.remove();
  }
}"""


@dataclass(frozen=True)
class Scan:
    """What axe found in one part.

    Parameters
    ----------
    violations
        The serious ones first.
    texts
        Of how many texts the contrast was looked at.
    """

    violations: list[dict[str, Any]]
    texts: int


def scan(*parts: Locator) -> list[Scan]:
    """Scan parts of one page in one go: axe looks at all of the page first, whatever the part.

    Raises
    ------
    AssertionError
        If there is text in a part, and the contrast of none was looked at.
    """
    page = parts[0].page
    if not page.evaluate("'axe' in window"):
        assert AXE.exists(), "axe-core is missing; `make test-browser` installs it"
        page.evaluate(AXE.read_text(encoding="utf-8"))
    all_found = page.evaluate(SCAN, [part.element_handle() for part in parts])
    return list(map(_scan_of, all_found))


def _scan_of(found: dict[str, Any]) -> Scan:
    assert found["texts"] > 0 or found["text"] == 0, "axe saw no text: it takes the part for hidden"
    violations = sorted(found["violations"], key=lambda violation: SEVERITY.index(violation["impact"]))
    return Scan(violations, int(found["texts"]))
