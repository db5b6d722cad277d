// What formats of columns show, beside what Streamlit's page showed for the same (tests/tools/formats.py writes it down).
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatValue } from '../../../views/format';
import { momentText, numberText } from '../format';
import { distance, durationText } from '../lengths';
import type { Column } from '../types';
import reference from './formats.json';

type Table = Record<string, (string | null)[]>;

const { of: given, told } = reference;

function column(kind: string, format: string, more: Partial<Column> = {}): Column {
  return { name: 'c', label: 'C', kind, ...(format ? { format } : {}), ...more };
}

function rows(table: Table): [string, (string | null)[]][] {
  return Object.entries(table);
}

afterEach(() => {
  vi.useRealTimers();
});

describe('numbers', () => {
  it.each(rows(told.numbers))('as %j', (format, texts) => {
    const shown = given.numbers.map(value => numberText(value, column('float', format)));
    // Where a format cannot be used, Streamlit's page shows an error with the number.
    expect(shown).toEqual(texts.map((text, index) => text ?? String(given.numbers[index])));
  });

  // Of "plain" that page writes 999 as 998.9999999999999: what its own library makes of some numbers.
  it.each(rows(told.whole).filter(([format]) => format !== 'plain'))(
    'that are whole as %j',
    (format, texts) => {
      const shown = given.numbers.map(value => numberText(Math.trunc(value) + 0, column('integer', format)));
      expect(shown).toEqual(texts.map(text => text?.replace(/^-0$/, '0')));
    }
  );

  it.each(rows(told.cents))('with a step of 0.01 as %j', (format, texts) => {
    const shown = given.numbers.map(value => numberText(value, column('float', format, { step: 0.01 })));
    expect(shown).toEqual(texts);
  });

  it('of progress are percents, as whole ones or as shares', () => {
    const progress = (kind: string, more: Partial<Column> = {}) =>
      column(kind, '', { type: 'progress', ...more });
    expect(numberText(25, progress('integer'))).toBe(' 25%');
    expect(numberText(0.256, progress('float'))).toBe('25.6%');
    expect(numberText(0.256, progress('float', { format: '%.1f' }))).toBe('0.3');
  });

  it('that are too large for digits behind the point are written out', () => {
    expect(numberText(1.5e21, column('float', ''))).toBe('1500000000000000000000');
    expect(formatValue(1.5e21, 'plain', '')).toBe('1500000000000000000000');
    expect(numberText(1.5e21, column('integer', ''))).toBe('1500000000000000000000');
  });

  it('are as the languages of the reader have them, if there are such languages', () => {
    const languages = vi.spyOn(navigator, 'languages', 'get');
    languages.mockReturnValue(['de-DE']);
    expect(formatValue(1234.5, 'localized', '', 3)).toBe('1.234,500');
    languages.mockReturnValue(['no such language']);
    expect(formatValue(1234.5, 'localized', '', 5)).toMatch(/1.?234.50000/);
    languages.mockRestore();
  });
});

describe('moments', () => {
  const parts: Record<string, (text: string) => string> = {
    datetime: text => text.replace('Z', ''),
    date: text => text.slice(0, 10),
    time: text => text.slice(11, -1)
  };
  const tables = Object.keys(parts).flatMap(kind =>
    rows(told[kind as 'datetime']).map(([format, texts]) => [kind, format, texts] as const)
  );

  it.each(tables)('that are a %s as %j', (kind, format, texts) => {
    const shown = given.moments.map(text =>
      momentText(parts[kind]?.(text) ?? '', kind, column(kind, format))
    );
    expect(shown).toEqual(texts);
  });

  const zoned = Object.entries(told.zones as Record<string, Table>).flatMap(([timezone, table]) =>
    rows(table).map(([format, texts]) => [timezone, format, texts] as const)
  );

  it.each(zoned)('in %s as %j', (timezone, format, texts) => {
    const shown = given.moments.map(text =>
      momentText(text, 'datetime', column('datetime', format, { timezone }))
    );
    // Zones of long ago had offsets with seconds, which the one rounds and the other does not.
    expect(shown.slice(0, 4)).toEqual(texts.slice(0, 4));
  });

  it.each([
    ['time', { step: 60 }, '12:34'],
    ['time', { step: 0.5 }, '12:34:56.500'],
    ['time', {}, '12:34:56'],
    ['datetime', { step: 60 }, '2026-03-04 12:34'],
    ['datetime', { step: 0.001 }, '2026-03-04 12:34:56.500'],
    ['datetime', { timezone: 'UTC' }, '2026-03-04 12:34:56+00:00']
  ])('that are a %s with %j are as fine as they can be set', (kind, more, text) => {
    const moment = kind === 'time' ? '12:34:56.500' : '2026-03-04T12:34:56.500';
    expect(momentText(moment, kind, column(kind, '', more))).toBe(text);
  });

  it('are told by how far away they are', () => {
    expect(given.away.map(distance)).toEqual(told.distance);
    vi.useFakeTimers({ now: new Date('2026-03-04T10:00:00Z') });
    const away = column('datetime', 'distance');
    expect(momentText('2026-03-04T13:00:00', 'datetime', away)).toBe('in 3 hours');
    expect(momentText('2026-03-04T13:00:00+05:00', 'datetime', away)).toBe('2 hours ago');
  });

  it('are told by the days around today, which is today where their clock stands', () => {
    vi.useFakeTimers({ now: new Date('2026-03-04T10:00:00Z') });
    const days = given.days.map(day => new Date(Date.UTC(2026, 2, 4 + day, 15)).toISOString());
    const shown = days.map(text => momentText(text, 'datetime', column('datetime', 'calendar')));
    expect(shown).toEqual(told.calendar);
    const far = column('datetime', 'calendar', { timezone: 'Pacific/Auckland' });
    expect(momentText('2026-03-04T12:00:00Z', 'datetime', far)).toBe('Tomorrow at 1:00 AM');
  });
});

describe('lengths of time', () => {
  it.each(rows(told.lengths))('as %j', (format, texts) => {
    expect(given.lengths.map(value => durationText(value, format))).toEqual(texts);
  });

  it('are in words where nothing else is said, and numbers where a number is asked for', () => {
    expect(numberText(90_061, column('seconds', ''))).toBe('a day');
    expect(numberText(90_061, column('timedelta', ''))).toBe('a day');
    expect(durationText(1.9999, 'localized')).toBe('1 sec, 999 ms');
    expect(numberText(90_061, column('seconds', 'compact'))).toBe('25:01:01');
    expect(numberText(90_061, column('seconds', '%d s'))).toBe('90061 s');
    expect(numberText(1500, column('integer', 'compact'))).toBe('1.5K');
  });
});
