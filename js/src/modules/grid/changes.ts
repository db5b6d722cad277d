// What a user changed in a table, as it travels. No page here.

type Item = string | number | boolean | null;
export type Content = Item | Item[];
export type Cells = Record<string, Content>;

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
