// Maps of pydeck. The library is that of the author's Python package; this is what it is told.
import type { ChartState, Drawn, Engine, Hooks } from './chart';
import { setAttributes } from './dom';
import type { WidgetManager } from './host';
import { modules } from './modules';
import { painted, converted, dict, Layers, list } from './pydeck_layers';
import type { Colour, Deck, Dict, Layer, Library } from './pydeck_layers';
import { fields, filled } from './pydeck_tip';
import { themeOf } from './theme';
import { hideTip, placeTip } from './tip';
import { scrollPast } from './wheel';

interface Picked {
  picked?: boolean;
  index: number;
  object?: unknown;
  layer?: { id: string } | null;
  x: number;
  y: number;
}

type Chosen = Map<string, Map<number, unknown>>;

/** A click however long the button was down, as a page's own is: slow graphics hold its end back. */
const PATIENT = { click: { time: Infinity } };
const WORLD = { latitude: 0, longitude: 0, zoom: 1 };
/** Views that show the earth, so that there is something to lie under it. */
const OF_THE_EARTH = new Set(['MapView', '_GlobeView', 'GlobeView']);

/** What draws maps on this page; an error says why nothing does. */
export async function pydeck(manager: WidgetManager): Promise<Engine> {
  if (!document.createElement('canvas').getContext('webgl2')) {
    throw new Error('this browser has no WebGL');
  }
  const [library, coasts] = await Promise.all([
    modules.load('pydeck', manager),
    modules.load('coasts', manager).catch(() => null)
  ]);
  const land = coasts && (coasts as { coasts(): unknown }).coasts();
  return pydeckEngine((library as { default: Library }).default, land);
}

export function pydeckEngine(library: Library, land: unknown): Engine {
  return {
    draw(host, state, hooks) {
      return Promise.resolve(new PydeckMap(library, land, host, state, hooks));
    }
  };
}

class PydeckMap implements Drawn {
  readonly #box = document.createElement('div');
  readonly #stage = document.createElement('div');
  readonly #layers: Layers;
  readonly #deck: Deck;
  #view = '';
  /** What it was told last; nothing after what it could not draw. */
  #told = '';
  #own: Layer[] = [];
  #ground: Layer[] = [];
  #chosen: Chosen = new Map();

  constructor(
    readonly library: Library,
    readonly land: unknown,
    readonly host: HTMLElement,
    private state: ChartState,
    readonly hooks: Hooks
  ) {
    this.#layers = new Layers(library);
    this.#box.className = 'jss-chart-map';
    this.#stage.className = 'jss-chart-map-stage';
    this.#box.append(this.#stage);
    // A wheel alone scrolls the page; with a key it is the map's.
    this.#box.addEventListener('wheel', scrollPast, { capture: true, passive: false });
    host.replaceChildren(this.#box);
    try {
      this.#deck = this.#created();
    } catch (error) {
      host.replaceChildren();
      throw error;
    }
    this.#show();
  }

  #created(): Deck {
    const props = this.#props(); // what is wrong with it is found before there is a canvas
    const deck = this.library.createDeck({
      container: this.#stage,
      jsonInput: {
        initialViewState: WORLD,
        controller: true,
        eventRecognizerOptions: PATIENT,
        onClick: (info: Picked) => {
          this.#click(info);
        },
        onHover: (info: Picked) => {
          this.#hover(info);
        },
        getTooltip: null
      },
      tooltip: false
    });
    if (!deck) {
      throw new Error('deck.gl could not start');
    }
    deck.setProps(props);
    return deck;
  }

  async update(state: ChartState): Promise<void> {
    await (state.spec === this.#told ? this.#shown(state) : this.redraw(state));
  }

  async redraw(state: ChartState): Promise<void> {
    this.state = state;
    this.#deck.setProps(this.#props());
    await this.#shown(state);
  }

  #shown(state: ChartState): Promise<void> {
    this.state = state;
    this.#show();
    return Promise.resolve();
  }

  dispose(): void {
    hideTip();
    this.#deck.finalize();
    this.host.replaceChildren();
  }

