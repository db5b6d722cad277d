// The rows a page has so far: blocks come when somebody looks at them, and the oldest go when there are many.
import type { Line } from './messages';
import type { Block, Content, Look, Sorting } from './types';

/** How many blocks are kept. */
const KEPT = 200;

export interface Row {
  position: number;
  cells: Content[];
  looks: Map<number, Look>;
}

export class Rows {
  readonly #line: Line;
  readonly #changed: () => void;
  #rows = new Map<number, Row[]>();
  /** What came before the data or the order changed: shown until the new rows are there. */
  #old = new Map<number, Row[]>();
  #asked = new Set<number>();
  #size: number;
  #turn = 0;
  sorting: Sorting | null = null;

  constructor(line: Line, size: number, changed: () => void) {
    this.#line = line;
    this.#size = size;
    this.#changed = changed;
  }

  /** Begin anew with the first rows of the data; how far they go is for the kernel to say. */
  reset(first: Block, size: number): void {
    this.#forget();
    this.#size = size;
    if (this.sorting === null) {
      this.#keep(first);
    }
  }

  sort(sorting: Sorting | null): void {
    this.sorting = sorting;
    this.#forget();
    this.#changed();
  }

  /** A row, if it is here; else it is asked for. */
  get(number: number): Row | undefined {
    const block = Math.floor(number / this.#size);
    const offset = number % this.#size;
    const row = this.#rows.get(block)?.[offset];
    if (!row) {
      this.#ask(block);
    }
    return row ?? this.#old.get(block)?.[offset];
  }

  /** Where a row is in the data, if that is known. */
  positionOf(number: number): number | undefined {
    return this.sorting === null
      ? number
      : this.#rows.get(Math.floor(number / this.#size))?.[number % this.#size]?.position;
  }

  /** Have the rows from here to there, however long it takes. */
  async have(from: number, to: number): Promise<void> {
    const wanted: Promise<void>[] = [];
    for (let block = Math.floor(from / this.#size); block <= Math.floor(to / this.#size); block += 1) {
      if (!this.#rows.has(block)) {
        wanted.push(this.#fetch(block));
      }
    }
    await Promise.all(wanted);
  }

  *loaded(): Iterable<[number, Row]> {
    for (const [block, rows] of this.#rows) {
      for (const [offset, row] of rows.entries()) {
        yield [block * this.#size + offset, row];
      }
    }
  }

  #forget(): void {
    this.#turn += 1;
    this.#old = this.#rows;
    this.#rows = new Map();
    this.#asked = new Set();
  }

  #ask(block: number): void {
    if (!this.#asked.has(block)) {
      this.#fetch(block).catch((error: unknown) => {
        console.warn('a table got no rows:', error);
      });
    }
  }

  async #fetch(block: number): Promise<void> {
    this.#asked.add(block);
    const turn = this.#turn;
    const sort = this.sorting;
    const { answer } = await this.#line.ask('rows', { start: block * this.#size, count: this.#size, sort });
    if (turn === this.#turn) {
      this.#keep(answer.block as Block);
      this.#changed();
    }
  }

  #keep(block: Block): void {
    for (let start = 0; start < block.count; start += this.#size) {
      const number = Math.floor((block.start + start) / this.#size);
      this.#rows.set(number, rowsOf(block, start, Math.min(start + this.#size, block.count)));
    }
    for (const number of this.#rows.keys()) {
      if (this.#rows.size <= KEPT) {
        break;
      }
      this.#rows.delete(number);
      this.#asked.delete(number);
    }
  }
}

function rowsOf(block: Block, from: number, to: number): Row[] {
  const rows = Array.from({ length: to - from }, (_, offset) => ({
    position: block.positions?.[from + offset] ?? block.start + from + offset,
    cells: block.columns.map(column => column[from + offset] ?? null),
    looks: new Map<number, Look>()
  }));
  for (const look of block.looks ?? []) {
    rows[look[0] - from]?.looks.set(look[1], look);
  }
  return rows;
}
