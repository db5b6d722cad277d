import { GridCellKind } from '@glideapps/glide-data-grid';
import type { GridCell, GridKeyEventArgs } from '@glideapps/glide-data-grid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeModel } from '../../../views/__tests__/fakes';
import { boxOf, buttonRenderer, isIn } from '../button_cells';
import { cellOf } from '../cells';
import type { Contents } from '../contents';
import { faceOf, htmlOf, wordsOf } from '../icons';
import type { Line } from '../messages';
import type { Picking } from '../picking';
import { Pressing } from '../pressing';
import { isSpecial } from '../special';
import type { Column, Content } from '../types';

function buttonCell(content: Content, more: Partial<Column> = {}): GridCell {
  const column: Column = {
    name: 'do',
    label: 'Do',
    kind: 'string',
    type: 'button',
    clickable: true,
    ...more
  };
  const context = { editable: true, placeholder: 'None', colors: {}, linkColor: '', position: 7, number: 2 };
  return cellOf(content, column, context);
}

describe('labels', () => {
  it.each([
    ['Open', null, 'Open', 'Open'],
    [':material/edit: Edit', 'edit', 'Edit', 'Edit'],
    [':material/more_vert:', 'more_vert', '', 'more vert'],
    ['Edit :material/edit:', null, 'Edit :material/edit:', 'Edit :material/edit:'],
    [':material/<b>: x', null, ':material/<b>: x', ':material/<b>: x']
  ])('%j has its icon apart', (label, icon, text, words) => {
    expect([faceOf(label), wordsOf(label)]).toEqual([{ icon, text }, words]);
  });

  it('are texts, never markup', () => {
    expect(htmlOf(':material/edit: <img src=x>')).toContain('&lt;img src=x&gt;');
  });
});

describe('a button in a cell', () => {
  it('stands where the column says, and never sticks out', () => {
    const area = { width: 200, height: 35 };
    expect(boxOf(area, 40, 8)).toEqual({ x: 72, y: 3.5, width: 56, height: 28 });
    expect(boxOf(area, 40, 8, 'left').x).toBe(4);
    expect(boxOf(area, 40, 8, 'right').x).toBe(140);
    expect(boxOf(area, 400, 8)).toMatchObject({ x: 4, width: 192 });
  });

  it('is hit only where it is', () => {
    const box = { x: 10, y: 5, width: 20, height: 10 };
    expect([isIn(box, 10, 5), isIn(box, 31, 5), isIn(box, 15, 16), isIn(box, undefined, 8)]).toEqual([
      true,
      false,
      false,
      false
    ]);
  });

  it('is read as its words, and cannot be edited', () => {
    const cell = buttonCell([':material/edit: Edit', 'Delete']);
    expect(cell).toMatchObject({ copyData: 'Edit, Delete', readonly: true, allowOverlay: false });
    expect(cell.kind === GridCellKind.Custom && isSpecial(cell) && buttonRenderer.isMatch(cell)).toBe(true);
    expect(buttonCell(null)).toMatchObject({ copyData: '' });
  });
});

describe('a sound or a film in a cell', () => {
  it.each([
    ['https://example.org/a.mp3', true],
    ['data:video/mp4;base64,AAAA', true],
    ['data:text/html,<script>', false],
    ['javascript:alert(1)', false],
    ['ftp://example.org/a.mp3', false]
  ])('%j can be played: %j', (address, isPlayed) => {
    const context = { editable: false, placeholder: 'None', colors: {}, linkColor: '', number: 0 };
    const cell = cellOf(address, { name: 'a', label: 'A', kind: 'string', type: 'audio' }, context);
    const isMedia = cell.kind === GridCellKind.Custom && isSpecial(cell) && cell.data.kind === 'media';
    expect([isMedia, cell.kind === GridCellKind.Uri && isPlayed]).toEqual([isPlayed, false]);
  });
});

