import { beforeEach, describe, expect, it } from 'vitest';
import { dataEditor } from '../data_editor';
import { asChanges, readCell, shownRows, withCell, withNewRow, withoutRow } from '../editor_values';
import type { Changes } from '../editor_values';
import { FakeModel } from './fakes';

const NONE: Changes = { edited_rows: {}, added_rows: [], deleted_rows: [] };

describe('changes', () => {
  it('are whole whatever the model holds', () => {
    for (const value of [null, 5, [], {}, { edited_rows: [], added_rows: {}, deleted_rows: ['x'] }]) {
      expect(asChanges(value)).toEqual(NONE);
    }
  });

  it('collect cells, new rows and rows that are gone, and leave the former ones as they were', () => {
    const first = withCell(NONE, { kind: 'data', position: 0 }, 'a', 5);
    const second = withCell(withNewRow(first), { kind: 'new', position: 0 }, 'a', 7);
    const third = withoutRow(second, { kind: 'data', position: 0 });
    expect(first).toEqual({ ...NONE, edited_rows: { 0: { a: 5 } } });
    expect(third).toEqual({ edited_rows: {}, added_rows: [{ a: 7 }], deleted_rows: [0] });
    expect(withoutRow(third, { kind: 'new', position: 0 }).added_rows).toEqual([]);
    expect(NONE).toEqual({ edited_rows: {}, added_rows: [], deleted_rows: [] });
  });

  it('say which rows there are', () => {
    const rows = shownRows(3, { ...NONE, added_rows: [{}], deleted_rows: [1] });
    expect(rows.map(row => `${row.kind} ${String(row.position)}`)).toEqual(['data 0', 'data 2', 'new 0']);
  });
});

describe('what is typed into a cell', () => {
  it.each([
    ['5', 'integer', 1, 5],
    [' 5 ', 'integer', 1, 5],
    ['', 'integer', 1, null],
    ['1.5', 'number', 1, 1.5],
    ['', 'text', 'a', ''],
    ['', 'text', null, null],
    ['', 'date', 'a', null],
    ['', 'select', 'a', null],
    ['x', 'text', null, 'x']
  ])('%j as %s', (text, field, before, content) => {
    expect(readCell(text, field, before)).toEqual({ content });
  });

  it.each([
    ['x', 'number'],
    ['1.5', 'integer'],
    ['9007199254740993', 'integer'],
    ['1e999', 'number']
  ])('%j is no %s', (text, field) => {
    expect(readCell(text, field, 1)).toHaveProperty('problem');
  });
});

