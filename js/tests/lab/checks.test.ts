import { describe, expect, it } from 'vitest';
import { understand, weight } from '../../src/checks';
import { MAX_MESSAGE } from '../../src/protocol';
import { app, entry, item } from './fakes';

const GOOD: object[] = [
  { type: 'hello', version: '1', session: 's', limit: 100, apps: [app('a')] },
  { type: 'apps', apps: [] },
  { type: 'state', app: 'a', seq: 1, entries: [entry('k')], offset: 0, more: 0 },
  { type: 'patch', app: 'a', seq: 2, set: [entry('k', '2')], gone: ['j'] },
  { type: 'run', app: 'a', phase: 'running', ms: 0 },
  { type: 'history', app: 'a', whole: true, items: [item(1)], first: 1, cursor: 1, undo: false, redo: false },
  { type: 'news', messages: [{ v: 1, type: 'apps', apps: [] }] },
  { type: 'reply', id: 1, ok: true, result: null, error: null },
  { type: 'reply', id: 1, ok: false, result: null, error: { code: 'busy', message: 'runs' } }
].map(message => ({ v: 1, ...message }));

describe('what arrives', () => {
  it.each(GOOD)('is a message if all its fields are right: %o', message => {
    expect(understand(message)).toBe(message);
  });

  it.each(GOOD)('is refused if any field is missing or of another type: %o', message => {
    for (const name of Object.keys(message)) {
      const without = Object.fromEntries(Object.entries(message).filter(([other]) => other !== name));
      expect(understand(without), `without ${name}`).toBe('malformed');
      if (name !== 'result') {
        expect(understand({ ...message, [name]: Symbol() }), `other ${name}`).toBeTypeOf('string');
      }
    }
  });

  it.each([
    null,
    undefined,
    3,
    'hello',
    [],
    {},
    { v: 1 },
    { v: '1', type: 'apps' },
    { type: 'apps', apps: [] }
  ])('can be anything, and is refused then: %o', data => {
    expect(understand(data)).toBe('malformed');
  });

  it('is refused if something deep inside it is wrong', () => {
    const wrong = { ...entry('k'), owner: { kind: 'slider', label: 3, disabled: false } };
    expect(
      understand({ v: 1, type: 'state', app: 'a', seq: 1, entries: [entry('j'), wrong], offset: 0, more: 0 })
    ).toBe('malformed');
    expect(understand({ v: 1, type: 'patch', app: 'a', seq: Number.NaN, set: [], gone: [] })).toBe(
      'malformed'
    );
  });

  it('is of another version, or unknown, also if it is named like a part of every object', () => {
    expect(understand({ v: 2, type: 'hello' })).toBe('version');
    expect(understand({ v: 1, type: 'weather' })).toBe('unknown');
    expect(understand({ v: 1, type: 'constructor' })).toBe('unknown');
  });

  it('may have fields that a later version added', () => {
    expect(understand({ ...GOOD[1], colour: 'red' })).toHaveProperty('colour');
  });

  it('is too large by its texts, its entries, or its names', () => {
    const apps = (error: string) => ({ v: 1, type: 'apps', apps: [app('a', { error })] });
    expect(understand(apps('x'.repeat(MAX_MESSAGE)))).toBe('too-large');
    expect(understand(apps('x'.repeat(MAX_MESSAGE - 500)))).not.toBe('too-large');
    expect(weight(new Array(1000).fill(0), 10)).toBeGreaterThan(10);
    expect(weight({ ['n'.repeat(100)]: 1 }, 10)).toBeGreaterThan(10);
  });

  it('is not walked through beyond what is too large', () => {
    let looked = 0;
    const spies = Array.from({ length: 100 }, () => ({
      get text() {
        looked += 1;
        return 'x'.repeat(100);
      }
    }));
    weight(spies, 500);
    expect(looked).toBeLessThan(10);
  });
});