describe('pressing', () => {
  const answered = () => Promise.resolve({ answer: {} });

  function pressing(cell: GridCell, ask: () => Promise<unknown> = answered, state: object = {}) {
    const el = document.createElement('div');
    const canvas = document.createElement('canvas');
    canvas.tabIndex = 0;
    el.append(canvas);
    document.body.append(el);
    const [asked, report, cellAt] = [vi.fn(ask), vi.fn(), vi.fn(() => cell)];
    const made = new Pressing(
      { ask: asked } as unknown as Line,
      { cell: cellAt, report } as unknown as Contents,
      { shown: { current: { cell: [1, 7] } }, hasMarks: true } as unknown as Picking,
      new FakeModel({ version: 'v1', ...state }),
      el
    );
    const key = (name: string, more: Partial<GridKeyEventArgs> = {}) => {
      const event = { key: name, rawEvent: {}, cancel: vi.fn(), preventDefault: vi.fn(), ...more };
      made.props.onKeyDown(event as unknown as GridKeyEventArgs);
      return event;
    };
    const entries = () => [...el.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    return { made, asked, report, cellAt, canvas, key, entries };
  }

  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each(['Enter', ' '])('by %j tells the kernel, and opens nothing', name => {
    const { asked, key } = pressing(buttonCell(['Open']));
    expect(key(name).cancel).toHaveBeenCalled();
    expect(asked).toHaveBeenCalledWith('press', { row: 7, column: 2, entry: 0, seen: 'v1' });
  });

  it('by a screen reader is on the cell that it clicked, not on the one with the focus', () => {
    const { cellAt, asked, key } = pressing(buttonCell(['Open']));
    key('Enter', { rawEvent: undefined, location: [4, 2] });
    expect(cellAt).toHaveBeenCalledWith(3, 2);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it.each<[string, GridCell, string, Partial<GridKeyEventArgs>, object]>([
    ['another key', buttonCell(['Open']), 'a', {}, {}],
    ['with Ctrl', buttonCell(['Open']), 'Enter', { ctrlKey: true }, {}],
    ['an empty cell', buttonCell(null), 'Enter', {}, {}],
    ['a column without a key', buttonCell(['Open'], { clickable: false }), 'Enter', {}, {}],
    ['another kind of cell', buttonCell('x', { type: 'text' }), 'Enter', {}, {}],
    ['a table that is off', buttonCell(['Open']), 'Enter', {}, { disabled: true }]
  ])('%s does nothing', (_, cell, name, more, state) => {
    const { asked, key } = pressing(cell, answered, state);
    expect(key(name, more).cancel).not.toHaveBeenCalled();
    expect(asked).not.toHaveBeenCalled();
  });

  it('a button with several entries opens a menu, whose choice is told', async () => {
    const { asked, key, entries, canvas } = pressing(buttonCell(['Edit', ':material/delete: Delete']));
    key('Enter');
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(entries()[0]);
    });
    expect([entries().map(entry => entry.textContent.trim()), asked.mock.calls]).toEqual([
      ['Edit', 'Delete'],
      []
    ]);
    entries()[1]?.click();
    expect(asked).toHaveBeenCalledWith('press', { row: 7, column: 2, entry: 1, seen: 'v1' });
    expect(document.activeElement).toBe(canvas);
  });

  it('Escape leaves the menu, and the grid has the keyboard again', () => {
    const { asked, key, entries, canvas } = pressing(buttonCell(['Edit', 'Delete']));
    key('Enter');
    entries()[0]?.focus();
    entries()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect([asked.mock.calls, document.activeElement]).toEqual([[], canvas]);
  });

  it('says why the kernel did not take it', async () => {
    const { report, key } = pressing(buttonCell(['Open']), () => Promise.reject(new Error('it changed')));
    key('Enter');
    await vi.waitFor(() => {
      expect(report).toHaveBeenCalledWith('The button was not pressed: it changed');
    });
  });
});
