import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE, Tree, grouped } from '../../src/inspector/tree';
import type { Filter, NoteRow, Path, Row } from '../../src/inspector/tree';
import type * as P from '../../src/protocol';
import { child, entry, settled } from './fakes';

const all = (filter: Partial<Filter> = {}): Filter => ({
  search: '',
  showPrivate: false,
  pinned: new Set<string>(),
  ...filter
});
const mapOf = (...entries: P.Entry[]) => new Map(entries.map(one => [one.key, one]));
const shown = (rows: readonly Row[]) =>
  rows.map(row => {
    const name = row.what === 'group' ? row.group : row.what === 'note' ? row.state : row.name;
    return `${' '.repeat(row.level - 1)}${name}`;
  });

describe('the groups of keys', () => {
  const entries = [
    entry('n', '5', { group: 'widgets', owner: { kind: 'slider', label: 'Rows', disabled: false } }),
    entry('_secret', '1'),
    entry('count', '42'),
    entry('old', '1', { group: 'kept' }),
    entry('plan', "'abc'", { group: 'forms', type: 'str' })
  ];
  const names = (filter: Partial<Filter>) =>
    grouped(entries, all(filter)).map(
      ([group, members]) => `${group}: ${members.map(({ key }) => key).join(' ')}`
    );

  it('are those of the program, of widgets, of forms, and those kept; private keys are left out', () => {
    expect(names({})).toEqual(['yours: count', 'widgets: n', 'forms: plan', 'kept: old']);
    expect(names({ showPrivate: true })[0]).toBe('yours: _secret count');
  });

  it('begin with what is pinned, also if it is private', () => {
    expect(names({ pinned: new Set(['n', '_secret']) }).slice(0, 2)).toEqual([
      'pinned: n _secret',
      'yours: count'
    ]);
  });

  it('have what matches by key, value, type, or label of the widget', () => {
    expect(names({ search: 'COU' })).toEqual(['yours: count']);
    expect(names({ search: '42' })).toEqual(['yours: count']);
    expect(names({ search: 'str' })).toEqual(['forms: plan']);
    expect(names({ search: 'rows ' })).toEqual(['widgets: n']);
    expect(names({ search: 'nothing' })).toEqual([]);
  });
});

