import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChartState, Drawn, Selection } from '../chart';
import { modules } from '../modules';
import { pydeck, pydeckEngine } from '../pydeck';
import type { Dict, Layer, Library } from '../pydeck_layers';
import { fields, filled } from '../pydeck_tip';
import { FakeManager } from './fakes';

class FakeLayer implements Layer {
  constructor(readonly props: Dict) {}

  get id(): string {
    return String(this.props['id']);
  }

  clone(props: Dict): Layer {
    return new FakeLayer({ ...this.props, ...props });
  }
}

interface Asked {
  jsonInput: { onClick(info: Dict): void; onHover(info: Dict): void };
  container: HTMLElement;
}

const told: Dict[] = [];
const specs: Dict[] = [];
const finalize = vi.fn();
const select = vi.fn<(selection: Selection) => void>();
let asked: Asked;

const library: Library = {
  createDeck(given) {
    asked = given as unknown as Asked;
    asked.container.append(document.createElement('canvas'));
    return {
      setProps: props => {
        told.push(props);
      },
      finalize
    };
  },
  updateDeck(spec, deck) {
    specs.push(spec);
    const layers = ((spec['layers'] ?? []) as Dict[]).map(layer =>
      layer['@@type'] === 'Unknown' ? null : new FakeLayer({ ...DEFAULTS[String(layer['@@type'])], ...layer })
    );
    deck.setProps({ ...spec, layers });
  }
};

/** What a layer says of itself where its author says nothing. */
const DEFAULTS: Record<string, Dict> = {
  ArcLayer: { getSourceColor: [0, 0, 0, 255], getTargetColor: [0, 0, 0, 255] }
};

const TOWNS = {
  '@@type': 'ScatterplotLayer',
  id: 'towns',
  getFillColor: [10, 20, 30],
  pickable: true,
  data: [{ name: '@@=constructor' }, { name: 'B' }]
};
const SPEC = { initialViewState: { latitude: 1, longitude: 2, zoom: 3 }, layers: [TOWNS] };

function stateOf(spec: unknown, more: Partial<ChartState> = {}): ChartState {
  return {
    spec: JSON.stringify(spec),
    data: null,
    theme: '',
    width: 'stretch',
    height: 400,
    modes: ['single-object'],
    points: 0,
    alt: 'Towns',
    options: { selectable: ['towns'], tooltip: true },
    room: 500,
    selection: {},
    ...more
  };
}

let host: HTMLElement;

const draw = (state: ChartState, land: unknown = null): Promise<Drawn> =>
  pydeckEngine(library, land).draw(host, state, { select, describe: vi.fn() });
const click = (index: number, layer = 'towns') => {
  asked.jsonInput.onClick({ picked: true, index, object: { index }, layer: { id: layer }, x: 0, y: 0 });
};
const layersOf = (props: Dict | undefined) => (props?.['layers'] ?? []) as FakeLayer[];

