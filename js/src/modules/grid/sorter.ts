// By what the rows of a table are sorted, by somebody who sees some of its columns.
import type { Layout } from './layout';
import type { Rows } from './rows';
import type { Sorting } from './types';

export class Sorter {
  constructor(
    private readonly rows: Rows,
    private readonly layout: () => Layout,
    /** Rows that come and go have a place of their own. */
    readonly may: () => boolean,
    private readonly changed: () => void
  ) {}

  /** By which column as it is shown; the number is -1 if it is hidden. */
  get shown(): Sorting | null {
    const { sorting } = this.rows;
    return sorting && { ...sorting, column: this.layout().order.indexOf(sorting.column) };
  }

  /** Sort by a column of the kernel's. */
  by(sorting: Sorting | null): void {
    if (this.may()) {
      this.rows.sort(sorting);
      this.changed();
    }
  }

  /** Sort by a column as it is shown. */
  byShown(number: number, down: boolean): void {
    this.by({ column: this.layout().order[number] ?? 0, down });
  }

  /** Up, down, and not at all. */
  turn(number: number): void {
    const before = this.shown;
    const same = before?.column === number;
    if (same && before.down) {
      this.by(null);
    } else {
      this.byShown(number, same);
    }
  }
}
