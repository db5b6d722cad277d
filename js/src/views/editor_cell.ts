// One cell of a table that can be edited: a field, or plain text where there is nothing to edit.
import { element, setAttributes } from './dom';
import { readCell } from './editor_values';
import type { Column, Content } from './editor_values';

type Field = HTMLInputElement | HTMLSelectElement;

const TYPES: Record<string, string> = { integer: 'text', number: 'text' };

export interface CellOwner {
  /** Take the content that a user gave to a cell. */
  changed(content: Content): void;
  /** Go to the same column of a row further down or up. */
  move(direction: 1 | -1): void;
  report(problem: string | null): void;
}

export function isNumeric(column: Column): boolean {
  return column.field === 'integer' || column.field === 'number';
}

function makeField(column: Column): Field {
  if (column.field === 'select') {
    const options = ['', ...(column.options ?? [])].map(label =>
      element('option', '', { value: label }, label)
    );
    return element('select', 'jss-cell', {}, ...options);
  }
  return element('input', 'jss-cell', {
    type: TYPES[column.field] ?? column.field,
    inputmode: isNumeric(column) ? 'decimal' : null,
    step: column.field === 'time' || column.field === 'datetime-local' ? 1 : null,
    autocomplete: 'off'
  });
}

export class Cell {
  readonly node: HTMLTableCellElement;
  readonly #field: Field | null;
  readonly #column: Column;
  readonly #owner: CellOwner;
  #content: Content = null;
  /** Whether the field holds text that was not sent. */
  #typed = false;

  constructor(column: Column, editable: boolean, owner: CellOwner) {
    this.#column = column;
    this.#owner = owner;
    this.#field = editable ? makeField(column) : null;
    const className = isNumeric(column) ? 'jss-numeric' : '';
    this.node = element('td', className, {}, ...(this.#field ? [this.#field] : []));
    this.#field?.addEventListener('input', () => {
      this.#typed = true;
    });
    this.#field?.addEventListener('change', () => {
      this.#commit();
    });
    this.node.addEventListener('keydown', event => {
      this.#key(event);
    });
  }

  /** Show what the cell holds; what is being typed stays unless it holds something else now. */
  show(content: Content, name: string, missing: string): void {
    const isSame = content === this.#content;
    this.#content = content;
    if (this.#field) {
      setAttributes(this.#field, { 'aria-label': name, placeholder: missing || null });
      if (!this.#typed || !isSame) {
        this.#showField(this.#field);
      }
    } else {
      this.node.textContent = content === null ? missing : String(content);
      this.node.classList.toggle('jss-missing', content === null);
    }
  }

  focus(): void {
    this.#field?.focus();
  }

  #showField(field: Field): void {
    this.#typed = false;
    field.removeAttribute('aria-invalid');
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = this.#content === true;
      field.indeterminate = this.#content === null;
    } else {
      const text = this.#content === null ? '' : String(this.#content);
      if (field.value !== text) {
        field.value = text;
      }
    }
  }

  #commit(): void {
    const field = this.#field;
    if (!field) {
      return;
    }
    this.#typed = false;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      this.#owner.changed(field.checked);
      return;
    }
    const reading = readCell(field.value, this.#column.field, this.#content);
    if ('problem' in reading) {
      this.#owner.report(reading.problem);
      this.#showField(field);
      return;
    }
    this.#owner.report(null);
    if (reading.content !== this.#content) {
      this.#owner.changed(reading.content);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#field) {
      this.#showField(this.#field);
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      event.stopPropagation(); // it would submit a form
      this.#commit();
      this.#owner.move(event.shiftKey ? -1 : 1);
    }
  }
}
