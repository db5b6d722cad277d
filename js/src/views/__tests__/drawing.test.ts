import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawViewsOf } from '../drawing';
import { addKinds } from '../kinds';
import { FakeManager, settled } from './fakes';
import type { RenderContext, WidgetModel, WidgetView } from '../host';

const render = vi.fn(({ model, el }: RenderContext): undefined => {
  el.append(`lamp ${String(model.get('color'))}`);
});
let manager: FakeManager;

beforeEach(() => {
  render.mockClear();
  addKinds({ Lamp: { initialize: () => undefined, render } });
  manager = new FakeManager();
  manager.add('lamp', '');
  manager.add('other', 'its own');
  manager.states['lamp'] = { drawn_by: 'Lamp', color: 'red' };
});

async function viewOf(id: string, options = {}): Promise<WidgetView> {
  return manager.create_view(await manager.get_model(id), options);
}

function signal(): AbortSignal | undefined {
  return render.mock.calls[0]?.[0].signal;
}

describe('views of our inputs', () => {
  it('are drawn wherever the host makes them, with the look that the app gives in one', async () => {
    drawViewsOf(manager);
    const { el } = await viewOf('lamp');
    expect(el.textContent).toBe('lamp red');
    expect(el.matches('.jss-app.jss-alone')).toBe(true);
    expect(el.firstElementChild?.className).toBe('jss-control');
  });

  it('leave what other widgets draw alone', async () => {
    drawViewsOf(manager);
    const { el } = await viewOf('other');
    expect([el.innerHTML, el.classList.contains('jss-app')]).toEqual(['its own', false]);
  });

  it('are drawn once, however many libraries there are', async () => {
    drawViewsOf(manager);
    drawViewsOf(manager);
    expect((await viewOf('lamp')).el.textContent).toBe('lamp red');
    expect(render).toHaveBeenCalledOnce();
  });

  it('are drawn by the library that came last', async () => {
    drawViewsOf(manager);
    vi.resetModules();
    const later = await import('../drawing');
    (await import('../kinds')).addKinds({
      Lamp: {
        initialize: () => undefined,
        render: ({ el }): undefined => {
          el.append('newer lamp');
        }
      }
    });
    later.drawViewsOf(manager);
    expect((await viewOf('lamp')).el.textContent).toBe('newer lamp');
    expect(render).not.toHaveBeenCalled();
  });

  it('are drawn if they were there before the library, also when a neighbour could not be made', async () => {
    const model: WidgetModel = await manager.get_model('lamp');
    const early = manager.create_view(model);
    model.views = { early };
    const broken = Promise.reject(new Error('no such class'));
    Object.assign(manager, { _models: { broken, lamp: Promise.resolve(model) } });
    drawViewsOf(manager);
    await settled();
    expect((await early).el.textContent).toBe('lamp red');
    expect(render).toHaveBeenCalledOnce();
  });

  it('are told when they go', async () => {
    drawViewsOf(manager);
    const view = await viewOf('lamp');
    expect(signal()?.aborted).toBe(false);
    view.remove();
    expect(signal()?.aborted).toBe(true);
  });

  it('keep their keys from the notebook', async () => {
    drawViewsOf(manager);
    const { el } = await viewOf('lamp');
    const heard = vi.fn();
    const page = document.createElement('div');
    page.append(el);
    page.addEventListener('keydown', heard);
    el.firstElementChild?.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    expect(heard).not.toHaveBeenCalled();
  });

  it('say why they cannot be drawn', async () => {
    drawViewsOf(manager);
    render.mockImplementationOnce(() => {
      throw new Error('broken lamp');
    });
    await expect(viewOf('lamp')).rejects.toThrow('broken lamp');
  });
});
