import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../src/client';
import { KeySource, offers, placeOf } from '../../src/completion';
import { summary } from '../../src/status';
import { FakeLine, app, entry, settled, trans } from './fakes';

describe('where a key is written', () => {
  it.each([
    ['st.session_state.', 17, null],
    ['x = st.session_state.co', 21, null],
    ['session_state["', 15, '"'],
    ["print(st.session_state['ab", 24, "'"],
    ['session_state[ "a b', 16, '"']
  ])('%j: from %i on, in quotes %j', (text, start, quote) => {
    expect(placeOf(text, text.length)).toEqual({ start, quote });
  });

  it.each([
    'session_state',
    'my_session_state.',
    'session_state["a"]',
    'session_state[0',
    'session_state["a\nb',
    ''
  ])('%j is no such place', text => {
    expect(placeOf(text, text.length)).toBeNull();
  });

  it('is before the cursor', () => {
    expect(placeOf('session_state.ab + 1', 15)).toEqual({ start: 14, quote: null });
    expect(placeOf('session_state.ab + 1', 20)).toBeNull();
  });
});

describe('what is offered there', () => {
  const entries = ['count', 'a key', 'class_', 'say "hi"', 'back\\slash', 'größe'].map(key => entry(key));
  const inserted = (text: string, rest = '') => {
    const place = placeOf(text, text.length);
    return place && offers(entries, place, text + rest, text.length).map(({ insertText }) => insertText);
  };

  it('are identifiers as attributes, and whatever needs no escape as items', () => {
    expect(inserted('session_state.')).toEqual(['count', 'class_', 'größe']);
    expect(inserted('session_state["')).toEqual(['count"]', 'a key"]', 'class_"]', 'größe"]']);
  });

  it('begin with what was typed, and close what is open', () => {
    expect(inserted('session_state["c')).toEqual(['count"]', 'class_"]']);
    expect(inserted('session_state["c', '"]')).toEqual(['count', 'class_']);
    expect(inserted("session_state['c", ']')).toEqual(["count'", "class_'"]);
  });
});

describe('the keys', () => {
  let line: FakeLine;
  let client: Client;
  beforeEach(() => {
    vi.useFakeTimers();
    line = new FakeLine();
    client = new Client(line);
  });
  afterEach(() => vi.useRealTimers());

  it('are asked for when they are needed, and told for a minute', async () => {
    line.opens('one', app('sales'));
    const asked = new KeySource().keys(client);
    expect(line.last('watch')).toMatchObject({ app: 'sales', state: true });
    line.state('sales', 1, [entry('n')]);
    expect((await asked).map(({ key }) => key)).toEqual(['n']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(line.last('watch')).toMatchObject({ app: null });
  });

  it('are none if the kernel does not answer, and nobody waits for ever', async () => {
    line.opens('one', app('sales'));
    const found = vi.fn();
    void new KeySource().keys(client).then(found);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(found).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(found).toHaveBeenCalledWith([]);
  });

  it('are none without an app', async () => {
    line.opens('one');
    expect(await new KeySource().keys(client)).toEqual([]);
    expect(line.sent).toEqual([]);
    await settled();
  });
});

describe('the status bar', () => {
  it('counts apps, those that run, and those that failed', () => {
    expect(summary([], trans)).toBe('');
    expect(summary([app('a')], trans)).toBe('1 app');
    const apps = [app('a', { running: true }), app('b', { error: 'no' }), app('c', { error: 'no' })];
    expect(summary(apps, trans)).toBe('3 apps · 1 running · 2 errors');
  });
});
