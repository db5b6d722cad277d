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
  return { op: 'deliver', messages };
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

  it('is not stopped by a model that is gone', async () => {
    const control = { set_state: vi.fn() };
    await deliver(pageOf({ control }), delivery(['gone', moved], ['control', moved]));
    expect(control.set_state).toHaveBeenCalledOnce();
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
