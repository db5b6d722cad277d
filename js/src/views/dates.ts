// Dates as texts, in the manner of moment.js: "YYYY-MM-DD", "ddd D MMM", "HH:mm:ss". All in UTC.

const TOKEN =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|SSS|SS|S|A|a|X|x/g;
const DAY_MS = 86_400_000;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function ordinal(day: number): string {
  const teens = day % 100 >= 11 && day % 100 <= 13;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${suffix}`;
}

function dayOfYear(date: Date): number {
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start) / DAY_MS) + 1;
}

function hour12(date: Date): number {
  return date.getUTCHours() % 12 || 12;
}

function monthName(date: Date): string {
  return MONTHS[date.getUTCMonth()] ?? '';
}

function dayName(date: Date): string {
  return DAYS[date.getUTCDay()] ?? '';
}

const TEXTS: Record<string, (date: Date) => string> = {
  YYYY: date => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: date => two(date.getUTCFullYear() % 100),
  MMMM: monthName,
  MMM: date => monthName(date).slice(0, 3),
  MM: date => two(date.getUTCMonth() + 1),
  M: date => String(date.getUTCMonth() + 1),
  DDDD: date => String(dayOfYear(date)).padStart(3, '0'),
  DDD: date => String(dayOfYear(date)),
  DD: date => two(date.getUTCDate()),
  Do: date => ordinal(date.getUTCDate()),
  D: date => String(date.getUTCDate()),
  dddd: dayName,
  ddd: date => dayName(date).slice(0, 3),
  dd: date => dayName(date).slice(0, 2),
  d: date => String(date.getUTCDay()),
  HH: date => two(date.getUTCHours()),
  H: date => String(date.getUTCHours()),
  hh: date => two(hour12(date)),
  h: date => String(hour12(date)),
  mm: date => two(date.getUTCMinutes()),
  m: date => String(date.getUTCMinutes()),
  ss: date => two(date.getUTCSeconds()),
  s: date => String(date.getUTCSeconds()),
  SSS: date => String(date.getUTCMilliseconds()).padStart(3, '0'),
  SS: date => two(Math.floor(date.getUTCMilliseconds() / 10)),
  S: date => String(Math.floor(date.getUTCMilliseconds() / 100)),
  A: date => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: date => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  X: date => String(Math.floor(date.getTime() / 1000)),
  x: date => String(date.getTime())
};

/** Format a moment given in microseconds since 1970-01-01 UTC. */
export function formatDate(format: string, microseconds: number): string {
  const date = new Date(Math.floor(microseconds / 1000));
  return format.replace(
    TOKEN,
    (token, literal: string | undefined) => literal ?? TEXTS[token]?.(date) ?? token
  );
}
