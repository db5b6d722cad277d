// The label of our own inputs: sanitised HTML on the page, plain text as the accessible name.
import { asString, element, plainText, setHtml, uniqueId } from './dom';
import type { Model } from './host';

export class Label {
  readonly node: HTMLLabelElement | HTMLDivElement;
  #html = '';
  #text = '';

  /** With a `field`, a real label of it: a click on it focuses the field. */
  constructor(field?: HTMLElement) {
    if (field) {
      field.id = uniqueId('field');
    }
    this.node = field ? element('label', 'jss-label', { for: field.id }) : element('div', 'jss-label');
  }

  get text(): string {
    return this.#text;
  }

  update(model: Model): void {
    const html = asString(model.get('description'));
    if (html !== this.#html) {
      this.#html = html;
      this.#text = plainText(html);
      setHtml(this.node, html);
    }
    this.node.hidden = html === '';
  }
}
