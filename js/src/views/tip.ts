// The little box at the pointer that says what is under it. One for the page; texts only, never markup.
import { element } from './dom';

const GAP = 12;
/** How many fields are listed. */
const MOST = 30;

let tip: HTMLElement | undefined;

function box(): HTMLElement {
  tip ??= element('div', 'jss-chart-tip', { popover: 'manual', 'aria-hidden': 'true' });
  if (!tip.isConnected) {
    document.body.append(tip);
  }
  return tip;
}

/** A value as the words that are said of it. */
export function text(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function content(value: unknown): Node {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return element('div', '', {}, text(value));
  }
  return fieldsTable(Object.entries(value).map(([name, cell]) => [name, text(cell)]));
}

/** The first fields of something, one below the other. */
export function fieldsTable(fields: [string, string][]): HTMLElement {
  const rows = fields
    .slice(0, MOST)
    .map(([name, said]) =>
      element('tr', '', {}, element('th', '', { scope: 'row' }, name), element('td', '', {}, said))
    );
  return element('table', '', {}, element('tbody', '', {}, ...rows));
}

export function hideTip(): void {
  if (tip?.isConnected) {
    tip.hidePopover();
    tip.remove();
  }
}

/** A handler as Vega wants it. */
export function showTip(_handler: unknown, event: MouseEvent, _item: unknown, value: unknown): void {
  if (value === null || value === undefined || value === '') {
    hideTip();
    return;
  }
  placeTip(content(value), event.clientX, event.clientY);
}

/** Show something beside a point of the window. */
export function placeTip(said: Node, x: number, y: number): void {
  const node = box();
  node.replaceChildren(said);
  node.showPopover();
  const { width, height } = node.getBoundingClientRect();
  const left = x + GAP + width > window.innerWidth ? x - GAP - width : x + GAP;
  const top = y + GAP + height > window.innerHeight ? y - GAP - height : y + GAP;
  node.style.transform = `translate(${String(Math.max(0, left))}px, ${String(Math.max(0, top))}px)`;
}
