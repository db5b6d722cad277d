// The rows of a table that is edited: those of the data that are left, then new ones; and steps back.
import { asChanges, withCell, withNewRow, withoutRow } from './changes';
import type { Changes, RowRef } from './changes';
import type { Column, Content } from './types';

export const INDEX = '_index';

const STEPS = 100;

export class Edits {
  #changes: Changes;
  #deleted: number[] = [];
  readonly #before: Changes[] = [];
  #told: string;
  /** Names of columns in which a new row needs a value, before it is told. */
  required: string[] = [];

  constructor(
    value: unknown,
    public total: number,
    private readonly tell: (changes: Changes) => void
  ) {
    this.#changes = asChanges(value);
    this.#told = JSON.stringify(this.#changes);
    this.#sort();
  }

  get count(): number {
    return this.total - this.#deleted.length + this.#changes.added_rows.length;
  }

  /** Take over what the kernel says, or another view of the same table; what was told from here is known. */
  adopt(value: unknown, total: number): void {
    this.total = total;
    const changes = asChanges(value);
    if (JSON.stringify(changes) !== this.#told) {
      this.#changes = changes;
      this.#told = JSON.stringify(changes);
      this.#sort();
    }
  }

  /** Which row is shown at this place. */
  at(number: number): RowRef {
    const left = this.total - this.#deleted.length;
    if (number >= left) {
      return { kind: 'new', position: number - left };
    }
    let position = number;
    for (const gone of this.#deleted) {
      if (gone > position) {
        break;
      }
      position += 1;
    }
    return { kind: 'data', position };
  }

  /** What a user made of a cell; undefined if it is as in the data. */
  contentOf(ref: RowRef, column: Column): Content | undefined {
    const { edited_rows: edited, added_rows: added } = this.#changes;
    const cells = ref.kind === 'data' ? edited[String(ref.position)] : (added[ref.position] ?? {});
    if (cells && column.name in cells) {
      return cells[column.name] ?? null;
    }
    return ref.kind === 'new' ? null : undefined;
  }

  set(ref: RowRef, column: Column, content: Content): void {
    this.#take(withCell(this.#changes, ref, column.name, content));
  }

  setAll(cells: [RowRef, Column, Content][]): void {
    let next = this.#changes;
    for (const [ref, column, content] of cells) {
      while (ref.kind === 'new' && next.added_rows.length <= ref.position) {
        next = withNewRow(next);
      }
      next = withCell(next, ref, column.name, content);
    }
    this.#take(next);
  }

  add(columns: Column[]): void {
    const next = withNewRow(this.#changes);
    const row = next.added_rows.at(-1);
    for (const column of columns) {
      if (row && column.default !== undefined) {
        row[column.name] = column.default;
      }
    }
    this.#take(next);
  }

  remove(numbers: number[]): void {
    const refs = numbers.map(number => this.at(number)).sort((a, b) => b.position - a.position);
    this.#take(refs.reduce((changes, ref) => withoutRow(changes, ref), this.#changes));
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  undo(): void {
    const before = this.#before.pop();
    if (before) {
      this.#changes = before;
      this.#sort();
      this.#send();
    }
  }

  #take(next: Changes): void {
    this.#before.push(this.#changes);
    this.#before.splice(0, this.#before.length - STEPS);
    this.#changes = next;
    this.#sort();
    this.#send();
  }

  #send(): void {
    const isWhole = (row: Changes['added_rows'][number]) =>
      this.required.every(name => row[name] !== undefined && row[name] !== null);
    const told = { ...this.#changes, added_rows: this.#changes.added_rows.filter(isWhole) };
    const text = JSON.stringify(told);
    if (text !== this.#told) {
      this.#told = text;
      this.tell(told);
    }
  }

  #sort(): void {
    this.#deleted = [...this.#changes.deleted_rows].sort((a, b) => a - b);
  }
}
