// One grid on the page: what the library is told, and what it tells.
import { DataEditor } from '@glideapps/glide-data-grid';
import type { CompactSelection, DataEditorProps, DataEditorRef } from '@glideapps/glide-data-grid';
import { createElement, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { element, setAttributes } from '../../views/dom';
import type { Model } from '../../views/host';
import { Columns } from './columns';
import { ColumnsPanel } from './columns_panel';
import { Contents, renderersFor } from './contents';
import type { Standing } from './contents';
import { Editing } from './editing';
import { Edits } from './edits';
import { ROW, columnsNote, heightOf, tableName } from './layout';
import type { Layout } from './layout';
import { Line } from './messages';
import { Pressing } from './pressing';
import { Picking } from './picking';
import { Rows } from './rows';
import { save } from './saving';
import { Searching, nameField } from './searching';
import { focusAfter, nothing } from './selecting';
import { Sorter } from './sorter';
import { themeOf } from './theme';
import type { Look } from './theme';
import { Toolbar, toolsOf } from './toolbar';
import type { Block, Column, Options } from './types';
import { USUAL } from './usual';

export class Table {
  readonly #model: Model;
  readonly #el: HTMLElement;
  readonly #host = element('div', 'jss-table-host', { role: 'group' });
  readonly #note = element('p', 'jss-table-note');
  readonly #problem = element('div', 'jss-problem', { 'aria-live': 'polite' });
  readonly #root: Root;
  readonly #line: Line;
  readonly #rows: Rows;
  readonly #picking: Picking;
  readonly #edits: Edits | null;
  readonly #editing: Editing | null;
  readonly #toolbar: Toolbar;
  readonly #searching: Searching;
  readonly #sorter: Sorter;
  readonly #pressing: Pressing;
  readonly #contents: Contents;
  readonly #renderers: ReturnType<typeof renderersFor>;
  readonly #grid = createRef<DataEditorRef>();
  readonly #columns: Columns;
  readonly #panel: ColumnsPanel;
  #look: Look;
  #frame = 0;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#el = el;
    this.#look = themeOf(el);
    this.#line = new Line(model);
    this.#rows = new Rows(this.#line, this.#options.block, () => {
      this.#picking.show(this.#layout.columns);
      this.#later();
    });
    const send = (value: unknown) => {
      model.set('value', value);
      model.save_changes();
    };
    const value = model.get('value');
    this.#picking = new Picking(this.#options.modes, this.#rows, value, send);
    this.#edits = this.#options.edits ? new Edits(value, this.#total, send) : null;
    this.#contents = new Contents(this.#rows, this.#edits, () => this.#standing, this.#report);
    this.#editing = this.#edits && new Editing(this.#edits, this.#contents, this.#options.adding === true);
    this.#renderers = renderersFor(this.#line);
    this.#pressing = new Pressing(this.#line, this.#contents, this.#picking, model, el);
    this.#searching = new Searching(
      this.#line,
      () => this.#layout,
      () => this.#rows.sorting,
      this.#later,
      this.#report
    );
    this.#sorter = new Sorter(
      this.#rows,
      () => this.#layout,
      () => !this.#options.adding && !this.#options.deleting,
      () => {
        this.#searching.close();
      }
    );
    this.#columns = this.#makeColumns();
    this.#toolbar = new Toolbar(this.#tools());
    this.#panel = new ColumnsPanel(this.#toolbar.columns, this.#columns);
    el.append(this.#toolbar.node, this.#panel.node, this.#host, this.#problem, this.#note);
    el.addEventListener('keydown', this.#key);
    this.#host.addEventListener('focusin', nameField);
    this.#root = createRoot(this.#host);
    this.reset();
  }

  #makeColumns(): Columns {
    return new Columns({
      el: this.#el,
      given: () => this.#given,
      sorter: this.#sorter,
      grid: () => this.#grid.current,
      changed: before => {
        this.#picking.shown = focusAfter(this.#picking.shown, before.columns, this.#layout.columns);
        this.#picking.show(this.#layout.columns);
        this.#searching.close();
      }
    });
  }

  get #layout(): Layout {
    return this.#columns.layout;
  }

  get #given(): Column[] {
    return this.#model.get('columns') as Column[];
  }

  get #options(): Options {
    return this.#model.get('options') as Options;
  }

  get #total(): number {
    return Number(this.#model.get('total_rows'));
  }

  get #count(): number {
    return this.#edits?.count ?? this.#total;
  }

  get #mayEdit(): boolean {
    return this.#edits !== null && this.#model.get('disabled') !== true;
  }

  /** Other data, or other columns. */
  reset(): void {
    this.#columns.reset();
    this.#rows.reset(this.#model.get('first') as Block, this.#options.block);
    this.adopt();
  }

  /** Another value: from the kernel, or from another view of the same table. */
  adopt(): void {
    const value = this.#model.get('value');
    if (this.#edits) {
      this.#edits.required = this.#given.filter(c => c.required && c.editable).map(c => c.name);
      this.#edits.adopt(value, this.#total);
    }
    this.#picking.adopt(value);
    this.#picking.show(this.#layout.columns);
    this.#render();
  }

  restyle(): void {
    this.#look = themeOf(this.#el);
    this.#render();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#picking.dispose();
    this.#pressing.close();
    this.#columns.close();
    this.#panel.close();
    this.#el.removeEventListener('keydown', this.#key);
    this.#root.unmount();
    this.#line.dispose();
  }

  // -- what is shown -----------------------------------------------------------------------------------------

  readonly #later = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#render();
    });
  };

  #render(): void {
    const removes = this.#options.deleting === true && this.#mayEdit;
    this.#toolbar.update(this.#given, this.#rows.sorting, {
      canRemove: removes && this.#picking.shown.rows.length > 0,
      canUndo: this.#edits?.canUndo ?? false
    });
    this.#showNote();
    this.#root.render(createElement(DataEditor, { ...this.#props(removes), ref: this.#grid }));
  }

  #props(removes: boolean): DataEditorProps {
    const options = this.#options;
    const adds = options.adding === true && this.#mayEdit;
    const { theme } = this.#look;
    return {
      ...USUAL,
      columns: this.#layout.gridColumns(options, this.#sorter.shown, this.#mayEdit, theme),
      rows: this.#count,
      getCellContent: ([column, row]) => this.#contents.cell(column, row),
      height: heightOf(this.#count + (adds ? 1 : 0), options),
      rowHeight: options.row_height ?? ROW,
      freezeColumns: this.#layout.pinned,
      theme,
      customRenderers: this.#renderers,
      onItemHovered: ({ kind, location: [number] }) => {
        this.#host.title = (kind === 'header' && this.#layout.columns[number]?.help) || '';
      },
      onHeaderClicked: (number, event) => {
        if (this.#picking.mode('column') === 'none' && !event.isEdge) {
          this.#sorter.turn(number);
        }
      },
      ...this.#picking.props(removes, next => {
        this.#picking.take(next, this.#layout.columns);
        this.#render(); // at once: the next key counts from here
      }),
      ...this.#searching.props(),
      ...this.#columns.props(),
      ...this.#pressing.props,
      onKeyDown: event => {
        if (!this.#columns.key(event, this.#picking.shown.current?.cell[0])) {
          this.#pressing.props.onKeyDown(event);
        }
      },
      ...(this.#mayEdit
        ? this.#editing?.props(this.#later, adds && this.#addRow, removes && this.#removeRows)
        : {})
    };
  }

  #showNote(): void {
    const shown = this.#given.filter(column => !column.index).length;
    const total = Number(this.#model.get('total_columns'));
    this.#note.hidden = shown >= total;
    this.#note.textContent = columnsNote(shown, total);
    const label = this.#options.alt ?? tableName(this.#count);
    setAttributes(this.#host, { 'aria-label': label, 'aria-description': this.#layout.helps });
  }

  get #standing(): Standing {
    const [options, count, mayEdit] = [this.#options, this.#count, this.#mayEdit];
    return { layout: this.#layout, look: this.#look, options, count, mayEdit };
  }

  readonly #report = (problem: string): void => {
    this.#problem.textContent = problem;
  };

  // -- rows that come and go ---------------------------------------------------------------------------------

  readonly #addRow = (): void => {
    this.#edits?.add(this.#given);
    this.#later();
  };

  readonly #removeRows = (rows: CompactSelection): void => {
    this.#edits?.remove(rows.toArray().filter(number => number < this.#count));
    this.#picking.shown = nothing();
    this.#later();
  };

  readonly #undo = (): void => {
    this.#edits?.undo();
    this.#later();
  };

  // -- sorting, searching, saving ----------------------------------------------------------------------------

  #tools(): ConstructorParameters<typeof Toolbar>[0] {
    return toolsOf(this.#options, {
      add: this.#addRow,
      remove: () => {
        this.#removeRows(this.#picking.shown.rows);
      },
      undo: this.#undo,
      sort: sorting => {
        this.#sorter.by(sorting);
      },
      search: () => {
        this.#searching.toggle();
      },
      columns: () => {
        this.#panel.toggle();
      },
      save: () => save(this.#line, this.#rows.sorting),
      report: this.#report,
      screen: this.#el
    });
  }

  readonly #key = (event: KeyboardEvent): void => {
    const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    const inGrid = this.#host.contains(event.target as Node) && !(event.target instanceof HTMLInputElement);
    if (key === 'f' && !this.#searching.isOpen) {
      this.#searching.toggle();
      event.preventDefault();
    } else if (key === 'z' && inGrid) {
      this.#undo();
      event.preventDefault();
    }
    event.stopPropagation(); // the notebook has shortcuts of its own
  };
}
