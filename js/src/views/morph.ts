// Changes a subtree into another with as few changes as possible, so that pictures do not flash, opened details stay
// open and scrolled boxes stay where they are.
import { symbols } from './symbols';

/** Make the content of `node` equal to `html`, which the kernel has sanitised. */
export function morphHtml(node: HTMLElement, html: string): void {
  const target = document.createElement('template');
  target.innerHTML = html;
  morphChildren(node, target.content);
  symbols.look(html);
}

function morphChildren(from: Node, to: Node): void {
  let current = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    if (!current) {
      from.appendChild(wanted);
      continue;
    }
    const next: ChildNode | null = current.nextSibling;
    morphNode(current, wanted);
    current = next;
  }
  while (current) {
    const next: ChildNode | null = current.nextSibling;
    current.remove();
    current = next;
  }
}

/** A picture that was named and one with an address of its own are two: neither's attributes fit the other. */
function isOther(from: ChildNode, to: ChildNode): boolean {
  const names = ['src', 'srcdoc', 'data'].map(name => `data-jss-${name}`);
  return (
    from instanceof Element &&
    to instanceof Element &&
    names.some(name => from.hasAttribute(name) !== to.hasAttribute(name))
  );
}

function morphNode(from: ChildNode, to: ChildNode): void {
  if (from.nodeName !== to.nodeName || isOther(from, to)) {
    from.replaceWith(to);
  } else if (from instanceof Element && to instanceof Element) {
    morphAttributes(from, to);
    morphChildren(from, to);
  } else if (from.nodeValue !== to.nodeValue) {
    from.nodeValue = to.nodeValue;
  }
}

/** `open` belongs to the person who opened it; what an element shows meanwhile stays until it has what it names. */
function isTheirs(node: Element, attribute: string): boolean {
  return (
    (node.nodeName === 'DETAILS' && attribute === 'open') ||
    (['src', 'srcdoc', 'data'].includes(attribute) && node.hasAttribute(`data-jss-${attribute}`)) ||
    (attribute === 'style' && node.hasAttribute('data-jss-fit'))
  );
}

function morphAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !isTheirs(from, name)) {
      from.removeAttribute(name);
    }
  }
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) !== value && !isTheirs(from, name)) {
      from.setAttribute(name, value);
    }
  }
}
