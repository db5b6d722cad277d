// Tables as the kernel packs them (elements/chart_tables.py): columns of doubles, or of places among words.

interface Column {
  name: string;
  kind: 'number' | 'wall' | 'instant' | 'flag' | 'text' | 'json';
  at: number;
  words?: string[];
}

interface Stack {
  columns: string[];
  names: string[];
  value: string;
  name: string;
}

interface Table {
  rows: number;
  columns: Column[];
  stack: Stack | null;
}

export type Row = Record<string, unknown>;
export type Tables = Record<string, Row[]>;

const ALIGNED = 8;

/** The values of a column, and of what kind they are. */
export interface TypedColumn {
  kind: Column['kind'];
  values: unknown[];
}

/** All tables by their rows. */
export function unpack(packed: DataView | null): Tables {
  return mapped(packed, rowsOf);
}

/** All tables by their columns. */
export function columns(packed: DataView | null): Record<string, Map<string, TypedColumn>> {
  return mapped(
    packed,
    (table, buffer, start) =>
      new Map(
        table.columns.map(column => [
          column.name,
          { kind: column.kind, values: valuesOf(column, table.rows, buffer, start) }
        ])
      )
  );
}

function mapped<T>(
  packed: DataView | null,
  read: (table: Table, buffer: ArrayBufferLike, start: number) => T
): Record<string, T> {
  if (!packed || packed.byteLength < ALIGNED) {
    return {};
  }
  const length = packed.getUint32(0, true);
  const text = new Uint8Array(packed.buffer, packed.byteOffset + ALIGNED, length);
  const header = JSON.parse(new TextDecoder().decode(text)) as Record<string, Table>;
  const start = packed.byteOffset + ALIGNED + length;
  return Object.fromEntries(
    Object.entries(header).map(([name, table]) => [name, read(table, packed.buffer, start)])
  );
}

function rowsOf({ rows, columns, stack }: Table, buffer: ArrayBufferLike, start: number): Row[] {
  const values = new Map(columns.map(column => [column.name, valuesOf(column, rows, buffer, start)]));
  if (!stack) {
    return Array.from({ length: rows }, (_, row) => rowOf(values, row));
  }
  const stacked = stack.columns.map(name => values.get(name) ?? []);
  stack.columns.forEach(name => values.delete(name));
  return stacked.flatMap((column, number) =>
    Array.from({ length: rows }, (_, row) => ({
      ...rowOf(values, row),
      [stack.value]: column[row],
      [stack.name]: stack.names[number]
    }))
  );
}

function rowOf(values: Map<string, unknown[]>, row: number): Row {
  const made: Row = {};
  for (const [name, column] of values) {
    made[name] = column[row];
  }
  return made;
}

function valuesOf(column: Column, rows: number, buffer: ArrayBufferLike, start: number): unknown[] {
  if (column.kind === 'number' || column.kind === 'wall' || column.kind === 'instant') {
    const doubles = new Float64Array(aligned(buffer, start + column.at, rows * 8));
    return Array.from(doubles, value => numberOf(value, column.kind));
  }
  const codes = new Int32Array(aligned(buffer, start + column.at, rows * 4));
  const words = wordsOf(column);
  return Array.from(codes, code => (code < 0 ? null : words[code]));
}

/** The bytes of a column where numbers may be read: a message may begin at any byte. */
function aligned(buffer: ArrayBufferLike, from: number, length: number): ArrayBuffer {
  return buffer.slice(from, from + length) as ArrayBuffer;
}

function wordsOf({ kind, words = [] }: Column): unknown[] {
  if (kind === 'flag') {
    return [false, true];
  }
  return kind === 'json' ? words.map(word => JSON.parse(word) as unknown) : words;
}

/** Infinite numbers have no place on an axis. */
function numberOf(value: number, kind: string): number | Date | null {
  if (!Number.isFinite(value)) {
    return null;
  }
  if (kind === 'number') {
    return value;
  }
  return kind === 'instant' ? new Date(value) : clock(value);
}

/** The moment at which clocks here show what was told as if it were UTC. */
function clock(value: number): Date {
  const told = new Date(value);
  const day = new Date(
    told.getUTCFullYear(),
    told.getUTCMonth(),
    told.getUTCDate(),
    told.getUTCHours(),
    told.getUTCMinutes(),
    told.getUTCSeconds(),
    told.getUTCMilliseconds()
  );
  if (told.getUTCFullYear() < 100) {
    day.setFullYear(told.getUTCFullYear());
  }
  return day;
}