describe('the editor', () => {
  const COLUMNS = [
    { name: '_index', label: '', field: 'integer', editable: false, options: null },
    { name: 'a', label: 'Amount', field: 'integer', editable: true, options: null },
    { name: 'b', label: 'Name', field: 'text', editable: true, options: null },
    { name: 'c', label: 'Done', field: 'checkbox', editable: true, options: null },
    { name: 'd', label: 'Kind', field: 'select', editable: true, options: ['x', 'y'] },
    { name: 'e', label: 'Held', field: 'text', editable: false, options: null }
  ];
  let el: HTMLElement;
  let model: FakeModel;

  function show(state: Record<string, unknown> = {}): void {
    model = new FakeModel({
      value: NONE,
      columns: COLUMNS,
      rows: [
        [0, 1, 'one', true, 'x', 'h'],
        [1, 2, null, null, 'y', null]
      ],
      total_rows: 2,
      adding: true,
      deleting: true,
      names_rows: false,
      alt: '',
      placeholder: 'None',
      height: 0,
      ...state
    });
    dataEditor.render({ model, el, signal: new AbortController().signal });
  }

  beforeEach(() => {
    el = document.createElement('div');
    document.body.replaceChildren(el);
  });

  function cell(name: string): HTMLInputElement {
    return el.querySelector(`[aria-label="${name}"]`) as HTMLInputElement;
  }

  function type(name: string, text: string): void {
    const field = cell(name);
    field.value = text;
    field.dispatchEvent(new Event('change'));
  }

  function press(name: string, key: string): void {
    cell(name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }

  it('has a field with a name for every cell that can be edited', () => {
    show();
    expect(cell('Amount, row 1').value).toBe('1');
    expect(cell('Done, row 1').checked).toBe(true);
    expect(cell('Done, row 2').indeterminate).toBe(true);
    expect(cell('Name, row 2').placeholder).toBe('None');
    expect(cell('Kind, row 2').value).toBe('y');
    expect(cell('Held, row 1')).toBeNull();
    expect([...el.querySelectorAll('.jss-missing')].map(node => node.textContent)).toEqual(['None']);
    expect([...el.querySelectorAll('thead th')].map(node => node.textContent)).toEqual([
      'Amount',
      'Name',
      'Done',
      'Kind',
      'Held'
    ]);
  });

  it('sends what was typed, and nothing if it is what was there', () => {
    show();
    type('Amount, row 1', '5');
    type('Name, row 2', '');
    type('Kind, row 1', 'x');
    expect(model.saved).toEqual([{ value: { ...NONE, edited_rows: { 0: { a: 5 } } } }]);
    type('Kind, row 1', '');
    expect(model.state.value).toEqual({ ...NONE, edited_rows: { 0: { a: 5, d: null } } });
  });

  it('says what is wrong with a number and shows the old one', () => {
    show();
    type('Amount, row 1', 'x');
    expect(model.saved).toEqual([]);
    expect(cell('Amount, row 1').value).toBe('1');
    expect(el.querySelector('.jss-problem')?.textContent).toContain('whole number');
    type('Amount, row 1', '3');
    expect(el.querySelector('.jss-problem')?.textContent).toBe('');
  });

  it('takes ticks', () => {
    show();
    cell('Done, row 1').click();
    expect(model.state.value).toEqual({ ...NONE, edited_rows: { 0: { c: false } } });
  });

  it('goes down with Enter and up with Shift+Enter, and back to what was there with Escape', () => {
    show();
    cell('Amount, row 1').focus();
    press('Amount, row 1', 'Enter');
    expect(document.activeElement).toBe(cell('Amount, row 2'));
    cell('Amount, row 2').value = '77';
    press('Amount, row 2', 'Escape');
    expect(cell('Amount, row 2').value).toBe('2');
    expect(model.saved).toEqual([]);
  });

  it('adds a row, goes to it and sends what is typed there', () => {
    show();
    (el.querySelector('.jss-editor-add') as HTMLElement).click();
    expect(document.activeElement).toBe(cell('Amount, row 3'));
    type('Amount, row 3', '9');
    expect(model.state.value).toEqual({ ...NONE, added_rows: [{ a: 9 }] });
  });

  it('deletes rows of the data and new ones, and keeps the focus near', () => {
    show({ value: { ...NONE, added_rows: [{ a: 7 }, { a: 8 }] } });
    cell('Delete row 1').click();
    expect(document.activeElement).toBe(cell('Delete row 1'));
    cell('Delete row 2').click();
    expect(model.state.value).toEqual({ ...NONE, added_rows: [{ a: 8 }], deleted_rows: [0] });
    expect(cell('Amount, row 2').value).toBe('8');
  });

  it('keeps the field that has the focus when other data comes along with the same shape of changes', () => {
    show();
    const field = cell('Name, row 1');
    field.focus();
    model.push('value', { ...NONE, edited_rows: { 1: { a: 5 } } });
    expect(document.activeElement).toBe(field);
    expect(cell('Amount, row 2').value).toBe('5');
  });

  it('keeps what is being typed when other cells change, and shows what its own cell holds now', () => {
    show();
    const field = cell('Name, row 1');
    field.focus();
    field.value = 'half ty';
    field.dispatchEvent(new Event('input'));
    model.push('value', { ...NONE, edited_rows: { 1: { a: 5 } } });
    expect(field.value).toBe('half ty');
    model.push('value', { ...NONE, edited_rows: { 0: { b: 'else' } } });
    expect(field.value).toBe('else');
  });

  it('sends nothing for a field that went away while it was typed in', () => {
    show({ value: { ...NONE, added_rows: [{}, {}] } });
    const field = cell('Name, row 3');
    field.focus();
    field.value = 'half ty';
    const remove = field.closest('tr')?.remove.bind(field.closest('tr'));
    Object.assign(field.closest('tr') as object, {
      remove: () => {
        field.dispatchEvent(new Event('change')); // as browsers do
        remove?.();
      }
    });
    model.push('value', NONE);
    expect(model.saved).toEqual([]);
    expect(el.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('draws other columns and rows anew', () => {
    show();
    model.push('rows', [[0, 5, 'x', false, 'x', 'h']]);
    expect(el.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(cell('Amount, row 1').value).toBe('5');
  });

  it('cannot add or delete where rows are fixed', () => {
    show({ adding: false, deleting: false });
    expect((el.querySelector('.jss-editor-add') as HTMLElement).hidden).toBe(true);
    expect(el.querySelector('.jss-editor-delete')).toBeNull();
  });

  it('lets a new row be named where rows have names', () => {
    show({ names_rows: true });
    (el.querySelector('.jss-editor-add') as HTMLElement).click();
    expect(cell('Name, row 3')).not.toBeNull();
    expect(el.querySelectorAll('tbody tr:last-child .jss-cell')).toHaveLength(5);
  });

  it('is named by its author or by its size, and says if it is cut', () => {
    show({ total_rows: 900 });
    expect(el.querySelector('[role="group"]')?.getAttribute('aria-label')).toBe('Table to edit, 900 rows');
    expect(el.querySelector('.jss-table-note')?.textContent).toBe('showing the first 2 of 900 rows');
    model.push('alt', 'Sales');
    expect(el.querySelector('[role="group"]')?.getAttribute('aria-label')).toBe('Sales');
  });

  it('lets go of the model when the view goes', () => {
    const controller = new AbortController();
    show();
    const before = model.listeners();
    dataEditor.render({ model, el: document.createElement('div'), signal: controller.signal });
    controller.abort();
    expect(model.listeners()).toBe(before);
  });
});
