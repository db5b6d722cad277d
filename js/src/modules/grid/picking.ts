// Selecting rows, columns and cells, and telling the kernel.
import type { DataEditorProps, GridSelection } from '@glideapps/glide-data-grid';
import type { Rows } from './rows';
import { asSelected, cellsOf, nothing, rowsAfter, shownSelection } from './selecting';
import type { Selected } from './selecting';
import type { Column } from './types';

/** How long a selection that is being drawn out has to rest, in milliseconds. */
const REST = 120;

export class Picking {
  shown: GridSelection = nothing();
  /** Whether there are boxes to tick before the first column. */
  hasMarks = false;
  #selected: Selected;
  #timer = 0;

  constructor(
    private readonly modes: string[],
    private readonly rows: Rows,
    value: unknown,
    private readonly tell: (selected: Selected) => void
  ) {
    this.#selected = asSelected(value);
  }

  mode(part: string): 'none' | 'single' | 'multi' {
    const mode = this.modes.find(one => one.includes(part));
    return mode === undefined ? 'none' : mode.startsWith('single') ? 'single' : 'multi';
  }

  adopt(value: unknown): void {
    this.#selected = asSelected(value);
  }

  /** Show what is selected among the rows that are here. */
  show(columns: Column[]): void {
    if (this.modes.length > 0) {
      this.shown = shownSelection(
        this.#selected,
        this.rows,
        columns,
        this.shown,
        this.mode('cell') !== 'none'
      );
    }
  }

  take(next: GridSelection, columns: Column[]): void {
    const before = this.shown;
    this.shown = next;
    if (this.modes.length > 0) {
      void this.#told(next, before, columns);
    }
  }

  dispose(): void {
    window.clearTimeout(this.#timer);
  }

  async #told(next: GridSelection, before: GridSelection, columns: Column[]): Promise<void> {
    const rows = await rowsAfter(next.rows, before.rows, this.#selected.rows, this.rows);
    const names = next.columns.toArray().flatMap(number => {
      const column = columns[number];
      return column && !column.index ? [column.name] : [];
    });
    const cells = this.mode('cell') === 'none' ? [] : cellsOf(next, this.rows, columns);
    const required = this.modes.includes('single-row-required') && rows.length === 0;
    const selected = { rows: required ? this.#selected.rows : rows, columns: names, cells };
    if (JSON.stringify(selected) === JSON.stringify(this.#selected)) {
      return;
    }
    this.#selected = selected;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.tell(selected);
    }, REST);
  }

  props(removes: boolean, take: (next: GridSelection) => void): Partial<DataEditorProps> {
    this.hasMarks = removes || this.mode('row') !== 'none';
    return {
      rowMarkers: this.hasMarks ? { kind: 'checkbox-visible', checkboxStyle: 'square' } : 'none',
      rowSelectionMode: 'multi',
      rowSelect: removes ? 'multi' : this.mode('row'),
      columnSelect: this.mode('column'),
      rangeSelect: this.mode('cell') === 'single' ? 'cell' : 'rect',
      rowSelectionBlending: 'mixed',
      columnSelectionBlending: 'mixed',
      gridSelection: this.shown,
      onGridSelectionChange: take
    };
  }
}
