// Numbers of pages to leaf through.
import { element, setAttributes } from './dom';
import { followed } from './follow';
import type { Model } from './host';

const TRAITS = ['value', 'pages', 'visible', 'stretch', 'disabled'];

/** Which numbers are shown; 0 stands for those between that are not. */
export function shownPages(pages: number, page: number, most: number | null): number[] {
  if (most === null || pages <= most) {
    return range(1, pages);
  }
  if (most < 5) {
    const from = Math.min(
      Math.max(1, page - Math.floor((Math.max(1, most) - 1) / 2)),
      pages - Math.max(1, most) + 1
    );
    return range(from, from + Math.max(1, most) - 1);
  }
  const inner = most - 4; // first, last and two gaps
  const from = Math.min(Math.max(page - Math.floor((inner - 1) / 2), 3), pages - 1 - inner);
  const to = from + inner - 1;
  const start = from <= 3 ? range(1, inner + 2) : [1, 0, ...range(from, to)];
  if (from <= 3) {
    return [...start, 0, pages];
  }
  return to >= pages - 2 ? [1, 0, ...range(pages - inner - 1, pages)] : [...start, 0, pages];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

class PaginationView {
  readonly #model: Model;
  readonly #el: HTMLElement;
  readonly #list = element('ul', 'jss-page-numbers');

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#el = el;
    el.classList.add('jss-pagination');
    el.append(element('nav', '', { 'aria-label': 'Pagination' }, this.#list));
    this.update();
  }

  update(): void {
    const page = this.#number('value');
    const pages = this.#number('pages');
    const most = this.#model.get('visible');
    const focused = this.#el.querySelector<HTMLElement>(':focus')?.dataset['jssTo'];
    const numbers = shownPages(pages, page, typeof most === 'number' ? most : null);
    this.#el.classList.toggle('jss-stretch', this.#model.get('stretch') === true);
    this.#list.replaceChildren(
      this.#step('‹', 'Previous page', page - 1, pages),
      ...numbers.map(number => (number === 0 ? gap() : this.#page(number, number === page))),
      this.#step('›', 'Next page', page + 1, pages)
    );
    if (focused !== undefined) {
      const same = this.#list.querySelector<HTMLElement>(`[data-jss-to="${focused}"]:not(:disabled)`);
      (same ?? this.#list.querySelector<HTMLElement>('[aria-current]'))?.focus({ preventScroll: true });
    }
  }

  #number(trait: string): number {
    return Number(this.#model.get(trait));
  }

  #page(number: number, isCurrent: boolean): HTMLElement {
    const name = `Page ${String(number)}`;
    const button = this.#button(String(number), name, number, String(number));
    setAttributes(button, { 'aria-current': isCurrent ? 'page' : null });
    return element('li', '', {}, button);
  }

  #step(sign: string, name: string, to: number, pages: number): HTMLElement {
    const button = this.#button(sign, name, to, sign);
    button.disabled ||= to < 1 || to > pages;
    return element('li', '', {}, button);
  }

  #button(text: string, name: string, to: number, mark: string): HTMLButtonElement {
    const button = element('button', 'jss-page-number', { type: 'button', 'aria-label': name }, text);
    button.dataset['jssTo'] = mark;
    button.disabled = this.#model.get('disabled') === true;
    button.addEventListener('click', () => {
      if (to !== this.#number('value')) {
        this.#model.set('value', to);
        this.#model.save_changes();
        this.update();
      }
    });
    return button;
  }
}

function gap(): HTMLElement {
  return element('li', 'jss-page-gap', { 'aria-hidden': 'true' }, '…');
}

const render = followed(TRAITS, (model, el) => new PaginationView(model, el));

export const pagination = { initialize(): void {}, render };
