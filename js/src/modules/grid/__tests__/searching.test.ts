import { describe, expect, it, vi } from 'vitest';
import type { Layout } from '../layout';
import type { Line } from '../messages';
import { Searching } from '../searching';

function searching(answers: { cells: [number, number][]; next: number | null }[]) {
  const ask = vi.fn(() => Promise.resolve({ answer: answers.shift() }));
  const report = vi.fn();
  const made = new Searching(
    { ask } as unknown as Line,
    () => ({ order: [1, 0] }) as unknown as Layout,
    () => null,
    () => undefined,
    report
  );
  return { made, ask, report };
}

describe('searching', () => {
  it('gives the grid the same functions at each drawing, for with others it empties its field', () => {
    const { made } = searching([{ cells: [], next: null }]);
    made.toggle();
    const before = made.props();
    before.onSearchValueChange?.('gr');
    const after = made.props();
    expect(after.searchValue).toBe('gr');
    expect(after.onSearchValueChange).toBe(before.onSearchValueChange);
    expect(after.onSearchClose).toBe(before.onSearchClose);
  });

  it('asks for more until all rows were looked at, and shows columns where they stand', async () => {
    const { made, ask } = searching([
      { cells: [[3, 0]], next: 100 },
      {
        cells: [
          [120, 1],
          [121, 2]
        ],
        next: null
      } // the last column is hidden
    ]);
    await made.find('x');
    expect(ask).toHaveBeenCalledTimes(2);
    expect(made.props().searchResults).toEqual([
      [1, 3],
      [0, 120]
    ]);
  });

  it('says why nothing could be found', async () => {
    const { made, report } = searching([]);
    await made.find('x');
    expect(report).toHaveBeenCalledWith(expect.stringContaining('could not be searched'));
  });
});