describe('the tree', () => {
  let tree: Tree;
  let draws: number;
  let asked: [string, Path, number, number][];
  let answer: (offset: number, limit: number) => unknown;
  const cart = entry('cart', '{…}', { type: 'dict', open: true });
  const entries = mapOf(cart, entry('n'));
  const rows = () => tree.rows(entries, all());
  const row = (name: string) => {
    const found = rows().find(one => one.what === 'value' && one.name === name);
    if (!found) {
      throw new Error(`there is no row ${name}`);
    }
    return found;
  };
  const list =
    (count: number, total = count) =>
    (offset: number, limit: number) => ({
      children: Array.from({ length: Math.min(limit, count - offset) }, (_, index) =>
        child(`i${offset + index}`, offset + index, { open: true })
      ),
      total
    });

  beforeEach(() => {
    draws = 0;
    asked = [];
    answer = list(2);
    tree = new Tree(
      (key, path, offset, limit) => {
        asked.push([key, path, offset, limit]);
        return Promise.resolve(answer(offset, limit));
      },
      () => {
        draws += 1;
      }
    );
  });

  it('shows keys under their group, and hides them when it is closed, but not from a search', () => {
    expect(shown(rows())).toEqual(['yours', ' cart', ' n']);
    tree.toggle(rows()[0] as Row);
    expect(shown(rows())).toEqual(['yours']);
    expect(shown(tree.rows(entries, all({ search: 'n' })))).toEqual(['yours', ' n']);
  });

  it('shows the first keys of a large group, and more of them when that is wanted', () => {
    const many = mapOf(
      ...Array.from({ length: 450 }, (_, index) => entry(`k${index}`)),
      entry('w', '1', { group: 'kept' })
    );
    const all450 = () => tree.rows(many, all());
    expect(shown(all450()).slice(-4)).toEqual([' k199', ' more', 'kept', ' w']);
    tree.more(all450().find(one => one.what === 'note') as NoteRow);
    expect(shown(all450()).slice(-4)).toEqual([' k399', ' more', 'kept', ' w']);
    tree.more(all450().find(one => one.what === 'note') as NoteRow);
    expect(shown(all450()).slice(-3)).toEqual([' k449', 'kept', ' w']);
    expect(draws).toBe(2);
  });

  it('looks into a value when it is opened, and not before', async () => {
    expect(asked).toEqual([]);
    tree.toggle(row('cart'));
    expect(shown(rows())).toEqual(['yours', ' cart', '  loading', ' n']);
    await settled();
    expect(asked).toEqual([['cart', [], 0, PAGE]]);
    expect(shown(rows())).toEqual(['yours', ' cart', '  i0', '  i1', ' n']);
    expect(draws).toBeGreaterThan(0);
  });

  it('looks further inside by the steps, and forgets what is inside when it is closed', async () => {
    tree.toggle(row('cart'));
    await settled();
    tree.toggle(row('i1'));
    await settled();
    expect(asked.at(-1)).toEqual(['cart', [1], 0, PAGE]);
    expect(shown(rows())).toEqual(['yours', ' cart', '  i0', '  i1', '   i0', '   i1', ' n']);
    tree.toggle(row('cart'));
    tree.toggle(row('cart'));
    await settled();
    expect(shown(rows())).toEqual(['yours', ' cart', '  i0', '  i1', ' n']);
  });

  it('fetches long values page by page', async () => {
    answer = list(120);
    tree.toggle(row('cart'));
    await settled();
    const more = rows().find(({ what }) => what === 'note');
    expect(more).toMatchObject({ state: 'more', left: 70 });
    tree.more(more as never);
    await settled();
    expect(asked.at(-1)).toEqual(['cart', [], 50, PAGE]);
    expect(rows().filter(({ level }) => level === 3).length).toBe(101);
  });

  it('ends where the kernel has no more, whatever it counted', async () => {
    answer = (offset, limit) => (offset === 0 ? list(3, 500)(0, limit) : { children: [], total: 500 });
    tree.toggle(row('cart'));
    await settled();
    expect(asked.length).toBeLessThan(4);
    expect(shown(rows())).toEqual(['yours', ' cart', '  i0', '  i1', '  i2', ' n']);
  });

  it('says so if a value is empty, or cannot be looked into', async () => {
    answer = list(0);
    tree.toggle(row('cart'));
    await settled();
    expect(shown(rows())).toContain('  empty');
    answer = () => Promise.reject(new Error('a repr that raised'));
    tree.refresh(['cart'], entries);
    await settled();
    expect(rows().find(({ what }) => what === 'note')).toMatchObject({
      state: 'failed',
      text: 'a repr that raised'
    });
    answer = () => ['no', 'such', 'answer'];
    tree.refresh(['cart'], entries);
    await settled();
    expect(rows().find(({ what }) => what === 'note')).toMatchObject({ state: 'failed' });
  });

  it('looks again into what changed, and shows the old entries until then', async () => {
    tree.toggle(row('cart'));
    await settled();
    answer = list(3);
    tree.refresh(['n', 'cart'], entries);
    expect(shown(rows())).toContain('  i1');
    await settled();
    expect(shown(rows())).toContain('  i2');
    expect(asked.length).toBe(2);
    tree.refresh(['n'], entries);
    expect(asked.length).toBe(2);
  });

  it('shows the last of several answers, in whatever order they come', async () => {
    const answers: ((inside: unknown) => void)[] = [];
    answer = () => new Promise(resolve => answers.push(resolve));
    tree.toggle(row('cart'));
    tree.refresh(['cart'], entries);
    answers[1]?.(list(3)(0, PAGE));
    await settled();
    answers[0]?.(list(1)(0, PAGE));
    await settled();
    expect(shown(rows())).toEqual(['yours', ' cart', '  i0', '  i1', '  i2', ' n']);
  });

  it('forgets what it looked into when the key is gone or is no container any more', async () => {
    tree.toggle(row('cart'));
    await settled();
    tree.refresh(['cart'], mapOf(entry('cart', '5')));
    expect(shown(rows())).toEqual(['yours', ' cart', ' n']);
  });

  it('does not look into what has no inside', () => {
    tree.toggle(row('n'));
    expect(asked).toEqual([]);
  });
});
