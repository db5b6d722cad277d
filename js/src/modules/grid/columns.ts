// The columns of a table in the hands of somebody: widened, moved, pinned, hidden, shown in another format.
import { CompactSelection } from '@glideapps/glide-data-grid';
import type { DataEditorProps, DataEditorRef } from '@glideapps/glide-data-grid';
import { Arrangement, isPinned } from './arrangement';
import { actionsFor } from './column_menu';
import { Layout } from './layout';
import { MenuAt } from './menu_at';
import type { Box } from './menu_at';
import type { Sorter } from './sorter';
import type { Column } from './types';

/** What the columns ask of their table. */
export interface Host {
  readonly el: HTMLElement;
  /** The columns as the author has them. */
  given(): Column[];
  sorter: Sorter;
  grid(): DataEditorRef | null;
  /** Other columns are shown, or in another way. */
  changed(before: Layout): void;
}

type KeyEvent = Parameters<NonNullable<DataEditorProps['onKeyDown']>>[0];

export class Columns {
  layout: Layout;
  readonly #arrangement = new Arrangement();
  readonly #menu: MenuAt;

  constructor(private readonly host: Host) {
    this.#menu = new MenuAt(host.el);
    this.layout = new Layout([], this.#arrangement);
  }

  /** Take over what the author has. */
  reset(): void {
    this.layout = new Layout(this.host.given(), this.#arrangement);
  }

  close(): void {
    this.#menu.close();
  }

  props(): Partial<DataEditorProps> {
    return {
      onColumnResize: (column, width) => {
        this.#arrangement.widths.set(column.id ?? column.title, width);
        this.#change();
      },
      onColumnProposeMove: (from, to) => from < this.layout.pinned === to < this.layout.pinned,
      onColumnMoved: (from, to) => {
        this.#move(from, to);
      },
      onHeaderMenuClick: (number, box) => {
        this.#open(number, box);
      }
    };
  }

  /** Open the menu of the column that has the focus, if that is what a key is for. */
  key(event: KeyEvent, number: number | undefined): boolean {
    if (event.key !== 'ArrowDown' || !event.altKey || number === undefined || !event.bounds) {
      return false;
    }
    event.cancel();
    event.preventDefault();
    this.#open(number, event.bounds);
    return true;
  }

  /** All columns by name, and whether each is shown. */
  get choices(): { name: string; label: string; shown: boolean }[] {
    return this.#arrangement
      .sorted(this.host.given())
      .map(([, { name, label }]) => ({ name, label, shown: !this.#arrangement.isHidden(name) }));
  }

  show(name: string, shown: boolean): void {
    this.#arrangement.setHidden(name, !shown);
    this.#change();
  }

  restore(): void {
    this.#arrangement.reset();
    this.#change();
  }

  #change(): void {
    const before = this.layout;
    this.reset();
    this.host.changed(before);
  }

  #move(from: number, to: number): void {
    const [moved, target] = [this.layout.columns[from], this.layout.columns[to]];
    if (moved && target) {
      this.#arrangement.move(this.host.given(), moved.name, target.name);
      this.#change();
    }
  }

  #open(number: number, box: Box): void {
    const column = this.layout.columns[number];
    if (!column) {
      return;
    }
    const { name } = column;
    const label = column.label || 'index';
    const { sorter } = this.host;
    const actions = actionsFor(column, isPinned(column), {
      ...(sorter.may()
        ? {
            sort: (down: boolean) => {
              sorter.byShown(number, down);
            }
          }
        : {}),
      format: format => {
        this.#arrangement.format(name, format);
        this.#change();
      },
      formats: formats => {
        this.#menu.open(box, `Format of ${label}`, formats);
      },
      fit: () => {
        this.host.grid()?.remeasureColumns(CompactSelection.fromSingleSelection(number));
      },
      pin: pinned => {
        this.#arrangement.pin(name, pinned);
        this.#change();
      },
      ...this.#moves(number),
      ...(this.layout.columns.length > 1
        ? {
            hide: () => {
              this.show(name, false);
            }
          }
        : {})
    });
    this.#menu.open(box, label, actions);
  }

  /** Where a column may go: pinned ones stay among pinned ones. */
  #moves(number: number): { left?: () => void; right?: () => void } {
    const { columns, pinned } = this.layout;
    const may = (to: number) => to >= 0 && to < columns.length && to < pinned === number < pinned;
    const to = (place: number) => () => {
      this.#move(number, place);
    };
    return {
      ...(may(number - 1) ? { left: to(number - 1) } : {}),
      ...(may(number + 1) ? { right: to(number + 1) } : {})
    };
  }
}
