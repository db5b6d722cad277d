// A tooltip that can be reached by mouse, keyboard and screen reader, and dismissed with Escape.
import { element, setAttributes, setHtml, uniqueId } from './dom';

const GAP = 6;
const MARGIN = 8;

export interface Tooltip {
  update(html: string): void;
  dispose(): void;
}

function showAt(tip: HTMLElement, anchor: Element): void {
  if (typeof tip.showPopover === 'function') {
    if (!tip.matches(':popover-open')) {
      tip.showPopover();
    }
  } else {
    tip.hidden = false;
  }
  const at = anchor.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - size.width - MARGIN);
  const above = at.top - size.height - GAP;
  tip.style.left = `${Math.max(MARGIN, left)}px`;
  tip.style.top = `${above > MARGIN ? above : at.bottom + GAP}px`;
}

function hide(tip: HTMLElement): void {
  if (typeof tip.hidePopover === 'function') {
    if (tip.matches(':popover-open')) {
      tip.hidePopover();
    }
  } else {
    tip.hidden = true;
  }
}

function listen(anchor: Element, tip: HTMLElement): AbortController {
  const listeners = new AbortController();
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      close();
    }
  };
  const close = () => {
    document.removeEventListener('keydown', onEscape, true);
    hide(tip);
  };
  const show = () => {
    clearTimeout(leaving);
    // Only while it is open; captured, since fields keep their keys to themselves.
    document.addEventListener('keydown', onEscape, true);
    showAt(tip, anchor);
  };
  // The pointer may cross the gap to the tooltip, to select its text or follow a link.
  const leave = () => {
    leaving = setTimeout(close, 150);
  };
  const stay = () => {
    clearTimeout(leaving);
  };
  const events: [Element, string, () => void][] = [
    [anchor, 'pointerenter', show],
    [anchor, 'pointerleave', leave],
    [anchor, 'focus', show],
    [anchor, 'blur', close],
    [tip, 'pointerenter', stay],
    [tip, 'pointerleave', leave]
  ];
  for (const [target, name, callback] of events) {
    target.addEventListener(name, callback, { signal: listeners.signal });
  }
  listeners.signal.addEventListener('abort', close);
  return listeners;
}

/** Describe `anchor` by a tooltip with sanitised HTML. */
export function attachTooltip(anchor: HTMLElement, html: string): Tooltip {
  // In the body and the top layer: no container clips it.
  const tip = element('div', 'jss-tooltip', { role: 'tooltip', id: uniqueId('tip') });
  if (typeof tip.showPopover === 'function') {
    tip.popover = 'manual';
  } else {
    tip.hidden = true;
  }
  setHtml(tip, html);
  document.body.append(tip);
  setAttributes(anchor, { 'aria-describedby': tip.id });
  const listeners = listen(anchor, tip);
  return {
    update: html => {
      setHtml(tip, html);
    },
    dispose: () => {
      listeners.abort();
      anchor.removeAttribute('aria-describedby');
      tip.remove();
    }
  };
}

/** A small "?" button with a tooltip, named after the control it explains. */
export function helpButton(name: string, html: string): { button: HTMLButtonElement; tooltip: Tooltip } {
  const button = element(
    'button',
    'jss-help-button',
    { type: 'button', 'aria-label': name ? `Help: ${name}` : 'Help' },
    '?'
  );
  return { button, tooltip: attachTooltip(button, html) };
}
