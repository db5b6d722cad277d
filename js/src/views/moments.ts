// Dates and times as people read and type them, and as they travel: "2024-05-17", "08:45", "2024-05-17T08:45". Pure.
// ISO texts of one mode compare as the moments they stand for.
import { formatDate } from './dates';

export type Mode = 'date' | 'time' | 'datetime';

export interface Style {
  mode: Mode;
  /** The author's: the order of a date, or "12h", "24h", "localized" for a time. */
  format: string;
  /** In seconds; seconds are shown only where it is not a whole number of minutes. */
  step: number;
  /** First and last moment, as they travel; empty for none. */
  min: string;
  max: string;
}

export type Reading = { value: string } | { problem: string };

const DAY = 86_400;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function countsSeconds({ mode, step }: Style): boolean {
  return mode === 'time' && step % 60 !== 0;
}

/** Whether the browser's own language writes times with AM and PM. */
function isTwelveHours(): boolean {
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}

/** The tokens that a moment is shown with. */
export function tokens(style: Style): string {
  if (style.mode !== 'time') {
    return style.mode === 'date' ? style.format : `${style.format}, HH:mm`;
  }
  const twelve = style.format === '12h' || (style.format === 'localized' && isTwelveHours());
  const seconds = countsSeconds(style) ? ':ss' : '';
  return twelve ? `h:mm${seconds} A` : `HH:mm${seconds}`;
}

/** What shows how to type a moment. */
export function pattern(style: Style): string {
  return tokens(style).replace('A', 'AM');
}

function toSeconds(value: string, mode: Mode): number {
  const whole = mode === 'time' ? `1970-01-01T${value}` : value;
  return Date.parse(mode === 'date' ? `${value}T00:00Z` : `${whole}Z`) / 1000;
}

function fromSeconds(seconds: number, style: Style): string {
  const whole = new Date(seconds * 1000).toISOString();
  if (style.mode === 'time') {
    return whole.slice(11, countsSeconds(style) ? 19 : 16);
  }
  return whole.slice(0, style.mode === 'date' ? 10 : 16);
}

/** The text that stands for a moment; "" for none. */
export function shown(value: string, style: Style): string {
  return value === '' ? '' : formatDate(tokens(style), toSeconds(value, style.mode) * 1_000_000);
}

// -- reading -------------------------------------------------------------------------------------------------

function isoDay(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return exists && !text.startsWith('0000') ? text : null;
}

/** Read a date, in the order of the format or as ISO has it; the signs between its parts do not matter. */
function readDay(text: string, format: string): string | null {
  const first = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})$/.exec(text);
  const last = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/.exec(text);
  if (first) {
    return isoDay(first[1], first[2], first[3]);
  }
  if (format.startsWith('YYYY')) {
    const run = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
    return run && isoDay(run[1], run[2], run[3]);
  }
  const parts = last ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text);
  if (!parts) {
    return null;
  }
  const [, a, b, year] = parts;
  return format.startsWith('DD') ? isoDay(year, b, a) : isoDay(year, a, b);
}

const CLOCK = /^(\d{1,2})(?:[:.h]?(\d\d)(?:[:.]?(\d\d))?)?\s*(?:([ap])\.?\s?m?\.?)?$/i;

function readClock(text: string, seconds: boolean): string | null {
  const found = CLOCK.exec(text);
  if (!found) {
    return null;
  }
  const [, hours = '', minutes = '00', rest = '00', half] = found;
  const isHalf = half !== undefined;
  const hour = isHalf ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const isValid = hour < 24 && Number(minutes) < 60 && Number(rest) < 60;
  if (!isValid || (isHalf && (Number(hours) < 1 || Number(hours) > 12))) {
    return null;
  }
  return `${two(hour)}:${minutes}${seconds ? `:${rest}` : ''}`;
}

function readBoth(text: string, format: string): string | null {
  const parts = /^(\S+?)(?:\s*[,T]\s*|\s+)(\S.*)$/.exec(text);
  const day = parts?.[1] ? readDay(parts[1], format) : null;
  const time = parts?.[2] ? readClock(parts[2], false) : null;
  return day && time ? `${day}T${time}` : null;
}

function readAny(text: string, style: Style): string | null {
  if (style.mode === 'date') {
    return readDay(text, style.format);
  }
  return style.mode === 'time' ? readClock(text, countsSeconds(style)) : readBoth(text, style.format);
}

const WHAT: Record<Mode, string> = { date: 'a date', time: 'a time', datetime: 'a date and a time' };

function outOfRange(value: string, style: Style): string | null {
  const { min, max } = style;
  if ((min === '' || value >= min) && (max === '' || value <= max)) {
    return null;
  }
  return `Enter ${WHAT[style.mode]} from ${shown(min, style)} to ${shown(max, style)}.`;
}

/** Read what a person typed: a moment within its limits, "" for nothing, or what is wrong with it. */
export function readMoment(text: string, style: Style): Reading {
  const bare = text.trim();
  if (bare === '') {
    return { value: '' };
  }
  const value = readAny(bare, style);
  if (value === null) {
    return { problem: `Enter ${WHAT[style.mode]} as ${pattern(style)}.` };
  }
  const problem = outOfRange(value, style);
  return problem === null ? { value } : { problem };
}

// -- stepping ------------------------------------------------------------------------------------------------

function clamp(value: string, { min, max }: Style): string {
  if (min !== '' && value < min) {
    return min;
  }
  return max !== '' && value > max ? max : value;
}

/** The moment that a clock shows, as local clocks do. */
export function localNow(style: Style, clock: Date = new Date()): string {
  const seconds = clock.getTime() / 1000 - clock.getTimezoneOffset() * 60;
  const { mode, step } = style;
  return fromSeconds(mode === 'date' ? seconds : Math.floor(seconds / step) * step, style);
}

/** One step up or down: a day, or what the author said; times go round midnight. An empty field starts at `now`. */
export function steppedMoment(value: string, direction: 1 | -1, style: Style, now = localNow(style)): string {
  if (value === '') {
    return clamp(now, style);
  }
  const step = style.mode === 'date' ? DAY : style.step;
  const seconds = toSeconds(value, style.mode) + direction * step;
  return clamp(fromSeconds(style.mode === 'time' ? (seconds + DAY) % DAY : seconds, style), style);
}
