import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../src/client';
import type { Part } from '../../src/client';
import { commandIds } from '../../src/ids';
import { PanelModel } from '../../src/inspector/model';
import { Around } from '../../src/inspector/parts';
import type { Surroundings } from '../../src/inspector/parts';
import { Pins } from '../../src/inspector/pins';
import { PanelView } from '../../src/inspector/view';
import type { Session, Sessions } from '../../src/sessions';
import { Settings } from '../../src/settings';
import { FakeLine, app, child, entry, item, settled, trans } from './fakes';

/** The page's notebooks, of which there is one. */
class OneNotebook {
  readonly currentChanged = new Signal<object, Session | null>(this);
  readonly changed = new Signal<object, { session: Session; part: Part }>(this);
  readonly current: Session;
  constructor(client: Client) {
    this.current = { panel: { context: { path: 'a.ipynb' } }, client } as unknown as Session;
    client.changed.connect((_sender, part) => {
      this.changed.emit({ session: this.current, part });
    });
  }
}

describe('the panel', () => {
  let line: FakeLine;
  let client: Client;
  let model: PanelModel;
  let root: Root;
  let el: HTMLElement;
  const told = { run: [] as string[], failed: [] as unknown[], copied: [] as string[] };
  const around: Surroundings = {
    trans,
    run: command => told.run.push(command),
    fail: reason => told.failed.push(reason),
    copy: text => told.copied.push(text)
  };
  const draw = () => {
    root.render(
      <Around.Provider value={around}>
        <PanelView model={model} canDashboard={true} />
      </Around.Provider>
    );
  };
  const act = async (what: () => void) => {
    await React.act(async () => {
      what();
      await vi.advanceTimersByTimeAsync(100);
      await settled();
    });
  };
  const rows = () => [...el.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const row = (key: string) => {
    const found = rows().find(node => node.querySelector('.jss-i-name')?.textContent === key);
    if (!found) {
      throw new Error(`there is no row ${key}`);
    }
    return found;
  };
  const names = () => rows().map(node => node.querySelector('.jss-i-name')?.textContent ?? node.textContent);
  const button = (name: string, within: ParentNode = el) => {
    const found = [...within.querySelectorAll('button')].find(
      node => (node.getAttribute('aria-label') ?? node.textContent) === name
    );
    if (!found) {
      throw new Error(`there is no button ${name}`);
    }
    return found;
  };
  const press = (key: string, init: KeyboardEventInit = {}) =>
    act(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }))
    );
  const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) =>
    act(() => {
      const own = Object.getPrototypeOf(field) as object;
      Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, text); // React looks for changes past its own setter
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const show = (view: string) =>
    act(() => {
      [...el.querySelectorAll<HTMLElement>('[role="tab"]')].find(tab => tab.textContent === view)?.click();
    });

  beforeEach(async () => {
    vi.useFakeTimers();
    Object.values(told).forEach(list => (list.length = 0));
    line = new FakeLine();
    client = new Client(line);
    model = new PanelModel(new OneNotebook(client) as unknown as Sessions, new Settings(), new Pins(null));
    el = document.body.appendChild(document.createElement('div'));
    root = createRoot(el);
    model.changed.connect(draw);
    await act(draw);
    await act(() => {
      line.opens('one', app('sales', { undo: true }), app('map'));
      model.setVisible(true);
      line.state('sales', 1, [
        entry('count', '0'),
        entry('cart', "{'a': 1}", { type: 'dict', size: 1, open: true, json: '{"a": 1}' }),
        entry('word', '•••', { masked: true, json: null, editable: false, why_not: 'It is secret.' }),
        entry('n', '5', { group: 'widgets', owner: { kind: 'slider', label: 'Rows', disabled: false } })
      ]);
    });
  });

  afterEach(async () => {
    await act(() => {
      root.unmount();
    });
    el.remove();
    vi.useRealTimers();
  });

  it('says what to do while there is no app', async () => {
    await act(() => {
      line.status = 'none';
    });
    expect(el.textContent).toContain('Execute a cell that begins with %%stateapp NAME');
    expect(rows()).toEqual([]);
  });

  it('watches nothing while it is closed', async () => {
    expect(line.last('watch')).toMatchObject({ app: 'sales', state: true, history: false });
    await act(() => {
      model.setVisible(false);
    });
    expect(line.last('watch')).toMatchObject({ app: null });
  });

  it('shows the keys in groups, what is secret as dots, values as text and never as HTML', async () => {
    expect(names()).toEqual(['Yours3', 'count', 'cart', 'word', 'Widgets1', 'n']);
    await act(() => {
      line.patch('sales', 2, [entry('count', '<img src=x onerror=alert(1)>')]);
    });
    expect(row('count').querySelector('img')).toBeNull();
    expect(row('count').textContent).toContain('<img src=x');
    expect(button('Copy the value of word').disabled).toBe(true);
    expect(button('It is secret.').disabled).toBe(true);
  });

  it('is drawn at most ten times a second', async () => {
    let draws = 0;
    model.changed.connect(() => draws++);
    await React.act(async () => {
      for (let seq = 2; seq < 102; seq++) {
        line.patch('sales', seq, [entry('count', String(seq))]);
      }
      await vi.advanceTimersByTimeAsync(1000);
    });
    expect(draws).toBeLessThan(4);
    expect(row('count').textContent).toContain('101');
  });

  it('flashes what changed, and no more after the next run began', async () => {
    await act(() => {
      line.patch('sales', 2, [entry('count', '5')]);
    });
    expect(el.querySelectorAll('.jss-i-flash').length).toBe(1);
    expect(row('count').textContent).toContain('changed in the last run');
    await act(() => {
      line.says({ type: 'run', app: 'sales', phase: 'done', ms: 3 });
      line.patch('sales', 3, [entry('n', '6', { group: 'widgets' })]);
    });
    expect(row('count').querySelector('.jss-i-flash')).toBeNull();
    expect(row('n').querySelector('.jss-i-flash')).not.toBeNull();
  });

  it('is gone through with the keyboard as trees are', async () => {
    expect(rows().filter(node => node.tabIndex === 0).length).toBe(1);
    await act(() => {
      rows()[0]?.focus();
    });
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toBe(row('cart'));
    await press('ArrowRight');
    expect(line.last('preview')).toMatchObject({ app: 'sales', key: 'cart', path: [], offset: 0 });
    await act(() => {
      line.answers('preview', { children: [child('a', 'a')], total: 1 } as never);
    });
    expect(row('cart').getAttribute('aria-expanded')).toBe('true');
    await press('ArrowRight');
    expect(document.activeElement).toBe(row('a'));
    expect(row('a').getAttribute('aria-level')).toBe('3');
    await press('ArrowLeft');
    expect(document.activeElement).toBe(row('cart'));
    await press('ArrowLeft');
    expect(row('cart').getAttribute('aria-expanded')).toBe('false');
    await press('End');
    expect(document.activeElement).toBe(row('n'));
    await press('Home');
    expect(document.activeElement).toBe(rows()[0]);
    await press('Enter');
    expect(names()).toEqual(['Yours3', 'Widgets1', 'n']);
  });

  it('edits in place: wrong JSON stays in the page, refusals are shown at the field, success closes it', async () => {
    await act(() => {
      row('count').focus();
    });
    await press('Enter');
    const field = el.querySelector('textarea') as HTMLTextAreaElement;
    expect(document.activeElement).toBe(field);
    await type(field, 'abc');
    await press('Enter');
    expect(el.querySelector('[role="alert"]')?.textContent).toContain('not JSON');
    expect(line.count('set')).toBe(0);
    await type(field, ' 7.0 ');
    expect(el.querySelector('[role="alert"]')).toBeNull();
    await press('Enter');
    expect(line.last('set')).toMatchObject({ app: 'sales', key: 'count', json: '7.0' });
    await act(() => {
      line.refuses('set', 'refused', 'It is at most 5.');
    });
    expect(el.querySelector('[role="alert"]')?.textContent).toBe('It is at most 5.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await press('Enter');
    await act(() => {
      line.answers('set');
    });
    expect(el.querySelector('textarea')).toBeNull();
    expect(document.activeElement).toBe(row('count'));
  });

  it('keeps what is being typed when the value changes meanwhile, and lets it be given up', async () => {
    await act(() => {
      row('count').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    });
    const field = el.querySelector('textarea') as HTMLTextAreaElement;
    await type(field, '12');
    await act(() => {
      line.patch('sales', 2, [entry('count', '99')]);
    });
    expect(el.querySelector('textarea')).toBe(field);
    expect(field.value).toBe('12');
    await press('Escape');
    expect(line.count('set')).toBe(0);
    expect(row('count').textContent).toContain('99');
  });

  it('deletes, copies and pins', async () => {
    await act(() => {
      row('count').focus();
    });
    await press('Delete');
    expect(line.last('delete')).toMatchObject({ key: 'count' });
    await act(() => {
      line.refuses('delete', 'busy', 'The app runs.');
    });
    expect(told.failed.map(String)).toEqual(['Error: The app runs.']);
    await act(() => {
      row('cart').focus();
    });
    await press('c', { ctrlKey: true });
    expect(told.copied).toEqual(['{"a": 1}']);
    await act(() => {
      button('Pin n').click();
    });
    expect(names()).toEqual(['Pinned1', 'n', 'Yours3', 'count', 'cart', 'word']);
    expect(button('Unpin n').getAttribute('aria-pressed')).toBe('true');
  });

  it('searches', async () => {
    await type(el.querySelector('input') as HTMLInputElement, 'rows');
    expect(names()).toEqual(['Widgets1', 'n']);
    await type(el.querySelector('input') as HTMLInputElement, 'zzz');
    expect(el.textContent).toContain('No key or value matches.');
  });

  it('shows another app when that is chosen, and nothing of the first', async () => {
    await act(() => {
      client.choose('map');
    });
    expect(line.last('watch')).toMatchObject({ app: 'map' });
    expect(rows()).toEqual([]);
    await act(() => {
      line.state('map', 2, [entry('level')]);
    });
    expect(names()).toEqual(['Yours1', 'level']);
  });

  it('has buttons for what can be done now', async () => {
    expect(button('Undo').disabled).toBe(false);
    expect(button('Redo').disabled).toBe(true);
    expect(button('Stop').disabled).toBe(true);
    await act(() => {
      line.says({ type: 'run', app: 'sales', phase: 'running', ms: 0 });
    });
    expect(button('Stop').disabled).toBe(false);
    expect(el.textContent).toContain('running');
    await act(() => {
      button('Rerun').click();
      button('Stop').click();
    });
    expect(told.run).toEqual([commandIds.rerun, commandIds.stop]);
  });

  it('takes a thousand keys, and keeps the rows that did not change', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => entry(`key${index}`, String(index)));
    await act(() => {
      line.state('sales', 2, many);
    });
    expect(rows().length).toBe(202);
    const before = rows();
    await act(() => {
      line.patch('sales', 3, [entry('key150', 'new')]);
    });
    expect(rows()).toEqual(before);
    expect(row('key150').textContent).toContain('new');
    await act(() => {
      rows().at(-1)?.click();
    });
    expect(rows().length).toBe(402);
    expect(rows().at(-1)?.textContent).toBe('Show 600 more');
    expect(row('key399').textContent).toContain('399');
  });

  it('says so when what arrives cannot be understood', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await act(() => {
      line.received.emit({ v: 9, type: 'state' });
    });
    expect(el.querySelector('[role="status"]')?.textContent).toContain('another version');
  });

  describe('in its timeline', () => {
    const steps = () => [...el.querySelectorAll<HTMLElement>('.jss-t-step')];
    const heads = () => [...el.querySelectorAll<HTMLElement>('.jss-t-head')];

    beforeEach(async () => {
      await show('Timeline');
      await act(() => {
        line.history(
          'sales',
          [
            item(1, { cause: 'the cell was executed' }),
            item(2, {
              cause: 'slider Rows',
              changes: [{ key: 'n', before: '5', after: '6', restorable: true }],
              callbacks: [{ name: 'more', arguments: '5', widget: 'Rows', line: 4 }],
              printed: 'hello',
              error: 'ValueError: no (line 3)',
              ending: 'error'
            }),
            item(3, { restorable: false, why_not: 'model is too large to keep', ending: 'aborted' })
          ],
          2
        );
      });
    });

    it('has the latest first, and says which is now, which was undone, which failed, which cannot come back', () => {
      expect(line.last('watch')).toMatchObject({ app: 'sales', state: false, history: true });
      expect(steps().map(step => step.querySelector('.jss-t-number')?.textContent)).toEqual(['3', '2', '1']);
      expect(steps()[0]?.textContent).toContain('undone');
      expect(steps()[0]?.textContent).toContain('gave way to newer input');
      expect(steps()[0]?.textContent).toContain('not restorable');
      expect(steps()[1]?.getAttribute('aria-current')).toBe('step');
      expect(steps()[1]?.textContent).toContain('error');
    });

    it('shows all about a step that is opened, and the state after it', async () => {
      await act(() => {
        heads()[1]?.click();
      });
      const text = steps()[1]?.textContent;
      for (const part of ['more(5)', 'of Rows, line 4', 'n5 → 6', 'hello', 'ValueError: no (line 3)']) {
        expect(text).toContain(part);
      }
      expect(line.last('look')).toMatchObject({ app: 'sales', number: 2 });
      await act(() => {
        line.answers('look', [entry('n', '6'), entry('count', '0')] as never);
      });
      const changed = steps()[1]?.querySelector('dl .jss-mod-changed');
      expect(changed?.textContent).toBe('n6');
    });

    it('says so if the state of then cannot be shown', async () => {
      await act(() => {
        heads()[2]?.click();
      });
      await act(() => {
        line.refuses('look', 'refused', 'It was forgotten.');
      });
      expect(steps()[2]?.textContent).toContain('It was forgotten.');
    });

    it('goes to a step, and replays without one', async () => {
      await act(() => {
        heads()[2]?.click();
      });
      expect(button('Replay without this').disabled).toBe(true); // nothing is before the first
      await act(() => {
        button('Go to here').click();
      });
      expect(line.last('goto')).toMatchObject({ app: 'sales', number: 1 });
      await act(() => {
        heads()[1]?.click();
      });
      expect(button('Go to here').disabled).toBe(true); // it is now
      await act(() => {
        button('Replay without this').click();
      });
      expect(line.last('replay')).toMatchObject({ app: 'sales', without: 2 });
      await act(() => {
        line.refuses('replay', 'refused', 'It cannot be.');
      });
      expect(told.failed.map(String)).toEqual(['Error: It cannot be.']);
    });

    it('says so where the kernel keeps more than it could tell', async () => {
      expect(el.textContent).not.toContain('older interactions');
      await act(() => {
        line.history('sales', [item(7), item(8)], 8, true, 5);
      });
      expect(el.textContent).toContain('There are older interactions, too many to show.');
      await act(() => {
        heads()[1]?.click();
      });
      expect(button('Replay without this').disabled).toBe(false);
    });

    it('is gone through with arrows', async () => {
      await act(() => {
        heads()[0]?.focus();
      });
      await press('ArrowDown');
      expect(document.activeElement).toBe(heads()[1]);
      await press('End');
      expect(document.activeElement).toBe(heads()[2]);
      await press('ArrowDown');
      expect(document.activeElement).toBe(heads()[2]);
    });
  });
});
