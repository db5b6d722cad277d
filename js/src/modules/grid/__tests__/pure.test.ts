import { describe, expect, it, vi } from 'vitest';
import { asChanges } from '../changes';
import type { Changes } from '../changes';
import { isSafe } from '../cells';
import { Edits } from '../edits';
import { linkText, momentText, textOf } from '../format';
import { readCell } from '../parse';
import type { Column, Content } from '../types';

const NONE: Changes = { edited_rows: {}, added_rows: [], deleted_rows: [] };

function column(kind: string, more: Partial<Column> = {}): Column {
  return { name: 'c', label: 'C', kind, editable: true, ...more };
}

describe('texts of cells', () => {
  it.each<[Content, Column, string]>([
    [1.23456789, column('float'), '1.2346'],
    [2, column('float'), '2'],
    [0.00001234, column('float'), '0.00001'],
    [12345678, column('integer'), '12345678'],
    [0.5, column('float', { format: 'percent' }), '50%'],
    [1234.5, column('float', { format: 'dollar' }), '$1,234.50'],
    [1234, column('integer', { format: 'compact' }), '1.2K'],
    [5, column('integer', { format: '%03d km' }), '005 km'],
    [90061, column('seconds'), 'a day'],
    [0.25, column('float', { type: 'progress' }), '25%'],
    [25, column('integer', { type: 'progress' }), ' 25%'],
    [true, column('boolean'), 'true'],
    [null, column('string'), ''],
    [['a', null, 1], column('list'), 'a, None, 1'],
    ['x', column('string', { options: [{ value: 'x', label: 'The X' }] }), 'The X'],
    ['2024-01-02', column('date'), '2024-01-02'],
    ['2024-01-02', column('date', { format: 'D MMM YYYY' }), '2 Jan 2024'],
    ['03:04:00', column('time'), '03:04:00'],
    ['2024-01-02T03:04:00', column('datetime'), '2024-01-02 03:04:00'],
    ['2024-01-02T03:04:00+01:00', column('datetime'), '2024-01-02 03:04:00+01:00'],
    ['no moment', column('datetime'), 'no moment'],
    ['inf', column('float'), 'inf']
  ])('%j is shown', (content, col, text) => {
    expect(textOf(content, col)).toBe(text);
  });

  it('has moments in the zone that is asked for, and as they are where there is no such zone', () => {
    const zoned = (timezone: string) =>
      momentText('2024-07-01T12:00:00Z', 'datetime', column('datetime', { timezone }));
    expect(zoned('Europe/Berlin')).toBe('2024-07-01 14:00:00+02:00');
    expect(zoned('No/Where')).toBe('2024-07-01 12:00:00+00:00');
  });

  it('tells how far away a moment is', () => {
    vi.useFakeTimers({ now: new Date('2024-07-02T12:00:00Z') });
    const told = (format: string, text: string) =>
      momentText(text, 'datetime', column('datetime', { format }));
    expect(told('distance', '2024-07-01T12:00:00Z')).toBe('a day ago');
    expect(told('distance', '2024-07-02T15:00:00Z')).toBe('in 3 hours');
    vi.useRealTimers();
  });

  it('picks a part of an address, whatever the author wrote', () => {
    expect(linkText('https://a.org/b%20c', 'https://a.org/(.*)')).toBe('b c');
    expect(linkText('https://a.org', 'Open')).toBe('Open');
    expect(linkText('https://a.org', '(')).toBe('(');
    expect(linkText('https://a.org', undefined)).toBe('https://a.org');
  });

  it('follows only what does not run', () => {
    expect(['https://a.org', 'http://a', 'mailto:a@b.c'].every(isSafe)).toBe(true);
    expect(
      ['javascript:alert(1)', ' javascript:x', 'data:text/html,x', '//a', 'file:///a'].some(isSafe)
    ).toBe(false);
  });
});

