// A list of entries to pick from, for a field that keeps the focus: the active entry is told by its id.
import { element, setAttributes, uniqueId } from './dom';

export interface Entry {
  text: string;
  /** What it is, for the look. */
  kind: 'option' | 'all' | 'new';
  pick(): void;
}

export class Listbox {
  readonly node = element('div', 'jss-listbox', { role: 'listbox', id: uniqueId('list') });
  readonly #field: HTMLElement;
  #entries: readonly Entry[] = [];
  #active = -1;

  constructor(field: HTMLElement) {
    this.#field = field;
    this.node.addEventListener('click', event => {
      this.#at(event)?.pick();
    });
    this.node.addEventListener('pointermove', event => {
      const entry = this.#at(event);
      if (entry) {
        this.#activate(this.#entries.indexOf(entry));
      }
    });
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Show these entries, with the active one at a place or at the first single option, if anywhere. */
  show(entries: readonly Entry[], active: number | 'first'): void {
    this.#entries = entries;
    this.node.replaceChildren(
      ...entries.map(({ text, kind }) =>
        element(
          'div',
          `jss-entry jss-entry-${kind}`,
          { role: 'option', id: uniqueId('entry'), 'aria-selected': 'false' },
          text
        )
      )
    );
    this.#activate(active === 'first' ? this.first : Math.min(active, entries.length - 1));
  }

  get active(): number {
    return this.#active;
  }

  /** The place of the first single option: nobody picks all of them by accident. */
  get first(): number {
    return this.#entries.findIndex(entry => entry.kind !== 'all');
  }

  /** Go on by a number of entries, round and round. */
  move(steps: number): void {
    const count = this.#entries.length;
    if (count > 0) {
      const from = this.#active < 0 ? (steps < 0 ? 0 : this.first - 1) : this.#active;
      this.#activate((from + steps + count) % count);
      this.node.children[this.#active]?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Pick the active entry; say whether there was one. */
  pick(): boolean {
    const entry = this.#entries[this.#active];
    entry?.pick();
    return entry !== undefined;
  }

  #at(event: Event): Entry | undefined {
    const row = event.target instanceof Element ? event.target.closest('.jss-entry') : null;
    return row ? this.#entries[[...this.node.children].indexOf(row)] : undefined;
  }

  #activate(index: number): void {
    this.node.children[this.#active]?.classList.remove('jss-active');
    this.#active = index;
    const row = this.node.children[index];
    row?.classList.add('jss-active');
    setAttributes(this.#field, { 'aria-activedescendant': row?.id });
  }
}
