import { CompactSelection } from '@glideapps/glide-data-grid';
import { describe, expect, it, vi } from 'vitest';
import { FakeModel, settled } from '../../../views/__tests__/fakes';
import { plainTable } from '../../../views/grid';
import { Line } from '../messages';
import { Rows } from '../rows';
import { nothing, rowsAfter, shownSelection } from '../selecting';
import type { Block } from '../types';

interface Question {
  event: string;
  id: number;
  start: number;
  sort: unknown;
}

function block(start: number, count: number, positions?: number[]): Block {
  const numbers = Array.from({ length: count }, (_, n) => positions?.[n] ?? start + n);
  return { start, count, columns: [numbers], ...(positions ? { positions } : {}) };
}

function page(): {
  model: FakeModel;
  rows: Rows;
  changed: () => number;
  answer: (b: Block) => Promise<void>;
} {
  const model = new FakeModel({});
  const changed = vi.fn();
  const rows = new Rows(new Line(model), 10, changed);
  rows.reset(block(0, 10), 10);
  const answer = async (given: Block) => {
    const { id } = model.sent.at(-1) as Question;
    model.receive({ op: 'rows', id, version: '1', block: given });
    await settled();
  };
  return { model, rows, changed: () => changed.mock.calls.length, answer };
}

describe('rows', () => {
  it('are there at first as far as they were sent, and asked for once beyond', async () => {
    const { model, rows, changed, answer } = page();
    expect(rows.get(9)?.cells).toEqual([9]);
    expect(model.sent).toEqual([]);
    expect(rows.get(25)).toBeUndefined();
    expect(rows.get(26)).toBeUndefined();
    expect(model.sent).toMatchObject([{ event: 'rows', start: 20, count: 10, sort: null }]);
    await answer(block(20, 10));
    expect(changed()).toBe(1);
    expect(rows.get(25)?.cells).toEqual([25]);
  });

  it('stay on screen while sorted ones are on their way, and those of another order are left alone', async () => {
    const { model, rows, answer } = page();
    rows.sort({ column: 0, down: true });
    expect(rows.get(0)?.cells).toEqual([0]);
    const late = model.sent.at(-1) as Question;
    rows.sort({ column: 0, down: false });
    rows.get(0);
    model.receive({
      op: 'rows',
      id: late.id,
      version: '1',
      block: block(0, 10, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    });
    await settled();
    expect(rows.positionOf(0)).toBeUndefined();
    await answer(block(0, 10, [5, 6, 7, 8, 9, 0, 1, 2, 3, 4]));
    expect(rows.positionOf(0)).toBe(5);
  });

  it('are not the worse for an answer that is none, or for another page', async () => {
    const { model, rows } = page();
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    rows.get(50);
    const { id } = model.sent.at(-1) as Question;
    model.receive({ op: 'rows', id: id + 1, block: block(50, 10) });
    model.receive({ op: 'failed', id, problem: 'no' });
    await settled();
    expect(rows.get(50)).toBeUndefined();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});

describe('a selection', () => {
  const columns = [{ name: 'a', label: 'A', kind: 'integer' }];
  const selected = { rows: [5, 2], columns: ['a', 'gone'], cells: [] };

  it('is shown at the rows where they stand', async () => {
    const { rows, answer } = page();
    const plain = shownSelection(selected, rows, columns, nothing(), false);
    expect([plain.rows.toArray(), plain.columns.toArray()]).toEqual([[2, 5], [0]]);
    rows.sort({ column: 0, down: true });
    rows.get(0);
    await answer(block(0, 10, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]));
    expect(shownSelection(selected, rows, columns, nothing(), false).rows.toArray()).toEqual([4, 7]);
  });

  it('is told by the places rows have in the data, those included that are not here', async () => {
    const { rows, answer } = page();
    rows.sort({ column: 0, down: true });
    rows.get(0);
    await answer(block(0, 10, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]));
    const before = CompactSelection.fromSingleSelection(4);
    expect(await rowsAfter(before.add(0), before, [5, 77], rows)).toEqual([5, 77, 9]);
    expect(await rowsAfter(CompactSelection.fromSingleSelection(1), before, [5, 77], rows)).toEqual([77, 8]);
    expect(await rowsAfter(CompactSelection.empty(), before, [5, 77], rows)).toEqual([]);
  });
});

describe('a table without its grid', () => {
  it('shows its first rows as plain texts', () => {
    const model = new FakeModel({
      columns: [
        { name: '_index', label: '', kind: 'integer' },
        { name: 'a', label: '<b>A</b>', kind: 'string' }
      ],
      first: { start: 0, count: 100, columns: [[...Array(100).keys()], Array(100).fill('<i>x</i>')] },
      total_rows: 500,
      options: { alt: 'People' }
    });
    const node = plainTable(model);
    expect(node.querySelectorAll('tbody tr')).toHaveLength(50);
    expect(node.querySelector('th')?.textContent).toBe('<b>A</b>');
    expect(node.querySelector('i')).toBeNull();
    expect(node.querySelector('[role=group]')?.getAttribute('aria-label')).toBe('People');
    expect(node.textContent).toContain('showing the first 50 of 500 rows');
  });
});
