// What the kernel tells of a grid.

export type Item = string | number | boolean | null;
export type Content = Item | Item[];

export interface Option {
  value: string | number | boolean;
  label: string;
  color?: string;
}

export interface Column {
  name: string;
  label: string;
  /** What its cells hold: `integer`, `string`, ... */
  kind: string;
  /** How they are shown, where the author said so. */
  type?: string;
  index?: boolean;
  editable?: boolean;
  width?: 'small' | 'medium' | 'large' | number;
  help?: string;
  pinned?: boolean;
  required?: boolean;
  alignment?: 'left' | 'center' | 'right';
  default?: Content;
  format?: string;
  min_value?: number | string;
  max_value?: number | string;
  step?: number;
  max_chars?: number;
  validate?: string;
  options?: Option[];
  accept_new_options?: boolean;
  display_text?: string;
  y_min?: number;
  y_max?: number;
  color?: string;
  timezone?: string;
  button_type?: string;
  /** Whether its buttons do something. */
  clickable?: boolean;
}

/** Row and column in the block, text, colours of the ground and of the text. */
export type Look = [number, number, string | null, string | null, string | null];

export interface Block {
  start: number;
  count: number;
  columns: Content[][];
  /** Where the rows are in the data, if they are sorted. */
  positions?: number[];
  looks?: Look[];
}

export interface Options {
  modes: string[];
  /** How many rows come at once. */
  block: number;
  alt?: string;
  placeholder?: string;
  height?: number | string;
  width?: number | string;
  row_height?: number;
  /** Whether cells may be edited, and rows added and deleted. */
  edits?: boolean;
  adding?: boolean;
  deleting?: boolean;
  names_rows?: boolean;
}

export interface Sorting {
  column: number;
  down: boolean;
}

const TYPES: Record<string, string> = {
  integer: 'number',
  float: 'number',
  decimal: 'number',
  seconds: 'number',
  timedelta: 'number',
  boolean: 'checkbox',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  list: 'list',
  json: 'json'
};

/** How the cells of a column are shown. */
export function typeOf(column: Column): string {
  if (column.type && column.type !== 'object') {
    return column.type;
  }
  return TYPES[column.kind] ?? 'text';
}

export function isNumeric(column: Column): boolean {
  return ['integer', 'float', 'decimal'].includes(column.kind) || typeOf(column) === 'number';
}
