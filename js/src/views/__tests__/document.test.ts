import { describe, expect, it } from 'vitest';
import { applyPatch, identity, inheritAll, isPatch } from '../document';
import type { Doc, Item } from '../document';

const text = (html: string): Item => ({ kind: 'markdown', html });
const child = (id: string): Item => ({ kind: 'slider', child: id });
const doc = (...items: Item[]): Doc => ({ v: 0, kind: 'main', props: {}, items, stale: null });

describe('a patch', () => {
  it('sets first, then splices, in place', () => {
    const items = [text('a'), text('b'), text('c')];
    const target = doc(...items);
    const array = target.items;
    applyPatch(target, {
      op: 'patch',
      v: 1,
      set: [[2, text('C')]],
      splice: [
        [0, 1, []],
        [1, 0, [text('x')]]
      ]
    });
    expect(target.items).toBe(array);
    expect(target.items).toEqual([text('b'), text('x'), text('C')]);
  });

  it('changes only the props and the mark it names', () => {
    const target = { ...doc(), props: { gap: 'small', border: true }, stale: 2 };
    applyPatch(target, { op: 'patch', v: 1, props: { border: false } });
    expect([target.props, target.stale]).toEqual([{ gap: 'small', border: false }, 2]);
    applyPatch(target, { op: 'patch', v: 2, stale: null });
    expect(target.stale).toBeNull();
  });

  it('that the document already holds is left out', () => {
    const target = { ...doc(text('new')), v: 3 };
    expect(applyPatch(target, { op: 'patch', v: 3, set: [[0, text('old')]] })).toBe('known');
    expect(target.items).toEqual([text('new')]);
  });

  it('that does not follow is refused', () => {
    const target = doc(text('a'));
    expect(applyPatch(target, { op: 'patch', v: 2, set: [[0, text('b')]] })).toBe('gap');
    expect(target).toEqual(doc(text('a')));
  });

  it.each([null, 'patch', {}, { op: 'patch' }, { op: 'other', v: 1 }])('is not any message: %j', message => {
    expect(isPatch(message)).toBe(false);
  });
});

describe('identity', () => {
  it('of a child is its id', () => {
    expect(identity(child('a'))).toBe(identity({ kind: 'slider', child: 'a', help: 'new' }));
  });

  it('of a text survives being set anew, also after the ones before it changed number', () => {
    const target = doc(text('a'), text('b'));
    const before = identity(target.items[1] as Item);
    applyPatch(target, { op: 'patch', v: 1, set: [[1, text('B')]], splice: [[0, 1, []]] });
    expect(identity(target.items[0] as Item)).toBe(before);
  });

  it('is not handed from one kind to another', () => {
    const target = doc(text('a'));
    const before = identity(target.items[0] as Item);
    applyPatch(target, { op: 'patch', v: 1, set: [[0, { kind: 'error', html: 'a' }]] });
    expect(identity(target.items[0] as Item)).not.toBe(before);
  });

  it('survives a resync, by content first and by place next', () => {
    const before = doc(text('a'), text('b'), text('c'));
    const [a, b, c] = before.items.map(identity);
    const after = doc(text('c'), text('B'), text('a'));
    inheritAll(before, after);
    expect(after.items.map(identity)).toEqual([c, b, a]);
  });
});
