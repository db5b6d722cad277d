// The text that stands for a value, as the author's `format` asks.
import { formatDate } from './dates';
import { plain, printf } from './printf';

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

function bytes(value: number): string {
  let [size, unit] = [value, 0];
  while (Math.abs(size) >= 1000 && unit < BYTE_UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${Number(size.toFixed(1))}${BYTE_UNITS[unit] ?? ''}`;
}

function money(currency: string, more: Intl.NumberFormatOptions = {}): (value: number) => string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, ...more });
  return value => format.format(value);
}

function intl(options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat('en-US', options);
  return value => format.format(value);
}

const NAMED: Record<string, (value: number) => string> = {
  plain,
  localized: value => value.toLocaleString(),
  percent: intl({ style: 'percent', maximumFractionDigits: 2 }),
  dollar: money('USD'),
  euro: money('EUR'),
  yen: money('JPY'),
  accounting: intl({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  bytes,
  compact: intl({ notation: 'compact' }),
  scientific: intl({ notation: 'scientific' }),
  engineering: intl({ notation: 'engineering' })
};

const DATE_TYPES = new Set(['date', 'time', 'datetime']);

/** Whether a value of this type is a moment in microseconds. */
export function isMoment(dataType: string): boolean {
  return DATE_TYPES.has(dataType);
}

export function formatValue(value: number, format: string, dataType: string): string {
  if (isMoment(dataType)) {
    return formatDate(format || 'YYYY-MM-DD', value);
  }
  return (NAMED[format] ?? (number => (format ? printf(format, number) : plain(number))))(value);
}
