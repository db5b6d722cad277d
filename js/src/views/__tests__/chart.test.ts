import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { chart } from '../chart';
import type { ChartState, Hooks } from '../chart';
import { modules } from '../modules';
import { FakeModel } from './fakes';

const settled = async () => {
  await new Promise(resolve => setTimeout(resolve, 5));
};

let el: HTMLElement;
let model: FakeModel;
let measured: () => void;
let hooks: Hooks;
let load: MockInstance;
const drawn = { update: vi.fn<(state: ChartState) => Promise<void>>(), redraw: vi.fn(), dispose: vi.fn() };
const draw = vi.fn((_host: HTMLElement, _state: ChartState, given: Hooks) => {
  hooks = given;
  return Promise.resolve(drawn);
});

beforeEach(() => {
  vi.clearAllMocks();
  drawn.update.mockResolvedValue(undefined);
  class Observer {
    constructor(callback: () => void) {
      measured = callback;
    }
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  load = vi.spyOn(modules, 'load').mockResolvedValue({ draw });
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  el = document.createElement('div');
  document.body.replaceChildren(el);
  model = new FakeModel({
    engine: 'vega',
    spec: '{}',
    data: null,
    alt: 'Sales',
    options: { width: 'stretch' },
    value: {}
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function shown(): Promise<void> {
  void chart.render({ model, el });
  measured();
  await settled();
}

describe('a chart', () => {
  it('is a picture with a name, drawn once there is room and its library came', async () => {
    await shown();
    const box = el.querySelector('.jss-chart-stage');
    expect(box?.getAttribute('role')).toBe('img');
    expect(box?.getAttribute('aria-label')).toBe('Sales');
    expect(load).toHaveBeenCalledWith('charts', model.widget_manager);
    expect(draw.mock.calls[0]?.[1].room).toBe(400);
    expect(el.querySelector<HTMLElement>('.jss-chart-waiting')?.hidden).toBe(true);
  });

  it('is a group where it has buttons and links of its own', () => {
    model.state['engine'] = 'graphviz';
    void chart.render({ model, el });
    const stage = el.querySelector('.jss-chart-stage');
    expect(stage?.getAttribute('role')).toBe('group');
    expect(stage?.querySelector('[aria-hidden]')).toBeNull();
  });

  it('is told in words, with a reason, where a map cannot be drawn', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    model.state['engine'] = 'pydeck';
    model.state['options'] = { width: 'stretch', words: 'A map of pydeck.' };
    await shown();
    const words = () => el.querySelector('.jss-chart-words')?.textContent;
    expect(words()).toBe('A map of pydeck. It is not drawn: this browser has no WebGL.');
    model.push('options', { width: 'stretch', words: 'Another map.' });
    await settled();
    expect(words()).toContain('Another map. It is');
  });

  it('is told in words where its library does not come, if it brings some', async () => {
    load.mockRejectedValue(new Error('the kernel is gone'));
    model.state['engine'] = 'echarts';
    model.state['options'] = { width: 'stretch', words: 'A chart of ECharts.' };
    await shown();
    expect(load).toHaveBeenCalledWith('echarts', model.widget_manager);
    expect(el.querySelector('.jss-chart-words')?.textContent).toBe(
      'A chart of ECharts. It is not drawn: the kernel is gone.'
    );
  });

  it('says in its place that its library does not come, if it brings no words', async () => {
    load.mockRejectedValue(new Error('the kernel is gone'));
    await shown();
    expect(el.querySelector('[role=alert]')?.textContent).toContain('the kernel is gone');
  });

  it('tells what its library says of it to those who cannot see it', async () => {
    model.state['engine'] = 'echarts';
    await shown();
    const stage = el.querySelector('.jss-chart-stage');
    hooks.describe('Three bars.');
    expect(stage?.getAttribute('role')).toBe('img');
    expect(stage?.getAttribute('aria-description')).toBe('Three bars.');
    hooks.describe('');
    expect(stage?.hasAttribute('aria-description')).toBe(false);
  });

  it('is changed in place, once for what comes together', async () => {
    await shown();
    model.push('spec', '{"mark": "bar"}');
    model.push('data', new DataView(new ArrayBuffer(8)));
    await settled();
    expect(draw).toHaveBeenCalledTimes(1);
    expect(drawn.update.mock.calls.length).toBeLessThanOrEqual(2);
    expect(drawn.update.mock.lastCall?.[0].spec).toBe('{"mark": "bar"}');
  });

  it('says in its place what is wrong, and nothing any more once it is right', async () => {
    draw.mockRejectedValueOnce(new Error('no such mark'));
    await shown();
    const problem = el.querySelector<HTMLElement>('[role=alert]');
    expect(problem?.textContent).toContain('no such mark');
    model.push('spec', '{}');
    await settled();
    expect(problem?.hidden).toBe(true);
  });

  it('sends a selection once, and draws anew when the kernel has another one', async () => {
    await shown();
    hooks.select({ pick: [{ a: 1 }] });
    hooks.select({ pick: [{ a: 1 }] });
    expect(model.saved).toEqual([{ value: { pick: [{ a: 1 }] } }]);
    await settled();
    expect(drawn.redraw).not.toHaveBeenCalled();
    model.push('value', {});
    await settled();
    expect(drawn.redraw).toHaveBeenCalledTimes(1);
  });

  it('lets go of everything when it leaves the page', async () => {
    const end = chart.render({ model, el });
    measured();
    await settled();
    end?.();
    expect(drawn.dispose).toHaveBeenCalledTimes(1);
    expect(model.listeners()).toBe(0);
  });
});
