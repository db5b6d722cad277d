import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import library from '../index';
import { Modules, isAnswer } from '../modules';
import { FakeManager, FakeModel } from './fakes';

function packed(code: string): DataView[] {
  const bytes = new Uint8Array(gzipSync(code));
  return [new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)];
}

const asText = (code: string): Promise<unknown> => Promise.resolve(code);
const asked = { op: 'module', name: 'grid' };

function page(patience?: number): { modules: Modules; model: FakeModel; manager: FakeManager } {
  const manager = new FakeManager();
  const model = new FakeModel({}, manager);
  return { modules: new Modules(asText, patience), model, manager };
}

describe('large code', () => {
  it('is asked for once and comes to all who want it', async () => {
    const { modules, model, manager } = page();
    modules.introduce(model);
    const wishes = [modules.load('grid', manager), modules.load('grid', manager)];
    expect(model.sent).toEqual([asked]);
    model.receive(asked, packed('export const n = 1'));
    expect(await Promise.all([...wishes, modules.load('grid', manager)])).toEqual(
      Array(3).fill('export const n = 1')
    );
    expect(model.sent).toEqual([asked]);
  });

  it('is asked for as soon as the library is restored, if that comes later', async () => {
    const { modules, model, manager } = page();
    const wish = modules.load('grid', manager);
    modules.introduce(model);
    expect(model.sent).toEqual([asked]);
    model.receive(asked, packed('late'));
    expect(await wish).toBe('late');
  });

  it('is asked for through another kernel when the first one does not answer', async () => {
    vi.useFakeTimers();
    const { modules, model, manager } = page(1000);
    modules.introduce(model);
    const other = new FakeModel({}, new FakeManager());
    modules.introduce(other);
    void modules.load('grid', manager);
    const wish = modules.load('grid', other.widget_manager);
    expect(other.sent).toEqual([]);
    vi.advanceTimersByTime(1001);
    vi.useRealTimers();
    expect(other.sent).toEqual([asked]);
    other.receive(asked, packed('other'));
    expect(await wish).toBe('other');
  });

  it('is asked for again after it could not be had', async () => {
    const { modules, model, manager } = page();
    modules.introduce(model);
    const wish = modules.load('grid', manager);
    model.receive({ ...asked, problem: 'it was not built' });
    await expect(wish).rejects.toThrow('it was not built');
    const again = modules.load('grid', manager);
    model.receive(asked, packed('here'));
    expect(await again).toBe('here');
    const broken = modules.load('charts', manager);
    model.receive({ op: 'module', name: 'charts' });
    await expect(broken).rejects.toThrow('nothing came');
  });

  it('is not taken when only another tab asked for it', async () => {
    const importCode = vi.fn(asText);
    const modules = new Modules(importCode);
    const model = new FakeModel({});
    modules.introduce(model);
    model.receive(asked, packed('theirs'));
    const wish = modules.load('grid', model.widget_manager);
    model.receive(asked, packed('ours'));
    model.receive(asked, packed('once more'));
    expect(await wish).toBe('ours');
    expect(importCode).toHaveBeenCalledOnce();
  });

  it('goes through the first library of a page for views of all kernels', async () => {
    const first = new FakeModel({ token: 'shared-token' });
    library.initialize({ model: first });
    const shelf = (globalThis as unknown as Record<string, { promise: Promise<{ modules: Modules }> }>)[
      'shared-token'
    ];
    const { modules } = await (shelf?.promise ?? Promise.reject(new Error('no shelf')));
    const second = new FakeModel({ token: 'shared-token' });
    library.initialize({ model: second });
    void modules.load('of-second', second.widget_manager);
    await vi.waitFor(() => {
      expect(second.sent).toContainEqual({ op: 'module', name: 'of-second' });
    });
    expect(first.sent).toEqual([{ op: 'ready', seen: 0 }]);
  });

  it('is told from other messages', () => {
    expect([null, 'module', { op: 'module' }, { op: 'patch', name: 'grid' }].some(isAnswer)).toBe(false);
    expect(isAnswer(asked)).toBe(true);
  });
});
