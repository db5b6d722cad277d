import { describe, expect, it, vi } from 'vitest';
import { isTypedIn, listenForKeys } from '../../src/dashboard/keys';
import { readLayout, shown, toggled, withLayout } from '../../src/dashboard/layout';
import { drawsWidgets } from '../../src/dashboard/plugin';
import { hasVoila, voilaUrl } from '../../src/dashboard/voila';
import { host } from './host';

describe('the layout in the metadata of a notebook', () => {
  it.each([
    undefined,
    null,
    'x',
    [],
    { dashboard: null },
    { dashboard: { columns: 4, apps: 'sales' } },
    { dashboard: { columns: '2', apps: [1, {}, null] } },
    { dashboard: { columns: -1, apps: [] } }
  ])('may be anything, and is one column of all apps then: %o', metadata => {
    expect(readLayout(metadata)).toEqual({ columns: 1, apps: null });
  });

  it('is what was written, and what else is there stays', () => {
    const metadata = withLayout({ other: 1, dashboard: { columns: 3 } }, { columns: 2, apps: ['map'] });
    expect(metadata).toEqual({ other: 1, dashboard: { columns: 2, apps: ['map'] } });
    expect(readLayout(metadata)).toEqual({ columns: 2, apps: ['map'] });
    expect(withLayout('broken', { columns: 1, apps: null })).toEqual({
      dashboard: { columns: 1, apps: null }
    });
  });

  it('says which cells are shown: in the order of the notebook, all if it names none that is there', () => {
    const cells = ['a', 'b', 'c'].map(name => ({ id: name, name }));
    const names = (one: string | null, apps: string[] | null) =>
      shown(cells, one, { columns: 1, apps }).map(({ name }) => name);
    expect(names(null, null)).toEqual(['a', 'b', 'c']);
    expect(names(null, ['c', 'a'])).toEqual(['a', 'c']);
    expect(names(null, ['gone'])).toEqual(['a', 'b', 'c']);
    expect(names('b', ['a'])).toEqual(['b']);
    expect(names('gone', null)).toEqual([]);
  });

  it('changes with a tick, is for all apps when all are ticked, and never for none', () => {
    const all = ['a', 'b'];
    const one = toggled({ columns: 2, apps: null }, 'a', all);
    expect(one).toEqual({ columns: 2, apps: ['b'] });
    expect(toggled(one, 'b', all)).toBe(one);
    expect(toggled(one, 'a', all).apps).toBeNull();
  });
});

describe('letters pressed in a dashboard', () => {
  const made = (html: string) => {
    document.body.innerHTML = `<div id="board"><p tabindex="0" id="plain"></p><div class="jss-app">${html}</div></div>`;
    const board = document.getElementById('board') as HTMLElement;
    const process = vi.fn();
    listenForKeys(board, process);
    const press = (init: KeyboardEventInit = {}, id = 'it') => {
      const target = document.getElementById(id);
      target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, ...init }));
      return process.mock.calls.length;
    };
    return { board, press };
  };

  it.each([
    '<input id="it">',
    '<input id="it" type="number">',
    '<textarea id="it"></textarea>',
    '<select id="it"></select>',
    '<div contenteditable="true"><b id="it"></b></div>',
    '<div role="listbox"><div id="it"></div></div>',
    '<canvas id="it"></canvas>'
  ])('are typed in %s', html => {
    const { board, press } = made(html);
    expect(press()).toBe(0);
    document.getElementById('it')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    expect(board.classList.contains('jp-mod-keys')).toBe(false);
  });

  it.each(['<input id="it" type="range">', '<input id="it" type="checkbox">', '<button id="it"></button>'])(
    'are commands on %s',
    html => {
      const { board, press } = made(html);
      expect(press()).toBe(1);
      document.getElementById('it')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      expect(board.classList.contains('jp-mod-keys')).toBe(true);
    }
  );

  it('are left alone with Ctrl, outside of apps (the shell sees them there), and if the app has such a shortcut', () => {
    const { press } = made('<button id="it"></button>');
    expect(press({ ctrlKey: true })).toBe(0);
    expect(press({ key: 'Enter' })).toBe(0);
    expect(press({}, 'plain')).toBe(0);
    expect(made('<button id="it" data-jss-shortcut="r"></button>').press()).toBe(0);
  });

  it('are typed nowhere without a target', () => {
    expect(isTypedIn(null)).toBe(false);
  });
});

describe('the surroundings of a dashboard', () => {
  it('can draw widgets when the notebook has a renderer of its own, or nobody has one', () => {
    const common = { getFactory: () => 'common' as never };
    expect(drawsWidgets(common, common)).toBe(false);
    expect(drawsWidgets({ getFactory: () => 'own' as never }, common)).toBe(true);
    expect(drawsWidgets(common, { getFactory: () => undefined })).toBe(true);
    expect(drawsWidgets(common, null)).toBe(true);
  });

  it('have Voilà if its extension or its commands are there', () => {
    const without = { hasCommand: () => false };
    expect(hasVoila(without)).toBe(false);
    expect(hasVoila({ hasCommand: name => name === 'notebook:open-with-voila' })).toBe(true);
    host.extensions = '[{"name": "@voila-dashboards/jupyterlab-preview"}]';
    expect(hasVoila(without)).toBe(true);
    expect(voilaUrl('a folder/b#1.ipynb')).toBe('/base/voila/render/a%20folder/b%231.ipynb');
  });
});
