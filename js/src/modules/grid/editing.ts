// Cells that are edited, emptied and pasted: read, checked, and written down.
import type {
  CompactSelection,
  DataEditorProps,
  EditableGridCell,
  EditListItem,
  Item
} from '@glideapps/glide-data-grid';
import type { Edits } from './edits';
import { readCell, readEdited } from './parse';
import type { Reading } from './parse';
import type { Column, Content } from './types';

export type CellRef = ReturnType<Edits['at']>;
type Edit = [CellRef, Column, Content];

/** What the table knows of its cells. */
export interface Cells {
  column(number: number): Column | undefined;
  /** Which row is shown there; undefined while that is not known. */
  refAt(row: number): CellRef | undefined;
  isEditable(column: Column, ref: CellRef): boolean;
  contentAt(ref: CellRef, column: Column, row: number): Content;
  report(problem: string): void;
}

export class Editing {
  constructor(
    private readonly edits: Edits,
    private readonly cells: Cells,
    private readonly adding: boolean
  ) {}

  /** What the grid is told; `add` and `remove` are false where rows may not be added or removed. */
  props(
    changed: () => void,
    add: false | (() => void),
    remove: false | ((rows: CompactSelection) => void)
  ): Partial<DataEditorProps> {
    return {
      // A plus says it in the narrowest column; the button above the table says it in words.
      ...(add ? { trailingRowOptions: { sticky: true, tint: true }, onRowAppended: add } : {}),
      onDelete: ({ rows }) => {
        if (!remove || rows.length === 0) {
          return true; // the cells are emptied
        }
        remove(rows);
        return false;
      },
      onCellEdited: (location, cell) => {
        this.one(location, cell);
        changed();
      },
      onCellsEdited: items => {
        this.many(items);
        changed();
        return true;
      },
      onPaste: (target, values) => {
        this.paste(target, values);
        changed();
        return false;
      }
    };
  }

  one(location: Item, cell: EditableGridCell): void {
    const read = this.#read(location, cell);
    if (read) {
      this.edits.set(...read);
    }
  }

  many(items: readonly EditListItem[]): void {
    this.#write(items.map(item => this.#read(item.location, item.value)));
  }

  /** Take what was copied elsewhere; rows that are not there yet are added if they may be. */
  paste([left, top]: Item, values: readonly (readonly string[])[]): void {
    const read = values.flatMap((texts, down) => {
      const row = top + down;
      const isThere = row < this.edits.count;
      const ref = isThere ? this.cells.refAt(row) : this.adding ? this.edits.at(row) : undefined;
      return texts.map((text, right) => {
        const column = this.cells.column(left + right);
        if (!ref || !column || !this.cells.isEditable(column, ref)) {
          return null;
        }
        const before = isThere ? this.cells.contentAt(ref, column, row) : null;
        return this.#checked(readCell(text, column, before), ref, column, before);
      });
    });
    this.#write(read);
  }

  #write(read: (Edit | null)[]): void {
    const edits = read.filter(edit => edit !== null);
    if (edits.length > 0) {
      this.edits.setAll(edits);
    }
  }

  #read(location: Item, cell: EditableGridCell): Edit | null {
    const column = this.cells.column(location[0]);
    const ref = this.cells.refAt(location[1]);
    if (!column || !ref || !this.cells.isEditable(column, ref)) {
      return null;
    }
    const before = this.cells.contentAt(ref, column, location[1]);
    return this.#checked(readEdited(cell, column, before), ref, column, before);
  }

  #checked(reading: Reading, ref: CellRef, column: Column, before: Content): Edit | null {
    const isMissing = 'content' in reading && reading.content === null && column.required === true;
    const problem =
      'problem' in reading ? reading.problem : isMissing ? `${column.label} needs a value.` : '';
    this.cells.report(problem);
    if (problem !== '' || !('content' in reading)) {
      return null;
    }
    return JSON.stringify(reading.content) === JSON.stringify(before) ? null : [ref, column, reading.content];
  }
}
