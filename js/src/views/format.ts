// The text that stands for a value, as the author's `format` asks.
import { formatDate } from './dates';
import { plain, printf } from './printf';

type Options = Intl.NumberFormatOptions;

const made = new Map<string, Intl.NumberFormat>();

/** A number as the languages of the reader have it. */
function local(value: number, options: Options): string {
  const name = JSON.stringify(options);
  let format = made.get(name);
  if (!format) {
    try {
      format = new Intl.NumberFormat([...navigator.languages], options);
    } catch {
      format = new Intl.NumberFormat(undefined, options); // a language that is none
    }
    made.set(name, format);
  }
  return format.format(value);
}

function fixed(digits: number | undefined, usual?: number): Options {
  const count = digits ?? usual;
  return count === undefined ? {} : { minimumFractionDigits: count, maximumFractionDigits: count };
}

function money(currency: string, usual: number): (value: number, digits?: number) => string {
  const options: Options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  return (value, digits) => local(value, { ...options, ...fixed(digits, usual) });
}

function percent(value: number, digits?: number): string {
  const least = Math.max(0, (digits ?? 0) - 2);
  const most = digits === undefined ? 2 : least;
  return local(value, { style: 'percent', minimumFractionDigits: least, maximumFractionDigits: most });
}

function accounting(value: number, digits = 2): string {
  const text = new Intl.NumberFormat('en-US', fixed(digits)).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `(${text})` : text;
}

const BYTES: Options = {
  notation: 'compact',
  style: 'unit',
  unit: 'byte',
  unitDisplay: 'narrow',
  maximumFractionDigits: 1
};

const NAMED: Record<string, (value: number, digits?: number) => string> = {
  plain,
  localized: (value, digits) => local(value, fixed(digits)),
  percent,
  dollar: money('USD', 2),
  euro: money('EUR', 2),
  yen: money('JPY', 0),
  accounting,
  bytes: value => local(value, BYTES).replace('BB', 'GB'), // a billion is no unit of bytes
  compact: value => local(value, { notation: 'compact' }),
  scientific: value => local(value, { notation: 'scientific' }),
  engineering: value => local(value, { notation: 'engineering' })
};

const DATE_TYPES = new Set(['date', 'time', 'datetime']);

/** Whether a value of this type is a moment in microseconds. */
export function isMoment(dataType: string): boolean {
  return DATE_TYPES.has(dataType);
}

/** Whether numbers can be written so: different ones as different texts. */
export function isFormat(format: string): boolean {
  return Object.hasOwn(NAMED, format) || printf(format, 0) !== printf(format, 1);
}

/** The text of a value; `digits` are those behind the point, where something else than the format says how many. */
export function formatValue(value: number, format: string, dataType: string, digits?: number): string {
  if (isMoment(dataType)) {
    return formatDate(format || 'YYYY-MM-DD', value);
  }
  const named = NAMED[format];
  return named ? named(value, digits) : ((format ? printf(format, value) : null) ?? plain(value));
}
