import { describe, expect, it } from 'vitest';
import { readNumber, stepped } from '../numbers';

const ANY = { min: null, max: null };

describe('reading a number', () => {
  it.each([
    ['7', 7],
    [' -1.5 ', -1.5],
    ['−2', -2],
    ['.5', 0.5],
    ['2.', 2],
    ['1e3', 1000],
    ['1,5', 1.5],
    ['$3.50', 3.5],
    ['', null],
    ['   ', null]
  ])('%j is %j', (text, value) => {
    expect(readNumber(text, '$%0.2f', 'float', ANY)).toEqual({ value });
  });

  it.each(['abc', '1,500', '1.2.3', '0x10', 'Infinity', '--1', '1 2'])('%j is none', text => {
    expect(readNumber(text, '%d', 'float', ANY)).toEqual({ problem: 'Enter a number.' });
  });

  it('refuses fractions where whole numbers are asked', () => {
    expect(readNumber('2.5', '%d', 'int', ANY)).toEqual({ problem: 'Enter a whole number.' });
    expect(readNumber('2.0', '%d', 'int', ANY)).toEqual({ value: 2 });
  });

  it.each([
    [{ min: 0, max: 10 }, 'Enter a number from 0 to 10.'],
    [{ min: 100, max: null }, 'Enter 100 or more.'],
    [{ min: null, max: 3 }, 'Enter 3 or less.']
  ])('says what range it wants', (range, problem) => {
    expect(readNumber('50', '%d', 'int', range)).toEqual({ problem });
  });
});

describe('a step', () => {
  it.each([
    [0.1, 0.2, 1, ANY, 0.3],
    [1, 0.01, -1, ANY, 0.99],
    [9.5, 1, 1, { min: 0, max: 10 }, 10],
    [0, 1, -1, { min: 0, max: 10 }, 0],
    [null, 1, 1, ANY, 1],
    [null, 1, 1, { min: 5, max: 9 }, 6],
    [1e-7, 1e-7, 1, ANY, 2e-7]
  ] as const)('from %j by %j', (value, step, direction, range, expected) => {
    expect(stepped(value, step, direction, range)).toBe(expected);
  });
});
