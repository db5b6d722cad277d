// Lengths of time in words and by the clock, and how far away a moment is.

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const MONTH = (146_097 / 4800) * DAY; // on average: 400 years have 146,097 days

/** From how many seconds on, rounded to what, a length is called what. */
function roughly(seconds: number): string {
  const count = (unit: number) => Math.round(seconds / unit);
  const [minutes, hours, days, months, years] = [
    count(MINUTE),
    count(HOUR),
    count(DAY),
    count(MONTH),
    count(12 * MONTH)
  ];
  const called: [boolean, string][] = [
    [Math.round(seconds) <= 44, 'a few seconds'],
    [minutes <= 1, 'a minute'],
    [minutes < 45, `${minutes} minutes`],
    [hours <= 1, 'an hour'],
    [hours < 22, `${hours} hours`],
    [days <= 1, 'a day'],
    [days < 26, `${days} days`],
    [months <= 1, 'a month'],
    [months < 11, `${months} months`],
    [years <= 1, 'a year']
  ];
  return called.find(([fits]) => fits)?.[1] ?? `${years} years`;
}

/** How far away something is, in seconds from now. */
export function distance(seconds: number): string {
  const length = roughly(Math.abs(seconds));
  return seconds > 0 ? `in ${length}` : `${length} ago`;
}

/** How many days lie between two readings of a clock, in milliseconds. */
export function daysApart(wall: number, now: number): number {
  return Math.floor(wall / (DAY * 1000)) - Math.floor(now / (DAY * 1000));
}

function byClock(seconds: number): string {
  const parts = [Math.floor(seconds / HOUR), Math.floor(seconds / MINUTE) % 60, Math.floor(seconds) % 60];
  const rest = String(Math.floor((seconds % 1) * 1000) / 1000).slice(1);
  return parts.map(part => String(part).padStart(2, '0')).join(':') + rest;
}

function inUnits(seconds: number): string {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / DAY);
  const parts: [number, string][] = [
    [days, days === 1 ? 'day' : 'days'],
    [Math.floor(whole / HOUR) % 24, 'hr'],
    [Math.floor(whole / MINUTE) % 60, 'min'],
    [whole % 60, 'sec'],
    [Math.floor((seconds - whole) * 1000 + 1e-6), 'ms']
  ];
  const told = parts.filter(([count]) => count > 0);
  return told.map(([count, unit]) => `${count.toLocaleString('en-US')} ${unit}`).join(', ') || '0 sec';
}

const WAYS: Record<string, (seconds: number) => string> = { compact: byClock, localized: inUnits };

/** A length of time: in words, or by the clock, or with all its parts. */
export function durationText(seconds: number, format: string | undefined): string {
  return (seconds < 0 ? '-' : '') + (WAYS[format ?? ''] ?? roughly)(Math.abs(seconds));
}