  /** Sizes, and what those are told who cannot see it. */
  #show(): void {
    const { height, alt } = this.state;
    this.#box.style.height = typeof height === 'number' ? `${String(height)}px` : '';
    const canvas = this.#stage.querySelector('canvas');
    if (canvas) {
      setAttributes(canvas, { role: 'img', 'aria-label': alt || 'Map' });
    }
  }

  /** What the map is told; where its user went stays, unless the author shows another place. */
  #props(): Dict {
    this.#told = '';
    const { layers, initialViewState, ...others } = JSON.parse(this.state.spec) as Dict;
    this.#chosen = chosenOf(this.state);
    this.#own = this.#layers.of(list(layers), channels(themeOf(this.host).text));
    const made = converted(this.library, others);
    const place = JSON.stringify(initialViewState ?? WORLD);
    const isElsewhere = place !== this.#view;
    this.#view = place;
    this.#ground = this.#under(list(others['views']));
    this.#told = this.state.spec;
    return {
      views: null,
      effects: [],
      ...made,
      ...(isElsewhere ? { initialViewState: JSON.parse(place) as unknown } : {}),
      layers: this.#painted()
    };
  }

  #painted(): Layer[] {
    const own = this.#own.map(layer => painted(layer, [...(this.#chosen.get(layer.id)?.keys() ?? [])]));
    return [...this.#ground.map(layer => layer.clone({})), ...own];
  }

  #under(views: unknown[]): Layer[] {
    if (!this.land || !views.every(view => OF_THE_EARTH.has(String(dict(view)['@@type'])))) {
      return [];
    }
    const gray = channels(themeOf(this.host).named['gray']);
    const description = {
      '@@type': 'GeoJsonLayer',
      id: 'jss-coasts',
      getFillColor: [...gray, 50],
      getLineColor: [...gray, 150],
      lineWidthUnits: 'pixels',
      getLineWidth: 1,
      updateTriggers: { getFillColor: gray, getLineColor: gray }
    };
    const [layer] = list(converted(this.library, { layers: [description] })['layers']);
    return [(layer as Layer).clone({ data: this.land })];
  }

  #click({ picked, index, object, layer }: Picked): void {
    const { modes, options } = this.state;
    const name = layer?.id ?? '';
    if (modes.length === 0 || !picked || index < 0 || !list(options['selectable']).includes(name)) {
      return;
    }
    const was = this.#chosen.get(name)?.has(index) ?? false;
    if (!modes.includes('multi-object')) {
      this.#chosen = new Map();
    }
    const chosen = new Map(this.#chosen.get(name));
    if (was) {
      chosen.delete(index);
    } else {
      chosen.set(index, object ?? {});
    }
    this.#chosen = new Map(this.#chosen).set(name, chosen);
    if (chosen.size === 0) {
      this.#chosen.delete(name);
    }
    this.#deck.setProps({ layers: this.#painted() });
    this.hooks.select(selectionOf(this.#chosen));
  }

  #hover({ picked, object, x, y }: Picked): void {
    const tooltip = this.state.options['tooltip'];
    if (!picked || !tooltip || object === undefined || object === null) {
      hideTip();
      return;
    }
    const { left, top } = this.#stage.getBoundingClientRect();
    placeTip(typeof tooltip === 'string' ? filled(tooltip, object) : fields(object), left + x, top + y);
  }
}

function channels(colour: string | undefined): Colour {
  const [red = 128, green = 128, blue = 128] = (colour?.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

function chosenOf({ selection }: ChartState): Chosen {
  const objects = dict(selection['objects']);
  return new Map(
    Object.entries(dict(selection['indices'])).map(([name, indices]) => [
      name,
      new Map(list(indices).map((index, number) => [Number(index), list(objects[name])[number]]))
    ])
  );
}

function selectionOf(chosen: Chosen): Dict {
  if (chosen.size === 0) {
    return {};
  }
  const layers = [...chosen];
  return {
    indices: Object.fromEntries(layers.map(([name, found]) => [name, [...found.keys()]])),
    objects: Object.fromEntries(layers.map(([name, found]) => [name, [...found.values()]]))
  };
}
