// What is selected: as the grid has it, by rows and columns as they are shown, and as the kernel wants it.
import { CompactSelection } from '@glideapps/glide-data-grid';
import type { GridSelection } from '@glideapps/glide-data-grid';
import type { Rows } from './rows';
import type { Column } from './types';

export interface Selected {
  rows: number[];
  columns: string[];
  cells: [number, string][];
}

/** How many cells are told. */
const MOST_CELLS = 10_000;

export function nothing(): GridSelection {
  return { rows: CompactSelection.empty(), columns: CompactSelection.empty() };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function asSelected(value: unknown): Selected {
  const given = isRecord(value) ? value : {};
  const list = (name: string): unknown[] => (Array.isArray(given[name]) ? (given[name] as unknown[]) : []);
  return {
    rows: list('rows').filter(row => typeof row === 'number'),
    columns: list('columns').filter(name => typeof name === 'string'),
    cells: list('cells') as [number, string][]
  };
}

function compact(numbers: Iterable<number>): CompactSelection {
  let found = CompactSelection.empty();
  for (const number of [...numbers].sort((a, b) => a - b)) {
    found = found.add(number);
  }
  return found;
}

/** Show what is selected; rows that are not here yet show it when they come. */
export function shownSelection(
  selected: Selected,
  rows: Rows,
  columns: Column[],
  before: GridSelection,
  cellsToo: boolean
): GridSelection {
  const wanted = new Set(selected.rows);
  const numbers: number[] = [];
  if (rows.sorting === null) {
    numbers.push(...wanted);
  } else {
    for (const [number, row] of rows.loaded()) {
      if (wanted.has(row.position)) {
        numbers.push(number);
      }
    }
  }
  const named = columns.flatMap((column, number) => (selected.columns.includes(column.name) ? [number] : []));
  const shown = { ...before, rows: compact(numbers), columns: compact(named) };
  const cell = selected.cells[0];
  if (!cellsToo || !cell || before.current || rows.sorting !== null) {
    return shown;
  }
  const at = [columns.findIndex(column => column.name === cell[1]), cell[0]] as const;
  const range = { x: at[0], y: at[1], width: 1, height: 1 };
  return at[0] < 0 ? shown : { ...shown, current: { cell: at, range, rangeStack: [] } };
}

/** The cell that has the focus, after the columns stand otherwise: in its column, or what is there instead of it. */
export function focusAfter(
  { current }: GridSelection,
  before: readonly Column[],
  after: readonly Column[]
): GridSelection {
  if (!current || after.length === 0) {
    return nothing();
  }
  const [column, row] = current.cell;
  const place = after.findIndex(({ name }) => name === before[column]?.name);
  const x = place < 0 ? Math.min(column, after.length - 1) : place;
  const range = { x, y: row, width: 1, height: 1 };
  return { ...nothing(), current: { cell: [x, row], range, rangeStack: [] } };
}

/** Which rows of the data are selected after the grid says so, given those that were. */
export async function rowsAfter(
  next: CompactSelection,
  before: CompactSelection,
  selected: number[],
  rows: Rows
): Promise<number[]> {
  if (rows.sorting === null) {
    return next.toArray();
  }
  const added = next.toArray().filter(number => !before.hasIndex(number));
  const gone = before.toArray().filter(number => !next.hasIndex(number));
  const [first, last] = [added[0], added.at(-1)];
  if (first !== undefined && last !== undefined) {
    await rows.have(first, last);
  }
  const removed = new Set(gone.map(number => rows.positionOf(number)));
  const kept = next.length === 0 ? [] : selected.filter(position => !removed.has(position));
  const more = added.flatMap(number => rows.positionOf(number) ?? []);
  return [...new Set([...kept, ...more])];
}

export function cellsOf(selection: GridSelection, rows: Rows, columns: Column[]): [number, string][] {
  const cells: [number, string][] = [];
  const current = selection.current;
  for (const range of current ? [current.range, ...current.rangeStack] : []) {
    for (let y = range.y; y < range.y + range.height; y += 1) {
      for (let x = range.x; x < range.x + range.width; x += 1) {
        const [position, column] = [rows.positionOf(y), columns[x]];
        if (position !== undefined && column && !column.index && cells.length < MOST_CELLS) {
          cells.push([position, column.name]);
        }
      }
    }
  }
  return cells;
}
