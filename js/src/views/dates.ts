// Dates as texts, in the manner of moment.js: "YYYY-MM-DD", "ddd D MMM", "HH:mm:ss", "LLL".

const DAY_MS = 86_400_000;

/** The long forms that short names stand for; those of small letters have short words. */
const LONG: Record<string, string> = {
  LTS: 'h:mm:ss A',
  LT: 'h:mm A',
  LLLL: 'dddd, MMMM D, YYYY h:mm A',
  LLL: 'MMMM D, YYYY h:mm A',
  LL: 'MMMM D, YYYY',
  L: 'MM/DD/YYYY',
  llll: 'ddd, MMM D, YYYY h:mm A',
  lll: 'MMM D, YYYY h:mm A',
  ll: 'MMM D, YYYY',
  l: 'M/D/YYYY'
};
const LONG_TOKEN = /\[[^[]*\]|\\.|LTS|LT|L{1,4}|l{1,4}/g;

const TOKEN = new RegExp(
  [
    String.raw`\[([^[]*?)\]|\\(.)|[Hh]mmss|[Hh]mm|Mo|M{1,4}|DDDo|Do|D{1,4}|do|d{1,4}|[wW]o|w{1,2}|W{1,2}|Qo?|N{1,5}`,
    'Y{4,6}|YY?|y|g{4}|gg|G{4}|GG|[eEaAxX]|HH?|hh?|kk?|mm?|ss?|S{1,9}|zz?|ZZ?'
  ].join('|'),
  'g'
);

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

/** Where the clock stands that is read: how far from UTC, and what that is called. */
export interface Zone {
  offset: string;
  name: string;
  longName: string;
}

const UTC: Zone = { offset: '+00:00', name: 'UTC', longName: 'Coordinated Universal Time' };

function digits(value: number, count: number): string {
  return (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(count, '0');
}

function two(value: number): string {
  return digits(value, 2);
}

function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}

function dayOfYear(date: Date): number {
  const start = new Date(0).setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start) / DAY_MS) + 1;
}

/** The week of a day, and the year that week is in: a week belongs to the year of its `last` day that decides. */
function week(date: Date, toDecisive: number): { week: number; year: number } {
  const decisive = new Date(date.getTime() + toDecisive * DAY_MS);
  return { week: Math.ceil(dayOfYear(decisive) / 7), year: decisive.getUTCFullYear() };
}

/** Weeks from Sunday to Saturday; the one with the first of January is the first. */
function localWeek(date: Date): { week: number; year: number } {
  return week(date, 6 - date.getUTCDay());
}

/** Weeks from Monday to Sunday; the one with the first Thursday is the first. */
function isoWeek(date: Date): { week: number; year: number } {
  return week(date, 4 - isoDay(date));
}

function isoDay(date: Date): number {
  return date.getUTCDay() || 7;
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

function quarter(date: Date): number {
  return Math.floor(date.getUTCMonth() / 3) + 1;
}

function minuteTexts(date: Date): { mm: string; ss: string } {
  return { mm: two(date.getUTCMinutes()), ss: two(date.getUTCSeconds()) };
}

/** The moment itself, whatever the clock shows. */
function absolute(date: Date, { offset }: Zone): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return date.getTime() - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const TEXTS: Record<string, (date: Date, zone: Zone) => string> = {
  YYYYYY: date => (date.getUTCFullYear() < 0 ? '' : '+') + digits(date.getUTCFullYear(), 6),
  YYYYY: date => digits(date.getUTCFullYear(), 5),
  YYYY: date => digits(date.getUTCFullYear(), 4),
  YY: date => two(date.getUTCFullYear() % 100),
  Y: date => digits(date.getUTCFullYear(), 4),
  y: date => String(date.getUTCFullYear()),
  NNNN: () => 'Anno Domini',
  Qo: date => ordinal(quarter(date)),
  Q: date => String(quarter(date)),
  MMMM: monthName,
  MMM: date => monthName(date).slice(0, 3),
  MM: date => two(date.getUTCMonth() + 1),
  Mo: date => ordinal(date.getUTCMonth() + 1),
  M: date => String(date.getUTCMonth() + 1),
  DDDD: date => digits(dayOfYear(date), 3),
  DDDo: date => ordinal(dayOfYear(date)),
  DDD: date => String(dayOfYear(date)),
  DD: date => two(date.getUTCDate()),
  Do: date => ordinal(date.getUTCDate()),
  D: date => String(date.getUTCDate()),
  dddd: dayName,
  ddd: date => dayName(date).slice(0, 3),
  dd: date => dayName(date).slice(0, 2),
  do: date => ordinal(date.getUTCDay()),
  d: date => String(date.getUTCDay()),
  e: date => String(date.getUTCDay()),
  E: date => String(isoDay(date)),
  ww: date => two(localWeek(date).week),
  wo: date => ordinal(localWeek(date).week),
  w: date => String(localWeek(date).week),
  WW: date => two(isoWeek(date).week),
  Wo: date => ordinal(isoWeek(date).week),
  W: date => String(isoWeek(date).week),
  gggg: date => digits(localWeek(date).year, 4),
  gg: date => two(localWeek(date).year % 100),
  GGGG: date => digits(isoWeek(date).year, 4),
  GG: date => two(isoWeek(date).year % 100),
  HH: date => two(date.getUTCHours()),
  H: date => String(date.getUTCHours()),
  hh: date => two(hour12(date)),
  h: date => String(hour12(date)),
  kk: date => two(date.getUTCHours() || 24),
  k: date => String(date.getUTCHours() || 24),
  mm: date => minuteTexts(date).mm,
  m: date => String(date.getUTCMinutes()),
  ss: date => minuteTexts(date).ss,
  s: date => String(date.getUTCSeconds()),
  Hmm: date => `${date.getUTCHours()}${minuteTexts(date).mm}`,
  Hmmss: date => `${date.getUTCHours()}${minuteTexts(date).mm}${minuteTexts(date).ss}`,
  hmm: date => `${hour12(date)}${minuteTexts(date).mm}`,
  hmmss: date => `${hour12(date)}${minuteTexts(date).mm}${minuteTexts(date).ss}`,
  A: date => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: date => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  ZZ: (_, zone) => zone.offset.replace(':', ''),
  Z: (_, zone) => zone.offset,
  zz: (_, zone) => zone.longName,
  z: (_, zone) => zone.name,
  X: (date, zone) => String(Math.floor(absolute(date, zone) / 1000)),
  x: (date, zone) => String(absolute(date, zone))
};

function textOf(token: string, date: Date, zone: Zone): string {
  if (token.startsWith('S')) {
    return digits(date.getUTCMilliseconds(), 3).padEnd(9, '0').slice(0, token.length);
  }
  return TEXTS[token]?.(date, zone) ?? (token.startsWith('N') ? 'AD' : token);
}

/** Format what a clock shows, in microseconds since 1970-01-01, as if it stood at Greenwich. */
export function formatDate(format: string, microseconds: number, zone: Zone = UTC): string {
  const date = new Date(Math.floor(microseconds / 1000));
  const long = format.replace(LONG_TOKEN, token => LONG[token] ?? token);
  return long.replace(
    TOKEN,
    (token, literal: string | undefined, escaped: string | undefined) =>
      literal ?? escaped ?? textOf(token, date, zone)
  );
}
