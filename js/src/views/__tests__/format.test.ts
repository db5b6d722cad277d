import { describe, expect, it } from 'vitest';
import { formatDate } from '../dates';
import { formatValue } from '../format';
import { affixes, printf } from '../printf';

describe('printf', () => {
  it.each([
    ['%d', 3.9, '3'],
    ['%i', -3.9, '-3'],
    ['%f', 0.5, '0.5'],
    ['%0.2f', 3.14159, '3.14'],
    ['%.0f', 2.6, '3'],
    ['%05d', -42, '-0042'],
    ['%5d|', 42, '   42|'],
    ['%-5d|', 42, '42   |'],
    ['%+d', 7, '+7'],
    ['%e', 12345.678, '1.2345678e+4'],
    ['%.1e', 0.00012, '1.2e-4'],
    ['%g', 0.00001, '0.00001'],
    ['%.6g', 1234567, '1234570'],
    ['%g', 0.5, '0.5'],
    ['%g', 100000, '100000'],
    ['%s', 0.1, '0.1'],
    ['%d%%', 30, '30%'],
    ['$%0.2f each', 5, '$5.00 each'],
    ['no directive', 5, 'no directive']
  ])('%s of %d is %s', (format, value, expected) => {
    expect(printf(format, value)).toBe(expected);
  });

  it.each(['%z', '100%', '%d of %d', '% d'])('cannot use %j', format => {
    expect(printf(format, 5)).toBeNull();
    expect(formatValue(5, format, 'int')).toBe('5');
  });

  it('knows the texts around its directive', () => {
    expect(affixes('$%0.2f each')).toEqual(['$', 'each']);
    expect(affixes('%d%%')).toEqual(['', '%']);
    expect(affixes('%d of %d')).toBeNull();
  });
});

describe('dates', () => {
  const moment = Date.UTC(2026, 2, 4, 15, 7, 9, 45) * 1000;

  it.each([
    ['YYYY-MM-DD', '2026-03-04'],
    ['ddd D MMM', 'Wed 4 Mar'],
    ['dddd, MMMM Do YY', 'Wednesday, March 4th 26'],
    ['HH:mm:ss.SSS', '15:07:09.045'],
    ['h:mm A', '3:07 PM'],
    ['[at] H[h]', 'at 15h'],
    ['DDDD', '063']
  ])('%s', (format, expected) => {
    expect(formatDate(format, moment)).toBe(expected);
  });

  it('are in UTC, also before 1970', () => {
    expect(formatDate('YYYY-MM-DD HH:mm', -1)).toBe('1969-12-31 23:59');
  });
});

describe('a value', () => {
  it.each([
    [1234.5, 'dollar', 'float', '$1,234.50'],
    [0.256, 'percent', 'float', '25.6%'],
    [1500, 'bytes', 'int', '1.5KB'],
    [1500, 'compact', 'int', '1.5K'],
    [3, '', 'int', '3'],
    [1e-7, '', 'float', '0.0000001'],
    [0, '', 'date', '1970-01-01']
  ])('%d as %s (%s) is %s', (value, format, type, expected) => {
    expect(formatValue(value, format, type)).toBe(expected);
  });
});
