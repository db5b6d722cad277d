// A table whose cells can be edited, with rows to add and to delete.
import { asString, element, setAttributes } from './dom';
import { Cell, isNumeric } from './editor_cell';
import {
  asChanges,
  asColumns,
  asRows,
  contentOf,
  shownRows,
  withCell,
  withNewRow,
  withoutRow
} from './editor_values';
import type { Changes, Column, Content, RowRef } from './editor_values';
import { onDispose } from './host';
import type { Model, RenderContext } from './host';

const TRAITS = [
  'columns',
  'rows',
  'total_rows',
  'adding',
  'deleting',
  'names_rows',
  'alt',
  'placeholder',
  'height'
];
const INDEX = '_index';

interface Row {
  ref: RowRef;
  node: HTMLTableRowElement;
  cells: Cell[];
}

class EditorView {
  readonly #model: Model;
  readonly #head = element('tr');
  readonly #body = element('tbody');
  readonly #box: HTMLDivElement;
  readonly #add = element('button', 'jss-editor-add', { type: 'button' }, '+ Add row');
  readonly #note = element('p', 'jss-table-note');
  readonly #problem = element('div', 'jss-problem', { 'aria-live': 'polite' });
  #rows: Row[] = [];
  /** Taking a field away makes the browser tell that it changed, which nobody meant. */
  #adopting = false;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    const table = element('table', '', {}, element('thead', '', {}, this.#head), this.#body);
    this.#box = element('div', 'jss-editor-box', { role: 'group', tabindex: 0 }, table);
    this.#add.addEventListener('click', () => {
      this.#send(withNewRow(this.#changes));
      this.#focus(
        this.#rows.length - 1,
        this.#columns.findIndex(column => column.name !== INDEX && column.editable)
      );
    });
    el.classList.add('jss-editor');
    el.append(this.#box, this.#problem, this.#add, this.#note);
    this.rebuild();
  }

  get #changes(): Changes {
    return asChanges(this.#model.get('value'));
  }

  get #columns(): Column[] {
    return asColumns(this.#model.get('columns'));
  }

  /** Draw everything anew: other data, or other columns. */
  rebuild(): void {
    const columns = this.#columns;
    const headers = columns.map(column =>
      column.label
        ? element('th', isNumeric(column) ? 'jss-numeric' : '', { scope: 'col' }, column.label)
        : element('td')
    );
    this.#head.replaceChildren(...headers, ...(this.#flag('deleting') ? [element('td')] : []));
    this.#rows = [];
    this.#add.hidden = !this.#flag('adding');
    this.#showSize();
    this.adopt();
  }

  /** Show what was changed; rows that are still there keep their fields, and the focus in them. */
  adopt(): void {
    const changes = this.#changes;
    const data = asRows(this.#model.get('rows'));
    const known = new Map(this.#rows.map(row => [`${row.ref.kind}${row.ref.position}`, row]));
    this.#rows = shownRows(data.length, changes).map(
      ref => known.get(`${ref.kind}${ref.position}`) ?? this.#makeRow(ref)
    );
    this.#adopting = true;
    this.#placeRows();
    this.#adopting = false;
    this.#rows.forEach((row, number) => {
      this.#showRow(row, number, data[row.ref.position] ?? [], changes);
    });
  }

  #placeRows(): void {
    const nodes = new Set<Node>(this.#rows.map(row => row.node));
    [...this.#body.children]
      .filter(node => !nodes.has(node))
      .forEach(node => {
        node.remove();
      });
    this.#rows.forEach(({ node }, number) => {
      if (this.#body.children[number] !== node) {
        this.#body.insertBefore(node, this.#body.children[number] ?? null);
      }
    });
  }

  #showRow(row: Row, number: number, original: Content[], changes: Changes): void {
    const missing = asString(this.#model.get('placeholder'));
    this.#columns.forEach((column, index) => {
      const given = row.ref.kind === 'data' ? (original[index] ?? null) : null;
      const content = contentOf(row.ref, column.name, given, changes);
      row.cells[index]?.show(content, `${column.label || 'Name'}, row ${String(number + 1)}`, missing);
    });
    row.node
      .querySelector('.jss-editor-delete')
      ?.setAttribute('aria-label', `Delete row ${String(number + 1)}`);
  }

  #makeRow(ref: RowRef): Row {
    const row: Row = { ref, node: element('tr'), cells: [] };
    row.cells = this.#columns.map((column, index) => {
      const named = column.name === INDEX && ref.kind === 'new' && this.#flag('names_rows');
      return new Cell(column, column.editable || named, {
        changed: content => {
          if (!this.#adopting) {
            this.#send(withCell(this.#changes, row.ref, column.name, content));
          }
        },
        move: direction => {
          this.#focus(this.#rows.indexOf(row) + direction, index);
        },
        report: problem => {
          this.#problem.textContent = problem ?? '';
        }
      });
    });
    row.node.append(...row.cells.map(cell => cell.node));
    if (this.#flag('deleting')) {
      row.node.append(element('td', 'jss-editor-tools', {}, this.#deleteButton(row)));
    }
    return row;
  }

  #deleteButton(row: Row): HTMLButtonElement {
    const button = element('button', 'jss-editor-delete', { type: 'button', title: 'Delete row' }, '×');
    button.addEventListener('click', () => {
      const number = this.#rows.indexOf(row);
      if (row.ref.kind === 'new') {
        this.#rows = this.#rows.filter(other => other.ref.kind === 'data'); // the others' positions change
      }
      this.#send(withoutRow(this.#changes, row.ref));
      const next =
        this.#rows[Math.min(number, this.#rows.length - 1)]?.node.querySelector<HTMLElement>(
          '.jss-editor-delete'
        );
      (next ?? this.#box).focus();
    });
    return button;
  }

  #focus(number: number, column: number): void {
    this.#rows[number]?.cells[column]?.focus();
  }

  #send(changes: Changes): void {
    this.#model.set('value', changes);
    this.#model.save_changes();
    this.adopt();
  }

  #flag(name: string): boolean {
    return this.#model.get(name) === true;
  }

  #showSize(): void {
    const total = Number(this.#model.get('total_rows'));
    const shown = asRows(this.#model.get('rows')).length;
    const size = `${String(total)} ${total === 1 ? 'row' : 'rows'}`;
    this.#note.textContent = shown < total ? `showing the first ${String(shown)} of ${size}` : '';
    this.#note.hidden = shown >= total;
    setAttributes(this.#box, { 'aria-label': asString(this.#model.get('alt')) || `Table to edit, ${size}` });
    const height = Number(this.#model.get('height'));
    this.#box.style.maxHeight = height > 0 ? `${String(height)}px` : '';
  }
}

function render({ model, el, signal }: RenderContext): (() => void) | undefined {
  const view = new EditorView(model, el);
  const rebuild = () => {
    view.rebuild();
  };
  const adopt = () => {
    view.adopt();
  };
  TRAITS.forEach(name => {
    model.on(`change:${name}`, rebuild);
  });
  model.on('change:value', adopt);
  return onDispose(signal, () => {
    TRAITS.forEach(name => {
      model.off(`change:${name}`, rebuild);
    });
    model.off('change:value', adopt);
  });
}

export const dataEditor = { initialize(): void {}, render };
