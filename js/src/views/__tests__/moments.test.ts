import { describe, expect, it } from 'vitest';
import { localNow, pattern, readMoment, shown, steppedMoment } from '../moments';
import type { Style } from '../moments';

const date: Style = { mode: 'date', format: 'DD.MM.YYYY', step: 60, min: '2014-05-17', max: '2034-05-17' };
const time: Style = { mode: 'time', format: '24h', step: 900, min: '', max: '' };
const both: Style = {
  mode: 'datetime',
  format: 'YYYY/MM/DD',
  step: 900,
  min: '2014-05-17T00:00',
  max: '2034-05-17T23:59'
};

function value(text: string, style: Style): string | undefined {
  const reading = readMoment(text, style);
  return 'value' in reading ? reading.value : undefined;
}

function problem(text: string, style: Style): string | undefined {
  const reading = readMoment(text, style);
  return 'problem' in reading ? reading.problem : undefined;
}

describe('a moment as text', () => {
  it.each([
    [{ ...date }, '2024-05-07', '07.05.2024'],
    [{ ...date, format: 'MM-DD-YYYY' }, '2024-05-07', '05-07-2024'],
    [{ ...date, format: 'YYYY/MM/DD' }, '0003-01-02', '0003/01/02'],
    [time, '08:05', '08:05'],
    [{ ...time, step: 30 }, '08:05:30', '08:05:30'],
    [{ ...time, format: '12h' }, '00:05', '12:05 AM'],
    [{ ...time, format: '12h', step: 1 }, '13:05:09', '1:05:09 PM'],
    [both, '2024-05-07T18:30', '2024/05/07, 18:30'],
    [date, '', '']
  ])('is in the format of the author (%#)', (style, travels, text) => {
    expect(shown(travels, style)).toBe(text);
    expect(value(text, style)).toBe(travels === '0003-01-02' ? undefined : travels);
  });

  it('says how to type it', () => {
    expect([pattern(date), pattern({ ...time, format: '12h' }), pattern(both)]).toEqual([
      'DD.MM.YYYY',
      'h:mm AM',
      'YYYY/MM/DD, HH:mm'
    ]);
  });

  it('follows the language of the browser if it shall be localized', () => {
    expect(['08:05', '8:05 AM']).toContain(shown('08:05', { ...time, format: 'localized' }));
  });
});

describe('what a person types', () => {
  it.each([
    ['7.5.2024', '2024-05-07'],
    ['07/05/2024', '2024-05-07'],
    ['7 5 2024', '2024-05-07'],
    ['07052024', '2024-05-07'],
    ['2024-05-07', '2024-05-07'],
    [' 29.02.2024 ', '2024-02-29']
  ])('is a date: %s', (text, travels) => {
    expect(value(text, date)).toBe(travels);
  });

  it('has month and day in the order of the format', () => {
    expect(value('5/7/2024', { ...date, format: 'MM/DD/YYYY' })).toBe('2024-05-07');
    expect(value('20240507', { ...date, format: 'YYYY.MM.DD' })).toBe('2024-05-07');
  });

  it.each([
    'x',
    '7.5.24',
    '30.02.2024',
    '29.02.2023',
    '7.5',
    '00.05.2024',
    '07.13.2024',
    '1.1.0000',
    '7.5.2024 8:30'
  ])('is no date: %s', text => {
    expect(problem(text, date)).toBe('Enter a date as DD.MM.YYYY.');
  });

  it('is not guessed where the order is not known', () => {
    expect(value('07.05.2024', { ...date, format: 'YYYY/MM/DD' })).toBeUndefined();
  });

  it.each(['16.05.2014', '18.05.2034'])('lies within the limits, not at %s', text => {
    expect(problem(text, date)).toBe('Enter a date from 17.05.2014 to 17.05.2034.');
  });

  it.each([
    ['8:45', '08:45'],
    ['845', '08:45'],
    ['0845', '08:45'],
    ['8', '08:00'],
    ['8.45', '08:45'],
    ['8h45', '08:45'],
    ['8 pm', '20:00'],
    ['8:45 p.m.', '20:45'],
    ['12:05 am', '00:05'],
    ['12pm', '12:00'],
    ['8:45:30', '08:45']
  ])('is a time: %s', (text, travels) => {
    expect(value(text, time)).toBe(travels);
  });

  it('keeps seconds where they count', () => {
    expect(value('8:45:30', { ...time, step: 5 })).toBe('08:45:30');
    expect(value('8:45', { ...time, step: 5 })).toBe('08:45:00');
  });

  it.each(['24:00', '8:60', '13 pm', '0 am', 'noon', '8:4', '-1', '8:45x'])('is no time: %s', text => {
    expect(problem(text, time)).toBe('Enter a time as HH:mm.');
  });

  it.each(['2024/5/7, 8:30', '2024/05/07 08:30', '2024-05-07T08:30', '20240507 830', '2024/05/07, 8:30 am'])(
    'is a date with a time: %s',
    text => {
      expect(value(text, both)).toBe('2024-05-07T08:30');
    }
  );

  it.each(['2024/05/07', '08:30', '2024/05/07, 25:00'])('is not both: %s', text => {
    expect(problem(text, both)).toBe('Enter a date and a time as YYYY/MM/DD, HH:mm.');
  });

  it('is nothing if it is blank', () => {
    expect([value('  ', date), value('', time)]).toEqual(['', '']);
  });
});

describe('a step', () => {
  it.each([
    ['2024-02-28', 1, date, '2024-02-29'],
    ['2024-01-01', -1, date, '2023-12-31'],
    ['2034-05-17', 1, date, '2034-05-17'],
    ['08:45', 1, time, '09:00'],
    ['23:50', 1, time, '00:05'],
    ['00:05', -1, time, '23:50'],
    ['2024-12-31T23:50', 1, both, '2025-01-01T00:05'],
    ['2014-05-17T00:10', -1, both, '2014-05-17T00:00']
  ] as const)('from %s by %i', (from, direction, style, to) => {
    expect(steppedMoment(from, direction, style)).toBe(to);
  });

  it('starts an empty field now, within its limits', () => {
    expect(steppedMoment('', 1, date, '2024-05-07')).toBe('2024-05-07');
    expect(steppedMoment('', -1, date, '2044-05-07')).toBe('2034-05-17');
  });

  it('reads the local clock, times at the last whole step', () => {
    const clock = new Date(2024, 4, 7, 18, 44, 59);
    expect([localNow(date, clock), localNow(time, clock), localNow(both, clock)]).toEqual([
      '2024-05-07',
      '18:30',
      '2024-05-07T18:30'
    ]);
  });
});
