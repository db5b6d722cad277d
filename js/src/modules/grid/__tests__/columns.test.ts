import { describe, expect, it, vi } from 'vitest';
import { Arrangement } from '../arrangement';
import { actionsFor } from '../column_menu';
import type { Doings } from '../column_menu';
import { Layout } from '../layout';
import { focusAfter, nothing } from '../selecting';
import type { Column } from '../types';

function column(name: string, more: Partial<Column> = {}): Column {
  return { name, label: name.toUpperCase(), kind: 'string', ...more };
}

const GIVEN = [column('i', { index: true }), column('a'), column('b'), column('c', { kind: 'float' })];

function names(arrangement: Arrangement, given = GIVEN): string {
  return arrangement
    .shown(given)
    .map(([, { name }]) => name)
    .join(' ');
}

describe('columns as somebody wants them', () => {
  it('are as the author has them, pinned ones first', () => {
    expect(names(new Arrangement(), [column('a'), column('b', { pinned: true })])).toBe('b a');
    expect(new Arrangement().shown(GIVEN).map(([number]) => number)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['c', 'a', 'i c a b'],
    ['a', 'c', 'i b c a'],
    ['a', 'b', 'i b a c'],
    ['b', 'a', 'i b a c']
  ])('move: %s to where %s is', (name, target, order) => {
    const arrangement = new Arrangement();
    arrangement.move(GIVEN, name, target);
    expect(names(arrangement)).toBe(order);
  });

  it('are where they were when they are shown again', () => {
    const arrangement = new Arrangement();
    arrangement.move(GIVEN, 'c', 'a');
    arrangement.setHidden('c', true);
    expect(names(arrangement)).toBe('i a b');
    arrangement.move(GIVEN, 'b', 'a');
    arrangement.setHidden('c', false);
    expect(names(arrangement)).toBe('i c b a');
  });

  it('keep their order when others come and go, and new ones come last', () => {
    const arrangement = new Arrangement();
    arrangement.move(GIVEN, 'c', 'a');
    expect(names(arrangement, [column('x'), column('a'), column('c')])).toBe('c a x');
  });

  it('are pinned before all others, and an index may be let go', () => {
    const arrangement = new Arrangement();
    arrangement.pin('c', true);
    arrangement.pin('i', false);
    expect(names(arrangement)).toBe('c i a b');
    expect(new Layout(GIVEN, arrangement).pinned).toBe(1);
  });

  it('have another format, or the usual one instead of that of the author', () => {
    const arrangement = new Arrangement();
    const given = [column('a', { format: 'percent' })];
    const format = () => arrangement.shown(given)[0]?.[1].format;
    arrangement.format('a', 'dollar');
    expect(format()).toBe('dollar');
    arrangement.format('a', undefined);
    expect(format()).toBeUndefined();
    arrangement.reset();
    expect(format()).toBe('percent');
  });

  it('are as at the beginning after a reset', () => {
    const arrangement = new Arrangement();
    arrangement.move(GIVEN, 'c', 'a');
    arrangement.setHidden('b', true);
    arrangement.pin('c', true);
    arrangement.widths.set('a', 12);
    arrangement.reset();
    expect(names(arrangement)).toBe('i a b c');
    expect(arrangement.widths.size).toBe(0);
  });

  it('are told apart by their number in the kernel', () => {
    const arrangement = new Arrangement();
    arrangement.move(GIVEN, 'c', 'a');
    arrangement.setHidden('a', true);
    expect(new Layout(GIVEN, arrangement).order).toEqual([0, 3, 2]);
  });
});

describe('the cell with the focus', () => {
  const at = (x: number) => ({
    ...nothing(),
    current: { cell: [x, 7] as const, range: { x, y: 7, width: 1, height: 1 }, rangeStack: [] }
  });
  const [, a, b, c] = GIVEN as [Column, Column, Column, Column];

  it.each<[string, Column[], number]>([
    ['goes with its column', [b, c, a], 2],
    ['goes to the next column if its own is hidden', [b, c], 0]
  ])('%s', (_, after, place) => {
    expect(focusAfter(at(0), [a, b, c], after).current?.cell).toEqual([place, 7]);
  });

  it('goes to the last column if its own was the last one', () => {
    expect(focusAfter(at(2), [a, b, c], [a, b]).current?.cell).toEqual([1, 7]);
  });

  it('stays nowhere', () => {
    expect(focusAfter(nothing(), [a], [a]).current).toBeUndefined();
    expect(focusAfter(at(0), [a], []).current).toBeUndefined();
  });
});

describe('the menu of a column', () => {
  const doings = (): Doings => ({ format: vi.fn(), formats: vi.fn(), fit: vi.fn(), pin: vi.fn() });
  const labels = (of: Column, more: Partial<Doings> = {}, pinned = false) =>
    actionsFor(of, pinned, { ...doings(), ...more }).map(({ label }) => label);

  it('offers what can be done', () => {
    expect(labels(column('a'))).toEqual(['Fit width', 'Pin']);
    expect(labels(column('a'), { left: vi.fn(), right: vi.fn(), hide: vi.fn() }, true)).toEqual([
      'Fit width',
      'Unpin',
      'Move left',
      'Move right',
      'Hide'
    ]);
    expect(labels(column('a'), { sort: vi.fn() }).slice(0, 2)).toEqual(['Sort ascending', 'Sort descending']);
  });

  it.each([
    ['float', 10],
    ['datetime', 4],
    ['time', 2]
  ])('has the formats of a %s', (kind, count) => {
    const asked = doings();
    const actions = actionsFor(column('a', { kind, format: 'localized' }), false, asked);
    actions.find(({ label }) => label === 'Format…')?.act();
    const formats = vi.mocked(asked.formats).mock.calls[0]?.[0] ?? [];
    expect(formats).toHaveLength(count);
    expect(formats[1]?.label).toBe('Localized ✓');
    formats[1]?.act();
    formats[0]?.act();
    expect(vi.mocked(asked.format).mock.calls).toEqual([['localized'], [undefined]]);
  });

  it('sorts both ways, and pins what is not pinned', () => {
    const asked = { ...doings(), sort: vi.fn() };
    const [up, down] = actionsFor(column('a'), true, asked);
    up?.act();
    down?.act();
    actionsFor(column('a'), true, asked)
      .find(({ label }) => label === 'Unpin')
      ?.act();
    expect(asked.sort.mock.calls).toEqual([[false], [true]]);
    expect(asked.pin).toHaveBeenCalledWith(false);
  });
});
