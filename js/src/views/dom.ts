// Small helpers to build elements. Texts go through textContent; only what the kernel sanitised is set as HTML.
import { symbols } from './symbols';

type Attributes = Record<string, string | number | boolean | null | undefined>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/** Set attributes; null, undefined and false remove them, true sets them empty. */
export function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      node.removeAttribute(name);
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

/** Say of what is no field itself that it is off, so that its dim texts are not taken for ones to be read. */
export function setOff(node: Element, isOff: boolean): void {
  node.classList.toggle('jss-disabled', isOff);
  setAttributes(node, { role: isOff ? 'group' : null, 'aria-disabled': isOff ? 'true' : null });
}

/** Show HTML that the kernel has sanitised, and say whether it changed. */
export function setHtml(node: HTMLElement, html: string): boolean {
  if (shown.get(node) === html) {
    return false;
  }
  shown.set(node, html);
  node.innerHTML = html;
  symbols.look(html);
  return true;
}

const shown = new WeakMap<HTMLElement, string>();

/** The plain text of sanitised HTML, for names that cannot hold markup. */
export function plainText(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return parsed.body.textContent.replace(/\s+/g, ' ').trim();
}

let lastId = 0;

/** An id that is unique in the page: one model may be drawn by several views. */
export function uniqueId(prefix: string): string {
  lastId += 1;
  return `jss-${prefix}-${lastId}`;
}

export function asString(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** HTML that the kernel has sanitised, as nodes. */
export function fragmentOf(html: string): DocumentFragment {
  const made = document.createElement('template');
  made.innerHTML = html;
  return made.content;
}
