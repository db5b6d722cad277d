// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { ColumnsPanel } from '../columns_panel';

function opened(shown: Record<string, boolean>) {
  const columns = {
    get choices() {
      return Object.entries(shown).map(([name, is]) => ({ name, label: name.toUpperCase(), shown: is }));
    },
    show: (name: string, is: boolean) => {
      shown[name] = is;
    },
    restore: () => {
      Object.keys(shown).forEach(name => (shown[name] = true));
    }
  };
  const panel = new ColumnsPanel(document.createElement('button'), columns);
  document.body.replaceChildren(panel.node);
  panel.toggle();
  const box = (name: string) =>
    [...panel.node.querySelectorAll('label')]
      .find(label => label.textContent.trim() === name)
      ?.querySelector('input') as HTMLInputElement;
  return { panel, shown, box };
}

it('hides and shows columns, but not the last one', () => {
  const { shown, box } = opened({ a: true, b: true });
  box('A').click();
  expect(shown).toEqual({ a: false, b: true });
  expect([box('A').disabled, box('B').disabled]).toEqual([false, true]);
  box('B').click();
  expect(shown).toEqual({ a: false, b: true });
  box('A').click();
  expect([box('A').disabled, box('B').disabled]).toEqual([false, false]);
});

it('shows all after a reset, and a panel of one column lets nothing be hidden', () => {
  const { panel, shown, box } = opened({ a: false, b: true });
  expect(box('B').disabled).toBe(true);
  panel.node.querySelector<HTMLElement>('.jss-table-reset')?.click();
  expect(shown).toEqual({ a: true, b: true });
  expect(box('B').disabled).toBe(false);
});