beforeEach(() => {
  told.length = 0;
  specs.length = 0;
  vi.clearAllMocks();
  host = document.createElement('div');
  document.body.replaceChildren(host);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a map of pydeck', () => {
  it('keeps data from the converter, which takes some texts for programs', async () => {
    await draw(stateOf(SPEC));
    expect(JSON.stringify(specs)).not.toContain('constructor');
    expect(layersOf(told[0])[0]?.props['data']).toEqual(TOWNS.data);
    expect(told[0]?.['initialViewState']).toEqual(SPEC.initialViewState);
  });

  it('draws what has no colour in that of the words, and leaves colours of the author', async () => {
    const style = { color: 'rgb(250, 251, 252)', fontFamily: '' } as CSSStyleDeclaration;
    vi.spyOn(window, 'getComputedStyle').mockReturnValue(style);
    await draw(stateOf({ layers: [{ '@@type': 'ArcLayer', id: 'arcs', getSourceColor: [1, 2, 3] }] }));
    const [layer] = layersOf(told[0]);
    expect(layer?.props['getSourceColor']).toEqual([1, 2, 3]);
    expect(layer?.props['getTargetColor']).toEqual([250, 251, 252]);
    expect(layer?.props).not.toHaveProperty('getFillColor');
  });

  it('is told nothing again, and stays where its user went, unless the author shows another place', async () => {
    const drawn = await draw(stateOf(SPEC));
    await drawn.update(stateOf(SPEC));
    expect(told).toHaveLength(1);
    const other = { ...SPEC, layers: [TOWNS, { '@@type': 'ArcLayer', id: 'arcs', data: [] }] };
    await drawn.update(stateOf(other));
    expect(told).toHaveLength(2);
    expect(told[1]).not.toHaveProperty('initialViewState');
    expect(layersOf(told[1])[0]?.props['data']).toBe(layersOf(told[0])[0]?.props['data']);
    await drawn.update(stateOf({ ...other, initialViewState: { latitude: 9 } }));
    expect(told[2]?.['initialViewState']).toEqual({ latitude: 9 });
  });

  it('lies over the coasts where it shows the earth', async () => {
    const ids = () => layersOf(told.at(-1)).map(({ id }) => id);
    await draw(stateOf({ ...SPEC, views: [{ '@@type': 'MapView' }] }), { type: 'MultiPolygon' });
    expect(ids()).toEqual(['jss-coasts', 'towns']);
    await draw(stateOf({ ...SPEC, views: [{ '@@type': 'OrbitView' }] }), { type: 'MultiPolygon' });
    expect(ids()).toEqual(['towns']);
  });

  it('says which layer nobody knows, and leaves nothing behind', () => {
    const wrong = stateOf({ layers: [{ '@@type': 'Unknown', id: 'x' }] });
    expect(() => pydeckEngine(library, null).draw(host, wrong, { select, describe: vi.fn() })).toThrow(
      'no layer "Unknown"'
    );
    expect(host.childElementCount).toBe(0);
  });

  it('says each time what it cannot draw, and draws again what it can', async () => {
    const drawn = await draw(stateOf(SPEC));
    const wrong = stateOf({ layers: [{ '@@type': 'Unknown', id: 'x' }] });
    await expect(drawn.update(wrong)).rejects.toThrow('Unknown');
    await expect(drawn.update(wrong)).rejects.toThrow('Unknown');
    await drawn.update(stateOf(SPEC));
    expect(layersOf(told.at(-1)).map(({ id }) => id)).toEqual(['towns']);
  });

  it('has a name, a size, and no trace once it is gone', async () => {
    const drawn = await draw(stateOf(SPEC));
    expect(host.querySelector('canvas')?.getAttribute('aria-label')).toBe('Towns');
    expect(host.querySelector<HTMLElement>('.jss-chart-map')?.style.height).toBe('400px');
    drawn.dispose();
    expect(finalize).toHaveBeenCalledTimes(1);
    expect(host.childElementCount).toBe(0);
  });

  it('leaves a wheel alone to the page', async () => {
    await draw(stateOf(SPEC));
    const heard = vi.fn();
    const canvas = host.querySelector('canvas');
    canvas?.addEventListener('wheel', heard);
    const wheel = (more: WheelEventInit) => {
      const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, ...more });
      canvas?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel({})).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    expect(wheel({ ctrlKey: true })).toBe(true);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('what is selected in a map', () => {
  it('is one object, and none when it is clicked again', async () => {
    await draw(stateOf(SPEC));
    click(0);
    click(1);
    expect(select.mock.lastCall?.[0]).toEqual({
      indices: { towns: [1] },
      objects: { towns: [{ index: 1 }] }
    });
    click(1);
    expect(select.mock.lastCall?.[0]).toEqual({});
  });

  it('is several objects where that is wanted', async () => {
    await draw(stateOf(SPEC, { modes: ['multi-object'] }));
    click(1);
    click(0);
    expect(select.mock.lastCall?.[0]['indices']).toEqual({ towns: [1, 0] });
  });

  it('is nothing in layers without a name, or in a map that is no input', async () => {
    await draw(stateOf(SPEC));
    click(0, 'jss-layer-1');
    click(-1);
    await draw(stateOf(SPEC, { modes: [] }));
    click(0);
    expect(select).not.toHaveBeenCalled();
  });

  it('stands out, until the script clears it', async () => {
    const drawn = await draw(stateOf(SPEC));
    click(1);
    const colour = (index: number) => {
      const paint = layersOf(told.at(-1))[0]?.props['getFillColor'];
      return typeof paint === 'function' ? (paint as (o: null, i: Dict) => unknown)(null, { index }) : paint;
    };
    expect([colour(0), colour(1)]).toEqual([
      [10, 20, 30, 255 / 4],
      [10, 20, 30]
    ]);
    const trigger = () =>
      (layersOf(told.at(-1))[0]?.props['updateTriggers'] as Dict | undefined)?.['getFillColor'];
    const chosen = trigger();
    expect(chosen).toBeDefined();
    await drawn.redraw(stateOf(SPEC));
    expect(colour(0)).toEqual([10, 20, 30]);
    // A trigger that is gone is not looked at: it has to be there, and to be another.
    expect(trigger()).toBeDefined();
    expect(trigger()).not.toEqual(chosen);
  });
});

describe('what a map says of the object under the pointer', () => {
  const hostile = '<img src=x onerror=x()>';

  it('has values as texts, from the object or its properties', () => {
    const box = document.createElement('div');
    box.append(
      filled('<b title="{a}">{a}</b> {p} {c.d} {none}!', { a: hostile, c: { d: 5 }, properties: { p: 1 } })
    );
    expect(box.querySelector('img')).toBeNull();
    expect(box.textContent).toBe(`${hostile} 1 5 !`);
    expect(box.querySelector('b')?.title).toBe('{a}');
    box.replaceChildren(filled('{constructor}', {}));
    expect(box.textContent).toBe('');
  });

  it('is a list of its fields without a template', () => {
    const box = document.createElement('div');
    box.append(fields({ a: hostile, position: [1, 2], list: [1] }));
    expect(box.querySelector('img')).toBeNull();
    expect([...box.querySelectorAll('tr')].map(row => row.textContent)).toEqual([`a${hostile}`, 'list[1]']);
    box.replaceChildren(fields({ type: 'Feature', geometry: {}, properties: { name: 'Bern' } }));
    expect(box.textContent).toBe('nameBern');
  });

  it('is beside the pointer, and gone with it', async () => {
    HTMLElement.prototype.showPopover = vi.fn();
    HTMLElement.prototype.hidePopover = vi.fn();
    const drawn = await draw(stateOf(SPEC));
    const tip = () => document.querySelector('.jss-chart-tip');
    const hover = (picked: boolean) => {
      asked.jsonInput.onHover({ picked, index: 0, object: { name: 'Bern' }, x: 5, y: 5 });
    };
    hover(true);
    expect(tip()?.textContent).toBe('nameBern');
    hover(false);
    expect(tip()).toBeNull();
    hover(true);
    drawn.dispose();
    expect(tip()).toBeNull();
  });
});

describe('the library of pydeck', () => {
  it('is not asked for where there is no WebGL', async () => {
    const load = vi.spyOn(modules, 'load');
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await expect(pydeck(new FakeManager())).rejects.toThrow('no WebGL');
    expect(load).not.toHaveBeenCalled();
  });

  it('does without coasts', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({} as never);
    vi.spyOn(modules, 'load').mockImplementation(name =>
      name === 'pydeck' ? Promise.resolve({ default: library }) : Promise.reject(new Error('not built'))
    );
    const engine = await pydeck(new FakeManager());
    await engine.draw(host, stateOf(SPEC), { select, describe: vi.fn() });
    expect(layersOf(told[0]).map(({ id }) => id)).toEqual(['towns']);
  });
});
