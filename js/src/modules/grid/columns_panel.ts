// Which columns are shown: a box to tick for each.
import { element, setAttributes } from '../../views/dom';
import { Popup } from '../../views/popup';
import type { Columns } from './columns';

type Choices = Pick<Columns, 'choices' | 'show' | 'restore'>;

/** How many columns are listed. */
const MOST = 200;

export class ColumnsPanel {
  readonly #boxes = element('div', 'jss-table-boxes');
  readonly #node: HTMLElement;
  readonly #popup: Popup;

  constructor(
    private readonly opener: HTMLElement,
    private readonly columns: Choices
  ) {
    const reset = element('button', 'jss-table-reset', { type: 'button' }, 'Reset columns');
    this.#node = element(
      'div',
      'jss-popup jss-table-columns',
      { role: 'group', 'aria-label': 'Columns that are shown' },
      this.#boxes,
      reset
    );
    this.#popup = new Popup(this.#node, opener);
    setAttributes(opener, { 'aria-expanded': 'false' });
    reset.addEventListener('click', () => {
      columns.restore();
      this.#list();
    });
    this.#node.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        this.close();
        opener.focus();
      }
    });
  }

  get node(): HTMLElement {
    return this.#node;
  }

  toggle(): void {
    if (this.#popup.isOpen) {
      this.close();
      return;
    }
    this.#list();
    this.#popup.open(() => {
      this.close();
    });
    setAttributes(this.opener, { 'aria-expanded': 'true' });
    this.#node.querySelector('input')?.focus();
  }

  close(): void {
    this.#popup.close();
    setAttributes(this.opener, { 'aria-expanded': 'false' });
  }

  #list(): void {
    this.#boxes.replaceChildren(
      ...this.columns.choices.slice(0, MOST).map(({ name, label, shown }) => {
        const box = element('input', '', { type: 'checkbox' });
        box.checked = shown;
        box.addEventListener('change', () => {
          this.columns.show(name, box.checked);
          this.#keepOne();
        });
        return element('label', '', {}, box, ` ${label || 'index'}`);
      })
    );
    this.#keepOne();
  }

  /** The last column stays, as in its menu: a table of none looks like one without data. */
  #keepOne(): void {
    const isLast = this.columns.choices.filter(({ shown }) => shown).length === 1;
    for (const box of this.#boxes.querySelectorAll('input')) {
      box.disabled = isLast && box.checked;
    }
  }
}