describe('what is typed, chosen or pasted', () => {
  const options = [
    { value: 1, label: 'One' },
    { value: 'b', label: 'B' }
  ];
  it.each<[string, Column, Content]>([
    ['5', column('integer'), 5],
    ['', column('integer'), null],
    ['1,234.5', column('float'), 1234.5],
    ['1,5', column('float'), 1.5],
    ['50%', column('float'), 0.5],
    ['9007199254740993', column('integer'), '9007199254740993'],
    ['0.10', column('decimal'), '0.10'],
    ['7', column('integer', { step: 5 }), 5],
    ['yes', column('boolean'), true],
    ['0', column('boolean'), false],
    ['One', column('integer', { type: 'selectbox', options }), 1],
    ['b', column('string', { type: 'selectbox', options }), 'b'],
    ['a, B,', column('list', { type: 'multiselect', options }), ['a', 'b']],
    ['["x, y","z"]', column('list'), ['x, y', 'z']],
    ['2024-01-02', column('date'), '2024-01-02'],
    ['2024-01-02 03:04', column('date'), '2024-01-02'],
    ['2024-01-02 03:04', column('datetime'), '2024-01-02T03:04:00'],
    ['2024-01-02', column('datetime'), '2024-01-02T00:00:00'],
    ['3:04', column('time'), '03:04:00'],
    ['text', column('string'), 'text']
  ])('%j is read', (text, col, content) => {
    expect(readCell(text, col)).toEqual({ content });
  });

  it.each<[string, Column]>([
    ['x', column('integer')],
    ['1.5', column('integer')],
    ['1e999', column('float')],
    ['11', column('integer', { min_value: 1, max_value: 10 })],
    ['maybe', column('boolean')],
    ['c', column('string', { type: 'selectbox', options })],
    ['soon', column('date')],
    ['2024-13-40', column('date')],
    ['25:99', column('time')],
    ['2023-12-31', column('date', { min_value: '2024-01-01' })],
    ['toolong', column('string', { max_chars: 3 })],
    ['abc', column('string', { validate: '^\\d+$' })]
  ])('%j is refused with a reason', (text, col) => {
    expect(readCell(text, col)).toHaveProperty('problem');
  });

  it('keeps an empty text apart from none', () => {
    expect(readCell('', column('string'), 'a')).toEqual({ content: '' });
    expect(readCell('', column('string'), null)).toEqual({ content: null });
  });
});

describe('edits', () => {
  function edits(value: unknown = NONE, total = 3): { edits: Edits; told: Changes[] } {
    const told: Changes[] = [];
    return { edits: new Edits(value, total, changes => told.push(changes)), told };
  }

  it('are whole whatever the model holds', () => {
    for (const value of [null, 5, [], {}, { edited_rows: [], added_rows: {}, deleted_rows: ['x'] }]) {
      expect(asChanges(value)).toEqual(NONE);
    }
  });

  it('say which row is where when rows are gone and new', () => {
    const { edits: made } = edits({ edited_rows: {}, added_rows: [{}], deleted_rows: [0, 2] }, 5);
    expect(made.count).toBe(4);
    expect([0, 1, 2, 3].map(n => made.at(n))).toEqual([
      { kind: 'data', position: 1 },
      { kind: 'data', position: 3 },
      { kind: 'data', position: 4 },
      { kind: 'new', position: 0 }
    ]);
  });

  it('are told whole, and taken back one by one', () => {
    const { edits: made, told } = edits();
    const c = column('integer', { default: 7 });
    made.set({ kind: 'data', position: 1 }, c, 5);
    made.add([c]);
    made.remove([0, 3]);
    expect(told.at(-1)).toEqual({ edited_rows: { 1: { c: 5 } }, added_rows: [], deleted_rows: [0] });
    made.undo();
    expect(told.at(-1)).toEqual({ edited_rows: { 1: { c: 5 } }, added_rows: [{ c: 7 }], deleted_rows: [] });
    made.undo();
    made.undo();
    made.undo();
    expect(told.at(-1)).toEqual(NONE);
    expect(made.canUndo).toBe(false);
  });

  it('hold back a new row until it has what it needs', () => {
    const { edits: made, told } = edits();
    made.required = ['c'];
    made.add([column('string')]);
    expect(told).toEqual([]);
    expect(made.count).toBe(4);
    made.adopt(NONE, 3); // the kernel says what it knows
    made.set({ kind: 'new', position: 0 }, column('string'), 'x');
    expect(told).toEqual([{ ...NONE, added_rows: [{ c: 'x' }] }]);
  });

  it('make rows for what is pasted below the last one', () => {
    const { edits: made, told } = edits();
    made.setAll([
      [{ kind: 'data', position: 2 }, column('string'), 'a'],
      [{ kind: 'new', position: 1 }, column('string'), 'b']
    ]);
    expect(told).toEqual([
      { edited_rows: { 2: { c: 'a' } }, added_rows: [{}, { c: 'b' }], deleted_rows: [] }
    ]);
  });

  it('give way to what the kernel says', () => {
    const { edits: made } = edits();
    made.set({ kind: 'data', position: 0 }, column('string'), 'x');
    made.adopt(NONE, 9);
    expect(made.contentOf({ kind: 'data', position: 0 }, column('string'))).toBeUndefined();
    expect(made.count).toBe(9);
  });
});
