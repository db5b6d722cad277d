import { describe, expect, it } from 'vitest';
import type { ChartState } from '../../../views/chart';
import { check } from '../check';
import { unpack } from '../columns';
import { isSingle, legendColumns, sized, wrapsOtherwise } from '../sizes';

/** As elements/chart_tables.py packs tables, at an odd place in its buffer. */
function packed(header: object, ...parts: (Float64Array | Int32Array)[]): DataView {
  const text = new TextEncoder().encode(JSON.stringify(header).padEnd(800));
  const chunks = parts.map(part => new Uint8Array(part.buffer));
  const size = 8 + text.length + chunks.reduce((sum, { length }) => sum + length + (-length & 7), 0);
  const buffer = new ArrayBuffer(size + 3);
  const view = new DataView(buffer, 3);
  view.setUint32(0, text.length, true);
  new Uint8Array(buffer).set(text, 11);
  let at = 11 + text.length;
  for (const chunk of chunks) {
    new Uint8Array(buffer).set(chunk, at);
    at += chunk.length + (-chunk.length & 7);
  }
  return view;
}

const STATE: ChartState = {
  spec: '{}',
  data: null,
  theme: '',
  width: 'stretch',
  height: 'content',
  modes: [],
  points: 0,
  alt: '',
  options: {},
  room: 500,
  selection: {}
};

describe('tables', () => {
  it('are rows of values; what is missing or infinite is null', () => {
    const columns = [
      { name: 'n', kind: 'number', at: 0 },
      { name: 'w', kind: 'text', at: 24, words: ['a', 'b'] },
      { name: 'f', kind: 'flag', at: 40, words: ['false', 'true'] },
      { name: 'j', kind: 'json', at: 56, words: ['[1]'] }
    ];
    const header = { t: { rows: 3, columns, stack: null } };
    const numbers = new Float64Array([1.5, NaN, Infinity]);
    const data = packed(
      header,
      numbers,
      new Int32Array([1, -1, 0]),
      new Int32Array([1, 0, -1]),
      new Int32Array([0, -1, 0])
    );
    expect(unpack(data)['t']).toEqual([
      { n: 1.5, w: 'b', f: true, j: [1] },
      { n: null, w: null, f: false, j: null },
      { n: null, w: 'a', f: null, j: [1] }
    ]);
    expect(unpack(null)).toEqual({});
  });

  it('have moments as clocks show them, or as they are', () => {
    const columns = [
      { name: 'wall', kind: 'wall', at: 0 },
      { name: 'instant', kind: 'instant', at: 8 }
    ];
    const moment = Date.UTC(2024, 0, 2, 3, 4, 5, 6);
    const rows = unpack(
      packed({ t: { rows: 1, columns, stack: null } }, new Float64Array([moment]), new Float64Array([moment]))
    )['t'];
    expect(rows?.[0]).toEqual({ wall: new Date(2024, 0, 2, 3, 4, 5, 6), instant: new Date(moment) });
  });

  it('have columns one after the other where these are stacked', () => {
    const columns = ['x', 'y0', 'y1'].map((name, number) => ({ name, kind: 'number', at: number * 16 }));
    const stack = { columns: ['y0', 'y1'], names: ['A', 'B'], value: 'y', name: 'series' };
    const parts = [
      [1, 2],
      [3, 4],
      [5, 6]
    ].map(values => new Float64Array(values));
    expect(unpack(packed({ t: { rows: 2, columns, stack } }, ...parts))['t']).toEqual([
      { x: 1, y: 3, series: 'A' },
      { x: 2, y: 4, series: 'A' },
      { x: 1, y: 5, series: 'B' },
      { x: 2, y: 6, series: 'B' }
    ]);
  });
});

describe('sizes', () => {
  it('of one view are those of the page, or those that were asked for', () => {
    expect(sized({ mark: 'bar' }, STATE, 60)).toMatchObject({ width: 500, autosize: { type: 'fit' } });
    expect(sized({ mark: 'bar', height: 5 }, { ...STATE, width: 80, height: 90 }, 60)).toMatchObject({
      width: 80,
      height: 90
    });
    expect(sized({ mark: 'bar', width: 7 }, { ...STATE, width: 'content' }, 60)['width']).toBe(7);
  });

  it('of views below each other leave room for axes; those beside each other keep theirs', () => {
    const below = sized({ vconcat: [{ mark: 'bar' }, { hconcat: [] }] }, STATE, 60);
    expect(below['vconcat']).toEqual([{ mark: 'bar', width: 440 }, { hconcat: [] }]);
    expect(sized({ hconcat: [] }, STATE, 60)).not.toHaveProperty('width');
    expect(isSingle({ mark: 'bar', encoding: { row: {} } })).toBe(false);
  });
});

describe('a legend', () => {
  it.each([
    ['short names stand side by side', 1, 400, 8],
    ['long ones below each other', 80, 150, 1],
    ['a name is shown to its 24th letter', 80, 500, 2]
  ])('%s', (_, longest, width, columns) => {
    expect(legendColumns(longest, width)).toBe(columns);
  });

  it('is laid out anew at a width where other columns fit', () => {
    const spec = JSON.stringify({ legend: { columns: 'jss:columns:20' } });
    expect(wrapsOtherwise(spec, 400, 410)).toBe(false);
    expect(wrapsOtherwise(spec, 400, 300)).toBe(true);
    expect(wrapsOtherwise('{"mark":"bar"}', 400, 100)).toBe(false);
  });
});

describe('a description', () => {
  it.each([
    [{ data: {} }, /none of mark/],
    [{ mark: 'wrong' }, /no mark "wrong"/],
    [{ layer: [{ mark: { type: 'wrong' } }] }, /no mark "wrong"/],
    [{ facet: {}, spec: { mark: 5 } }, /no mark 5/]
  ])('%j is refused in words that help', (spec, words) => {
    expect(() => {
      check(spec);
    }).toThrow(words);
  });

  it('may be anything that has a mark or parts', () => {
    check({ layer: [{ mark: 'line' }, { mark: { type: 'boxplot' } }] });
    check({ repeat: ['a'], spec: { mark: 'bar' } });
  });
});
