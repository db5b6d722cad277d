// What a user changed in a table, as it travels, and what a cell may hold. No page here.

export type Content = string | number | boolean | null;
export type Cells = Record<string, Content>;

export interface Column {
  name: string;
  label: string;
  /** What edits it: an input's type, `integer`, or `select`. */
  field: string;
  editable: boolean;
  options: string[] | null;
}

export interface Changes {
  edited_rows: Record<string, Cells>;
  added_rows: Cells[];
  deleted_rows: number[];
}

/** A row on the page: one of the data, or a new one. */
export interface RowRef {
  kind: 'data' | 'new';
  position: number;
}

type Loose = Partial<Record<keyof Changes, unknown>>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value);
}

function asCells(value: unknown): Cells {
  return isRecord(value) ? ({ ...value } as Cells) : {};
}

/** A copy of what the model holds, whole whatever it is. */
export function asChanges(value: unknown): Changes {
  const loose: Loose = isRecord(value) ? value : {};
  const edited = isRecord(loose.edited_rows) ? loose.edited_rows : {};
  return {
    edited_rows: Object.fromEntries(Object.entries(edited).map(([row, cells]) => [row, asCells(cells)])),
    added_rows: Array.isArray(loose.added_rows) ? loose.added_rows.map(asCells) : [],
    deleted_rows: Array.isArray(loose.deleted_rows) ? loose.deleted_rows.filter(isPosition) : []
  };
}

export function asColumns(value: unknown): Column[] {
  return Array.isArray(value) ? (value as Column[]) : [];
}

export function asRows(value: unknown): Content[][] {
  return Array.isArray(value) ? (value as Content[][]) : [];
}

/** The rows to show, in their order: those of the data that are left, then new ones. */
export function shownRows(count: number, changes: Changes): RowRef[] {
  const gone = new Set(changes.deleted_rows);
  const left = Array.from({ length: count }, (_, position) => position).filter(row => !gone.has(row));
  return [
    ...left.map(position => ({ kind: 'data', position }) as const),
    ...changes.added_rows.map((_, position) => ({ kind: 'new', position }) as const)
  ];
}

/** What a cell shows: the content it was given by hand, else that of the data. */
export function contentOf(row: RowRef, name: string, original: Content, changes: Changes): Content {
  const cells =
    row.kind === 'data' ? changes.edited_rows[String(row.position)] : changes.added_rows[row.position];
  return cells?.[name] ?? (cells && name in cells ? null : original);
}

export function withCell(changes: Changes, row: RowRef, name: string, content: Content): Changes {
  const next = asChanges(changes);
  const key = String(row.position);
  if (row.kind === 'data') {
    next.edited_rows[key] = { ...next.edited_rows[key], [name]: content };
  } else {
    next.added_rows[row.position] = { ...next.added_rows[row.position], [name]: content };
  }
  return next;
}

export function withNewRow(changes: Changes): Changes {
  const next = asChanges(changes);
  next.added_rows.push({});
  return next;
}

export function withoutRow(changes: Changes, row: RowRef): Changes {
  const next = asChanges(changes);
  if (row.kind === 'new') {
    next.added_rows.splice(row.position, 1);
  } else {
    const gone = String(row.position);
    next.deleted_rows.push(row.position);
    next.edited_rows = Object.fromEntries(Object.entries(next.edited_rows).filter(([key]) => key !== gone));
  }
  return next;
}

export type Reading = { content: Content } | { problem: string };

/** What was typed, as the content of a cell. */
export function readCell(text: string, field: string, before: Content): Reading {
  if (field !== 'integer' && field !== 'number') {
    // An empty date, or a text that was missing before and is empty still, is nothing; any other text is itself.
    return { content: text === '' && (field !== 'text' || before === null) ? null : text };
  }
  if (text.trim() === '') {
    return { content: null };
  }
  const number = Number(text);
  if (!Number.isFinite(number) || (field === 'integer' && !Number.isSafeInteger(number))) {
    return { problem: field === 'integer' ? 'Enter a whole number.' : 'Enter a number.' };
  }
  return { content: number };
}
