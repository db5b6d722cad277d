import { describe, expect, it, vi } from 'vitest';
import { deliver, isDelivery } from '../delivery';
import type { Data, Delivery } from '../delivery';
import type { WidgetManager, WidgetModel } from '../host';
import library from '../index';
import { FakeManager, FakeModel, settled } from './fakes';

function pageOf(models: Record<string, Partial<WidgetModel>>): WidgetManager {
  const manager = new FakeManager();
  manager.get_model = id =>
    models[id] ? Promise.resolve(models[id] as WidgetModel) : Promise.reject(new Error('no such model'));
  return manager;
}

function delivery(...messages: [string, Data][]): Delivery {
  return { op: 'deliver', number: 1, messages };
}

const moved: Data = { method: 'update', state: { value: [7] } };
const patch: Data = { method: 'custom', content: { op: 'patch', v: 1 } };

describe('a delivery', () => {
  it('hands each message to its model as if it had come alone, in order', async () => {
    const heard: unknown[] = [];
    const model = (name: string) => ({
      _handle_comm_msg: (message: object) => {
        heard.push([name, (message as { content: { data: Data } }).content.data]);
        return Promise.resolve();
      }
    });
    await deliver(
      pageOf({ a: model('a'), b: model('b') }),
      delivery(['a', moved], ['b', patch], ['a', patch])
    );
    expect(heard).toEqual([
      ['a', moved],
      ['b', patch],
      ['a', patch]
    ]);
  });

  it('reaches models that take no messages of the kernel themselves', async () => {
    const control = { set_state: vi.fn() };
    const block = { trigger: vi.fn() };
    await deliver(pageOf({ control, block }), delivery(['control', moved], ['block', patch]));
    expect(control.set_state).toHaveBeenCalledWith({ value: [7] });
    expect(block.trigger).toHaveBeenCalledWith('msg:custom', patch.content, []);
  });

  it('is not stopped by a model that is gone, or that cannot take its message', async () => {
    vi.useFakeTimers();
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const control = { set_state: vi.fn() };
    const broken = { _handle_comm_msg: () => Promise.reject(new Error('broken')) };
    const done = deliver(
      pageOf({ control, broken }),
      delivery(['gone', moved], ['broken', moved], ['control', moved])
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(control.set_state).toHaveBeenCalledOnce();
    expect(report).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(60_000);
    await done; // nobody is waited for without end
    vi.useRealTimers();
  });

  it('waits for a model that a page makes later, and keeps the order', async () => {
    vi.useFakeTimers();
    const models: Record<string, Partial<WidgetModel>> = {};
    const page = pageOf(models);
    const later: Data = { method: 'update', state: { value: [9] } };
    const done = Promise.all([
      deliver(page, delivery(['late', moved])),
      deliver(page, delivery(['late', later]))
    ]);
    await vi.advanceTimersByTimeAsync(400);
    const set_state = vi.fn();
    models['late'] = { set_state };
    await vi.advanceTimersByTimeAsync(400);
    await done;
    expect(set_state.mock.calls).toEqual([[{ value: [7] }], [{ value: [9] }]]);
    vi.useRealTimers();
  });

  it('that was missed while the code was loading is asked for', () => {
    const model = new FakeModel({ token: 'another-token', delivered: { number: 3 } });
    library.initialize({ model });
    expect(model.sent).toEqual([{ op: 'ready', seen: 3 }]);
  });

  it('comes through the model that carries the code', async () => {
    const control = { set_state: vi.fn() };
    const model = new FakeModel({ token: 'a-token' });
    model.widget_manager = pageOf({ control });
    library.initialize({ model });
    model.receive({ op: 'something else' });
    model.receive(delivery(['control', moved]));
    await settled();
    expect(control.set_state).toHaveBeenCalledOnce();
  });

  it('is told from other messages', () => {
    expect([null, 'deliver', { op: 'patch' }, { op: 'deliver' }].map(isDelivery)).toEqual([
      false,
      false,
      false,
      false
    ]);
    expect(isDelivery(delivery())).toBe(true);
  });
});
