import { describe, expect, it, vi } from 'vitest';
import { keepHearing } from '../hearing';
import type { WidgetModel } from '../host';
import { FakeManager, FakeModel, settled } from './fakes';

/** A model as ipywidgets makes it, and as anywidget hides it behind the time it gives. */
class Plain {
  readonly heard: unknown[] = [];
  readonly comm = { on_msg: vi.fn() };

  _handle_comm_msg(message: object): Promise<void> {
    this.heard.push((message as { content: { data: { method: string } } }).content.data.method);
    return Promise.resolve();
  }
}

class Any extends Plain {
  constructor(readonly ready: Promise<void>) {
    super();
  }

  override async _handle_comm_msg(message: object): Promise<void> {
    await this.ready;
    return super._handle_comm_msg(message);
  }
}

function modelOf(real: Plain | null): FakeModel {
  const manager = new FakeManager();
  manager.get_model = () =>
    real ? Promise.resolve(real as unknown as WidgetModel) : Promise.reject(new Error('no such model'));
  return new FakeModel({ _id: 'a' }, manager);
}

const patch = { content: { data: { method: 'custom' } } };

describe('a model whose code is there', () => {
  it('is left alone if it was there in time', async () => {
    const real = new Any(Promise.resolve());
    const late = vi.fn();
    await keepHearing(modelOf(real), late);
    expect(late).not.toHaveBeenCalled();
    expect(real.comm.on_msg).not.toHaveBeenCalled();
    expect(Object.hasOwn(real, '_handle_comm_msg')).toBe(false);
  });

  it('hears without anywidget if that gave it up, and says that it missed something', async () => {
    const real = new Any(Promise.reject(new Error('[anywidget] Failed to initialize model.')));
    const late = vi.fn();
    await keepHearing(modelOf(real), late);
    expect(late).toHaveBeenCalledOnce();
    const take = real.comm.on_msg.mock.lastCall?.[0] as (message: object) => Promise<void>;
    await take(patch); // from the kernel
    await real._handle_comm_msg(patch); // out of a message for many
    expect(real.heard).toEqual(['custom', 'custom']);
  });

  it('waits for as long as it is not decided', async () => {
    const late = vi.fn();
    void keepHearing(modelOf(new Any(new Promise(() => undefined))), late);
    await settled();
    expect(late).not.toHaveBeenCalled();
  });

  it('may be gone, or unlike those of today', async () => {
    const late = vi.fn();
    await keepHearing(modelOf(null), late);
    const other = { _handle_comm_msg: () => Promise.reject(new Error('refused')) } as unknown as Plain;
    await keepHearing(modelOf(other), late);
    expect(late).not.toHaveBeenCalled();
  });
});
