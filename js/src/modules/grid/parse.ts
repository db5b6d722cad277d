// What somebody typed, chose or pasted, as the content of a cell; or that it cannot be one.
import type { EditableGridCell } from '@glideapps/glide-data-grid';
import { GridCellKind } from '@glideapps/glide-data-grid';
import type { Special } from './special';
import { typeOf } from './types';
import type { Column, Content } from './types';

export type Reading = { content: Content } | { problem: string };

function readNumber(text: string, column: Column): Reading {
  const bare = text.trim().replace(/[\s_]/g, '').replace('−', '-');
  if (bare === '') {
    return { content: null };
  }
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : bare.replace(/,(\d+)$/, '.$1');
  const percent = plain.endsWith('%');
  if (/^[+-]?\d+$/.test(plain) && column.kind === 'integer' && !Number.isSafeInteger(Number(plain))) {
    return { content: plain }; // JavaScript has no such numbers, Python has
  }
  if (column.kind === 'decimal' && Number.isFinite(Number(plain))) {
    return { content: plain };
  }
  const value = Number(percent ? plain.slice(0, -1) : plain) / (percent ? 100 : 1);
  return Number.isFinite(value) ? checkNumber(value, column) : { problem: 'Enter a number.' };
}

function checkNumber(value: number, column: Column): Reading {
  const low = column.min_value === undefined ? -Infinity : Number(column.min_value);
  const high = column.max_value === undefined ? Infinity : Number(column.max_value);
  if (value < low || value > high) {
    const range = [low > -Infinity ? `from ${low}` : '', high < Infinity ? `up to ${high}` : ''];
    return { problem: `Enter a number ${range.filter(Boolean).join(' ')}.` };
  }
  if (column.kind === 'integer' && !Number.isSafeInteger(value)) {
    return { problem: 'Enter a whole number.' };
  }
  const step = column.step;
  if (step === undefined || step <= 0) {
    return { content: value };
  }
  const digits = Math.min(10, (String(step).split('.')[1] ?? '').length);
  return { content: Number((Math.round(value / step) * step).toFixed(digits)) };
}

function readText(text: string, column: Column, before: Content): Reading {
  if (text === '' && before === null) {
    return { content: null };
  }
  if (column.max_chars !== undefined && text.length > column.max_chars) {
    return { problem: `Enter ${column.max_chars} characters at most.` };
  }
  if (column.validate && !matches(column.validate, text)) {
    return { problem: 'This is not in the form that is asked for.' };
  }
  return { content: text };
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true; // the author's expression is none
  }
}

const TRUE = new Set(['true', 't', 'yes', 'y', 'on', '1']);
const FALSE = new Set(['false', 'f', 'no', 'n', 'off', '0']);

function readFlag(text: string): Reading {
  const word = text.trim().toLowerCase();
  if (word === '') {
    return { content: null };
  }
  return TRUE.has(word)
    ? { content: true }
    : FALSE.has(word)
      ? { content: false }
      : { problem: 'Enter yes or no.' };
}

function readChoice(text: string, column: Column): Reading {
  const found = column.options?.find(one => one.label === text || String(one.value) === text);
  if (text.trim() === '') {
    return { content: null };
  }
  return found ? { content: found.value } : { problem: `${text.slice(0, 50)} cannot be chosen here.` };
}

function readList(text: string, column: Column): Reading {
  if (text.trim() === '') {
    return { content: null };
  }
  let items: unknown = null;
  try {
    items = text.trim().startsWith('[') ? JSON.parse(text) : null;
  } catch {
    items = null;
  }
  const list = Array.isArray(items) ? items.map(String) : text.split(',').map(item => item.trim());
  return { content: list.filter(item => item !== '').map(item => valueOf(item, column)) };
}

function valueOf(text: string, column: Column): string {
  const found = column.options?.find(one => one.label === text || String(one.value) === text);
  return found ? String(found.value) : text;
}

const SHAPES: Record<string, RegExp> = {
  date: /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/,
  time: /^(?:.*[T ])?(\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)$/,
  datetime: /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?/
};

function readMoment(text: string, type: string, column: Column): Reading {
  if (text.trim() === '') {
    return { content: null };
  }
  const found = SHAPES[type]?.exec(text.trim());
  const whole = found ? momentOf(type, found) : null;
  if (whole === null || Number.isNaN(Date.parse(type === 'time' ? `1970-01-01T${whole}` : whole))) {
    return { problem: `Enter a ${type === 'datetime' ? 'date and a time' : type}.` };
  }
  const [low, high] = [String(column.min_value ?? ''), String(column.max_value ?? '')];
  if ((low && whole < low) || (high && whole > high)) {
    return { problem: `Enter a ${type}${low ? ` from ${low}` : ''}${high ? ` to ${high}` : ''}.` };
  }
  return { content: whole };
}

function momentOf(type: string, found: RegExpExecArray): string {
  if (type === 'time') {
    const time = (found[1] ?? '').padStart(5, '0');
    return time.length === 5 ? `${time}:00` : time;
  }
  return type === 'date' ? (found[1] ?? '') : `${found[1] ?? ''}T${withSeconds(found[2] ?? '00:00')}`;
}

function withSeconds(time: string): string {
  return time.length === 5 ? `${time}:00` : time;
}

/** Read a text as the content of a column. */
export function readCell(text: string, column: Column, before: Content = null): Reading {
  const type = typeOf(column);
  switch (type) {
    case 'number':
    case 'progress':
      return readNumber(text, column);
    case 'checkbox':
      return readFlag(text);
    case 'selectbox':
      return readChoice(text, column);
    case 'list':
    case 'multiselect':
      return readList(text, column);
    case 'date':
    case 'time':
    case 'datetime':
      return readMoment(text, type, column);
    default:
      return readText(text, column, before);
  }
}

/** What an edited cell of the grid holds. */
export function readEdited(cell: EditableGridCell, column: Column, before: Content): Reading {
  switch (cell.kind) {
    case GridCellKind.Custom:
      return readSpecial(cell.data as Special, column, before);
    case GridCellKind.Boolean:
      return { content: cell.data ?? null };
    case GridCellKind.Number:
      return cell.data === undefined ? { content: null } : checkNumber(cell.data, column);
    case GridCellKind.Image:
      return { problem: 'Pictures cannot be edited.' };
    default:
      return readCell(cell.data, column, before);
  }
}

function readSpecial({ content }: Special, column: Column, before: Content): Reading {
  return typeof content === 'string' ? readCell(content, column, before) : { content };
}
