// The texts that stand for the contents of cells.
import { formatDate } from '../../views/dates';
import type { Zone } from '../../views/dates';
import { formatValue } from '../../views/format';
import { plain } from '../../views/printf';
import { daysApart, distance, durationText } from './lengths';
import { typeOf } from './types';
import type { Column, Content } from './types';

const MOMENT = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?([+-]\d\d:\d\d(?::\d\d)?|Z)?$/;

interface Moment {
  /** What a clock there shows, in milliseconds, as if it were UTC. */
  wall: number;
  zone: string;
}

function readMoment(text: string): Moment | null {
  const found = MOMENT.exec(text);
  if (!found || (!found[1] && !found[2])) {
    return null;
  }
  const [, day = '1970-01-01', time = '00:00', zone = ''] = found;
  const wall = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(wall) ? null : { wall, zone };
}

/** The same moment as a clock in another zone shows it; one without a zone is taken for UTC. */
function inZone(text: string, moment: Moment, timeZone: string): Moment {
  const absolute = moment.zone ? Date.parse(text) : moment.wall;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset'
    }).formatToParts(absolute);
    const part = (type: string) => parts.find(one => one.type === type)?.value ?? '';
    const wall = Date.UTC(
      Number(part('year')),
      Number(part('month')) - 1,
      Number(part('day')),
      Number(part('hour')),
      Number(part('minute')),
      Number(part('second'))
    );
    return { wall, zone: part('timeZoneName').replace('GMT', '') || '+00:00' };
  } catch {
    return moment; // no such zone
  }
}

/** What a clock in a zone is called; of one that is told by its distance from UTC, nothing is known. */
function zoneOf({ zone }: Moment, text: string, timeZone: string | undefined): Zone {
  const offset = zone === 'Z' || zone === '' ? '+00:00' : zone;
  if (!timeZone || /^[+-]/.test(timeZone)) {
    return { offset, name: 'UTC', longName: 'Coordinated Universal Time' };
  }
  const name = zoneName(timeZone, Date.parse(text));
  return { offset, name, longName: name };
}

function zoneName(timeZone: string, at: number): string {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
    return format.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? '';
  } catch {
    return 'UTC'; // no such zone
  }
}

function calendar(wall: number, now: number): string {
  const days = daysApart(wall, now);
  const at = (day: string) => `${day} at ${formatDate('h:mm A', wall * 1000)}`;
  const named: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };
  if (Math.abs(days) > 6) {
    return formatDate('MM/DD/YYYY', wall * 1000);
  }
  const weekday = formatDate('dddd', wall * 1000);
  return at(named[days] ?? (days < 0 ? `Last ${weekday}` : weekday));
}

const LOCAL: Record<string, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'medium' },
  datetime: { dateStyle: 'medium', timeStyle: 'medium' }
};

/** How the clock is shown where the author said nothing: as finely as it can be set. */
function usualClock(step: number | undefined): string {
  if (step !== undefined && step >= 60) {
    return 'HH:mm';
  }
  return step !== undefined && step < 1 ? 'HH:mm:ss.SSS' : 'HH:mm:ss';
}

function usualFormat(type: string, { step }: Column, zoned: boolean): string {
  const clock = usualClock(step);
  return { date: 'YYYY-MM-DD', time: clock }[type] ?? `YYYY-MM-DD ${clock}${zoned ? 'Z' : ''}`;
}

export function momentText(text: string, type: string, column: Column): string {
  const read = readMoment(text);
  if (!read) {
    return text;
  }
  const moment = column.timezone ? inZone(text, read, column.timezone) : read;
  const absolute = read.zone ? Date.parse(text) : read.wall;
  const show = (format: string) =>
    formatDate(format, moment.wall * 1000, zoneOf(moment, text, column.timezone));
  switch (column.format) {
    case undefined:
    case '':
      return show(usualFormat(type, column, Boolean(moment.zone || column.timezone)));
    case 'localized':
      return localized(moment.wall, type);
    case 'distance':
      return distance((absolute - Date.now()) / 1000);
    case 'calendar':
      return calendar(moment.wall, Date.now() + moment.wall - absolute);
    case 'iso8601':
      return isoText(moment.wall, absolute, type);
    default:
      return show(column.format);
  }
}

/** As the languages of the reader have it; the clock shows what is in the data. */
function localized(wall: number, type: string): string {
  const options = { ...LOCAL[type], timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat([...navigator.languages], options).format(wall);
  } catch {
    return new Intl.DateTimeFormat(undefined, options).format(wall); // a language that is none
  }
}

function isoText(wall: number, absolute: number, type: string): string {
  const formats: Record<string, string> = { date: 'YYYY-MM-DD', time: 'HH:mm:ss.SSS[Z]' };
  const format = formats[type];
  return format ? formatDate(format, wall * 1000) : new Date(absolute).toISOString();
}

/** At most four digits behind the point; of numbers that are smaller the first one. */
function usual(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && size < 1e-4) {
    const exponent = Number(value.toExponential().split('e-')[1]);
    return value.toFixed(Math.min(100, exponent));
  }
  return size >= 1e21 ? plain(value) : String(Number(value.toFixed(4)));
}

/** How many digits behind the point a step has. */
function digitsOf(step: number): number {
  return plain(step).split('.')[1]?.length ?? 0;
}

function cut(value: number, digits: number): number {
  const scaled = value * 10 ** digits;
  if (Math.abs(scaled) > Number.MAX_SAFE_INTEGER) {
    return value;
  }
  return Math.trunc(scaled + Math.sign(scaled) * Number.EPSILON * Math.abs(scaled) * 10) / 10 ** digits;
}

export function numberText(value: number, column: Column): string {
  const { format, kind, step } = column;
  const isLength = kind === 'seconds' || kind === 'timedelta';
  if (format === 'duration' || (isLength && (!format || format === 'compact' || format === 'localized'))) {
    return durationText(value, format);
  }
  const fine = step ?? (kind === 'integer' ? 1 : undefined);
  const digits = fine === undefined ? undefined : digitsOf(fine);
  const isProgress = typeOf(column) === 'progress';
  const shown = digits === undefined || isProgress ? value : cut(value, digits);
  const asked = format || (isProgress ? (kind === 'integer' ? '%3d%%' : 'percent') : '');
  if (asked) {
    return formatValue(shown, asked, '', digits);
  }
  return digits === undefined || Math.abs(shown) >= 1e21 ? usual(shown) : shown.toFixed(digits);
}

/** What is shown for an address: a text, or the part of it that a regular expression picks out. */
export function linkText(address: string, display: string | undefined): string {
  if (!display) {
    return address;
  }
  if (display.includes('(')) {
    try {
      const found = new RegExp(display).exec(address);
      return found ? decodeURI(found[1] ?? address) : address;
    } catch {
      return display;
    }
  }
  return display;
}

/** The text of a cell that holds something. */
export function textOf(content: Content, column: Column): string {
  const type = typeOf(column);
  if (content === null) {
    return '';
  }
  const option = column.options?.find(one => one.value === content);
  if (option) {
    return option.label;
  }
  if (Array.isArray(content)) {
    return content.map(item => (item === null ? 'None' : (labelOf(item, column) ?? String(item)))).join(', ');
  }
  if (typeof content === 'number') {
    return numberText(content, column);
  }
  if (typeof content === 'string' && (type === 'date' || type === 'time' || type === 'datetime')) {
    return momentText(content, type, column);
  }
  return type === 'link' ? linkText(String(content), column.display_text) : String(content);
}

export function labelOf(value: unknown, column: Column): string | undefined {
  return column.options?.find(one => one.value === value)?.label;
}
