import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../src/client';
import type { Part } from '../../src/client';
import { FakeLine, app, entry, item, settled } from './fakes';

describe('a client', () => {
  let line: FakeLine;
  let client: Client;
  let parts: Part[];
  const values = () => [...(client.keys?.entries ?? [])].map(([key, { preview }]) => `${key}=${preview}`);
  const watch = (state = true, history = false, name = 'sales') => {
    client.want(line, { app: name, state, history, rank: 0 });
  };

  beforeEach(() => {
    line = new FakeLine();
    client = new Client(line);
    parts = [];
    client.changed.connect((_sender, part) => parts.push(part));
    vi.spyOn(console, 'warn').mockReturnValue();
  });

  it('knows the apps after the greeting, and asks for nothing by itself', () => {
    line.opens('one', app('sales'), app('map'));
    expect(client.apps.map(({ name }) => name)).toEqual(['sales', 'map']);
    expect(client.isOpen).toBe(true);
    expect(line.sent).toEqual([]);
  });

  it('finds the app of a cell by the id of the cell, by its name, or by the name that a nameless one gets', () => {
    line.opens('one', app('sales', { cell: 'c1' }), app('map'), app('cell-c9'));
    expect(client.appOf('c1', 'other')?.name).toBe('sales');
    expect(client.appOf('c2', 'map')?.name).toBe('map');
    expect(client.appOf('c9', null)?.name).toBe('cell-c9');
    expect(client.appOf('c3', 'none')).toBeUndefined();
  });

  it('takes the state and what changes in it', () => {
    line.opens('one', app('sales'));
    watch();
    expect(line.last('watch')).toMatchObject({ app: 'sales', state: true, history: false });
    line.state('sales', 1, [entry('a'), entry('b')]);
    line.patch('sales', 2, [entry('a', '2'), entry('c')], ['b']);
    expect(values()).toEqual(['a=2', 'c=1']);
    expect([...(client.keys?.changed ?? [])]).toEqual([
      ['a', 1],
      ['c', 1]
    ]);
  });

  it('asks for all again, once, when a number is missing, and leaves the broken order alone', async () => {
    line.opens('one', app('sales'));
    watch();
    line.state('sales', 1, [entry('a')]);
    line.patch('sales', 3, [entry('a', '3')]);
    line.patch('sales', 4, [entry('a', '4')]);
    expect(line.count('sync')).toBe(1);
    expect(values()).toEqual(['a=1']);
    line.opens('one', app('sales'));
    line.state('sales', 5, [entry('a', '5')]);
    line.answers('sync');
    await settled();
    line.patch('sales', 6, [entry('a', '6')]);
    expect(values()).toEqual(['a=6']);
    line.patch('sales', 9, []);
    expect(line.count('sync')).toBe(2);
  });

  it('does not watch twice because of a greeting that it asked for', () => {
    line.opens('one', app('sales'));
    watch();
    line.patch('sales', 7, []);
    line.opens('one', app('sales'));
    expect(line.count('watch')).toBe(1);
  });

  it('marks what changed since the last run began', () => {
    line.opens('one', app('sales'));
    watch();
    line.state('sales', 1, [entry('a'), entry('b')]);
    line.patch('sales', 2, [entry('a', '2')]);
    line.says({ type: 'run', app: 'sales', phase: 'running', ms: 0 });
    expect(client.keys?.changed.size).toBe(0);
    expect(client.app('sales')?.running).toBe(true);
    line.patch('sales', 3, [entry('b', '2'), entry('a', '2')]);
    line.says({ type: 'run', app: 'sales', phase: 'done', ms: 12 });
    expect([...(client.keys?.changed.keys() ?? [])]).toEqual(['b']);
    expect(client.took.get('sales')).toBe(12);
    expect(client.app('sales')?.running).toBe(false);
  });

  it('takes the past whole and in pieces', () => {
    line.opens('one', app('sales'));
    watch(false, true);
    line.history('sales', [item(1), item(2)], 2);
    line.history('sales', [item(3), item(2, { cause: 'amended' })], 3, false);
    expect(client.past?.items.map(({ number, cause }) => `${number} ${cause}`)).toEqual([
      '1 step 1',
      '2 amended',
      '3 step 3'
    ]);
    expect(client.past?.cursor).toBe(3);
    line.history('sales', [item(4)], 4, false, 3);
    expect(client.past?.items.map(({ number }) => number)).toEqual([3, 4]); // the others are not kept any more
    line.history('sales', [item(9)], 9);
    expect(client.past?.items.length).toBe(1);
  });

  it('has the kernel keep as many interactions as the user wants, and says so only if it keeps others', () => {
    client.keep(100);
    expect(line.sent).toEqual([]);
    line.opens('one', app('sales'));
    expect(line.sent).toEqual([]);
    client.keep(500);
    client.keep(500);
    expect(line.sent).toMatchObject([{ type: 'keep', limit: 500 }]);
    client.keep(null);
    line.status = 'none';
    client.keep(20);
    line.opens('two', app('sales'));
    expect(line.last('keep')).toMatchObject({ limit: 20 });
    expect(line.count('keep')).toBe(2);
  });

  it('leaves the kernel what another page had it keep, until it is known what this user wants', () => {
    line.limit = 700;
    line.opens('one', app('sales'));
    client.keep(null);
    expect(line.sent).toEqual([]);
    client.keep(100);
    expect(line.last('keep')).toMatchObject({ limit: 100 });
  });

  it('takes many keys in several messages, and marks what differs only if it was known', () => {
    line.opens('one', app('sales'));
    watch();
    line.state('sales', 1, [entry('a'), entry('b')]);
    line.state('sales', 2, [entry('c')], 5, 2);
    expect(values()).toEqual(['a=1', 'b=1', 'c=1']);
    expect([client.keys?.more, client.keys?.changed.size]).toEqual([5, 0]);
    line.state('sales', 3, [entry('a'), entry('b', '2')]);
    line.state('sales', 4, [entry('c', '2')], 0, 2);
    line.patch('sales', 5, [entry('d')]);
    expect(values()).toEqual(['a=1', 'b=2', 'c=2', 'd=1']);
    expect([...(client.keys?.changed.keys() ?? [])]).toEqual(['b', 'c', 'd']);
  });

  it('takes several messages in one, in their order, and refuses what is none among them', () => {
    line.opens('one', app('sales'));
    watch();
    line.state('sales', 1, [entry('a')]);
    line.says({
      type: 'news',
      messages: [
        { v: 1, type: 'run', app: 'sales', phase: 'done', ms: 3 },
        { v: 1, type: 'patch', app: 'sales', seq: 2, set: [entry('a', '2')], gone: [] },
        { v: 1, type: 'patch', app: 'sales', seq: 'three' },
        7
      ]
    });
    expect(values()).toEqual(['a=2']);
    expect([...(client.keys?.changed.keys() ?? [])]).toEqual(['a']);
    expect(client.took.get('sales')).toBe(3);
    expect(client.problem).toBe('malformed');
  });

  it('leaves out what is about an app that nobody watches', () => {
    line.opens('one', app('sales'), app('map'));
    watch();
    line.state('map', 1, [entry('x')]);
    line.history('sales', [item(1)], 1);
    expect(values()).toEqual([]);
    expect(client.past).toBeNull();
    line.patch('sales', 2, [entry('a')]); // the count goes on over all apps
    expect(line.count('sync')).toBe(0);
  });

  it('watches what is first in rank, adds what others want of the same app, and stops with the last', () => {
    line.opens('one', app('sales'), app('map'));
    const others = [{}, {}, {}];
    client.want(others[0] ?? {}, { app: 'map', state: true, history: false, rank: 10 });
    client.want(others[1] ?? {}, { app: 'sales', state: false, history: true, rank: 0 });
    expect(line.last('watch')).toMatchObject({ app: 'sales', state: false, history: true });
    client.want(others[2] ?? {}, { app: 'sales', state: true, history: false, rank: 5 });
    expect(line.last('watch')).toMatchObject({ app: 'sales', state: true, history: true });
    const before = line.count('watch');
    client.want(others[2] ?? {}, { app: 'sales', state: true, history: false, rank: 6 });
    expect(line.count('watch')).toBe(before);
    others.forEach(other => {
      client.want(other, null);
    });
    expect(line.last('watch')).toMatchObject({ app: null, state: false, history: false });
    expect(client.keys).toBeNull();
  });

  it('tells a kernel that comes later what is wanted', () => {
    watch();
    expect(line.sent).toEqual([]);
    line.opens('one', app('sales'));
    expect(line.last('watch')).toMatchObject({ app: 'sales', state: true });
  });

  it('forgets everything when the kernel restarts, breaks what was asked, and begins anew', async () => {
    line.opens('one', app('sales'));
    watch();
    line.state('sales', 4, [entry('a')]);
    const asked = client.ask({ type: 'rerun', app: 'sales' });
    line.status = 'none';
    await expect(asked).rejects.toMatchObject({ code: 'gone' });
    expect(client.apps).toEqual([]);
    expect(client.isOpen).toBe(false);
    expect(values()).toEqual([]);
    line.opens('two', app('sales'));
    expect(line.count('watch')).toBe(2);
    line.state('sales', 1, [entry('b')]);
    expect(values()).toEqual(['b=1']);
  });

  it('asks for all when the way was interrupted', () => {
    line.opens('one', app('sales'));
    line.restored.emit();
    line.restored.emit();
    expect(line.count('sync')).toBe(1);
  });

  it('goes on after messages it cannot understand, and says so until the next greeting', () => {
    line.opens('one', app('sales'));
    line.says({ type: 'apps', apps: [{}] });
    expect(client.problem).toBe('malformed');
    line.received.emit('nonsense');
    line.says({ type: 'apps', apps: [app('a', { error: 'x'.repeat(300_000) })] });
    expect(client.problem).toBe('too-large');
    line.received.emit({ v: 7, type: 'hello' });
    expect(client.problem).toBe('version');
    expect(client.apps.map(({ name }) => name)).toEqual(['sales']);
    line.opens('one', app('map'));
    expect(client.problem).toBeNull();
    line.says({ type: 'weather' });
    expect(client.problem).toBeNull();
  });

  it('asks anew after a state it could not understand, as soon as the next change shows the gap', () => {
    line.opens('one', app('sales'));
    watch();
    line.says({ type: 'state', app: 'sales', seq: 1, entries: 'many', more: 0 });
    line.patch('sales', 2, [entry('a')]);
    expect(line.count('sync')).toBe(1);
  });

  it('sends nothing that is too large, and nothing without a kernel', async () => {
    await expect(client.ask({ type: 'rerun', app: 'sales' })).rejects.toMatchObject({ code: 'gone' });
    line.opens('one', app('sales'));
    const json = JSON.stringify('x'.repeat(300_000));
    await expect(client.ask({ type: 'set', app: 'sales', key: 'a', json })).rejects.toMatchObject({
      code: 'too-large'
    });
    expect(line.sent).toEqual([]);
  });

  it('interrupts the kernel only while that app runs', async () => {
    line.opens('one', app('sales'), app('map', { running: true }));
    expect(await client.stop('sales')).toBe(false);
    expect(await client.stop('none')).toBe(false);
    expect(line.interrupts).toBe(0);
    expect(await client.stop('map')).toBe(true);
    expect(line.interrupts).toBe(1);
  });

  it('is about the app that was chosen, while it is there, else about the first', () => {
    expect(client.chosen).toBeNull();
    line.opens('one', app('sales'), app('map'));
    expect(client.chosen?.name).toBe('sales');
    client.choose('map');
    expect(client.chosen?.name).toBe('map');
    line.says({ type: 'apps', apps: [app('sales')] });
    expect(client.chosen?.name).toBe('sales');
  });

  it('is quiet after it was disposed of', async () => {
    line.opens('one', app('sales'));
    const asked = client.ask({ type: 'rerun', app: 'sales' });
    client.dispose();
    await expect(asked).rejects.toMatchObject({ code: 'gone' });
    parts.length = 0;
    line.says({ type: 'apps', apps: [] });
    expect(parts).toEqual([]);
    expect(line.isDisposed).toBe(true);
  });

  it('shows two pages the same, each by a comm of its own', () => {
    const other = new FakeLine();
    const second = new Client(other);
    line.opens('one', app('sales'));
    other.opens('one', app('sales'));
    watch();
    line.state('sales', 1, [entry('a')]);
    expect(other.sent).toEqual([]);
    expect(second.keys).toBeNull();
    second.want(other, { app: 'sales', state: true, history: false, rank: 0 });
    other.state('sales', 1, [entry('a')]);
    line.patch('sales', 2, [entry('a', '2')]);
    other.patch('sales', 2, [entry('a', '2')]);
    expect(second.keys?.entries.get('a')?.preview).toBe('2');
    expect(values()).toEqual(['a=2']);
  });
});
