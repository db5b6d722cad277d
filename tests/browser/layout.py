"""Whether a part of a page fits where it is: nothing sticks out, is cut off, or lies over something else."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

#: What may be scrolled from left to right: tables, program text, formulas, rows of tabs; what a picture is drawn in.
SCROLLS = "pre, .jss-scroll, .jss-table-box, .jss-table-host, .jss-math-display, .jss-tab-list"
FAULTS = """(app, scrolls) => {
  const style = node => getComputedStyle(node);
  const name = node => {
    const shown = (node.getAttribute('aria-label') || node.textContent || '').trim().slice(0, 30);
    return `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} ${JSON.stringify(shown)}`;
  };
  const isSeen = node => {
    const { width, height } = node.getBoundingClientRect();
    if (width < 2 || height < 2 || node.closest('.jss-toaster, .jss-stage, [popover]:not(:popover-open)')) {
      return false;
    }
    for (let outer = node; outer && outer !== app.parentElement; outer = outer.parentElement) {
      const { opacity, visibility, clipPath, display } = style(outer);
      if (opacity === '0' || visibility === 'hidden' || clipPath !== 'none' || display === 'none') { return false; }
    }
    return !node.closest('details:not([open]) > :not(summary)');
  };
  const all = [...app.querySelectorAll('*')].filter(node => !node.closest('svg *, math *') && isSeen(node));
  const free = all.filter(node => !node.closest(scrolls) || node.matches(scrolls));
  const room = app.getBoundingClientRect();
  const found = [];

  if (app.scrollWidth > app.clientWidth) { found.push(`the app scrolls: ${app.scrollWidth} > ${app.clientWidth}`); }
  for (const node of free) {
    const box = node.getBoundingClientRect();
    if (box.right > room.right + 1 || box.left < room.left - 1) {
      found.push(`sticks out by ${Math.round(Math.max(box.right - room.right, room.left - box.left))}: ${name(node)}`);
    }
    const { overflowX, overflowY, textOverflow } = style(node);
    const clips = overflowX !== 'visible' && !node.matches(scrolls);
    if (clips && textOverflow !== 'ellipsis' && node.scrollWidth > node.clientWidth + 1 && !node.matches('input')) {
      found.push(`cuts off ${node.scrollWidth - node.clientWidth} to the right: ${name(node)}`);
    }
    const isShort = node.scrollHeight > node.clientHeight + 1 && !node.matches(scrolls);
    if (isShort && ['hidden', 'clip'].includes(overflowY) && !node.matches('input, textarea')) {
      found.push(`cuts off ${node.scrollHeight - node.clientHeight} below: ${name(node)}`);
    }
  }

  const overlap = (a, b) => {
    const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
    return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  };
  const apart = (nodes, same) => {
    for (const [at, node] of nodes.entries()) {
      for (const other of nodes.slice(at + 1)) {
        if (!node.contains(other) && !other.contains(node) && !same(node, other) && overlap(node, other)) {
          found.push(`${name(node)} lies over ${name(other)}`);
        }
      }
    }
  };
  for (const body of [app, ...all].filter(node => node.matches('.jss-body, .jss-shell, .jss-columns'))) {
    apart([...body.children].filter(isSeen), () => false);
  }
  // Within one field a button may lie over the room that the field leaves for it.
  const field = node => node.closest('.jss-control, .jss-table, .jss-code');
  const controls = all.filter(node => node.matches('button, input, select, textarea, summary, a[href], .jss-label'));
  apart(controls, (a, b) => field(a) !== null && field(a) === field(b));
  return found;
}"""
STACKED = """app => [...app.querySelectorAll('.jss-columns')].every(row => {
  const boxes = [...row.children].map(column => column.getBoundingClientRect());
  return boxes.every((box, at) => at === 0 || (box.left === boxes[0].left && box.top >= boxes[at - 1].bottom));
})"""


def faults(app: Locator) -> list[Any]:
    """Return what does not fit, in words; nothing if all does."""
    return list(app.evaluate(FAULTS, SCROLLS))


def is_stacked(app: Locator) -> bool:
    """Whether all columns of an app lie one below the other."""
    return bool(app.evaluate(STACKED))
