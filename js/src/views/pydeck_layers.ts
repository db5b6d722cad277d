// Layers of deck.gl, made of what pydeck says of them. Data stay apart: deck.gl's converter takes texts that begin with
// certain signs for programs, and data may hold any text.
export type Dict = Record<string, unknown>;

export type Colour = readonly [red: number, green: number, blue: number];

export interface Layer {
  id: string;
  props: Dict;
  clone(props: Dict): Layer;
}

/** What pydeck's own browser code can do. */
export interface Library {
  createDeck(told: Dict): Deck | undefined;
  updateDeck(spec: Dict, deck: Pick<Deck, 'setProps'>): void;
}

export interface Deck {
  setProps(props: Dict): void;
  finalize(): void;
}

/** Which colours an object has, by layer. */
const COLOURS = ['getFillColor', 'getLineColor', 'getSourceColor', 'getTargetColor'];
const SINGLE_COLOUR = ['getColor'];
const COLOUR_OF_WORDS = ['getTextColor'];
const FADED = 0.25;

type Accessor = (object: unknown, info: { index: number }) => unknown;

export function dict(value: unknown): Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dict) : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** What deck.gl makes of a description. */
export function converted(library: Library, spec: Dict): Dict {
  let found: Dict = {};
  library.updateDeck(spec, {
    setProps: props => {
      found = props;
    }
  });
  return found;
}

/** The layers of a description; what did not change since the last one keeps its data, which are not drawn anew. */
export class Layers {
  #known = new Map<string, { text: string; layer: Layer }>();

  constructor(readonly library: Library) {}

  /**
   * @param ink the colour of what has none of its own
   */
  of(descriptions: unknown[], ink: Colour): Layer[] {
    const known = new Map<string, { text: string; layer: Layer }>();
    const layers = descriptions.map((description, number) => {
      const text = JSON.stringify([description, ink]);
      const name = `${String(number)} ${String(dict(description)['id'])}`;
      const before = this.#known.get(name);
      const layer = before?.text === text ? before.layer : this.#made(dict(description), ink);
      known.set(name, { text, layer });
      return layer.clone({}); // deck.gl uses up what it is given
    });
    this.#known = known;
    return layers;
  }

  #made({ data, ...description }: Dict, ink: Colour): Layer {
    const [made] = list(converted(this.library, { layers: [description] })['layers']);
    if (!made) {
      throw new Error(`deck.gl has no layer ${JSON.stringify(description['@@type'] ?? null)}`);
    }
    const loading = dict(description['loadOptions']);
    // Workers would be fetched from another server.
    const loadOptions = { ...loading, worker: false, core: { ...dict(loading['core']), worker: false } };
    const layer = inked(made as Layer, description, ink);
    return layer.clone(data === undefined ? { loadOptions } : { data, loadOptions });
  }
}

/** A layer that can be seen in the dark: what deck.gl draws in black when nobody says a colour has that of the words. */
function inked(layer: Layer, description: Dict, ink: Colour): Layer {
  const bare = [...coloursOf(layer), ...COLOUR_OF_WORDS].filter(
    name => name in layer.props && !(name in description)
  );
  const triggers = dict(layer.props['updateTriggers']);
  const painted = Object.fromEntries(bare.map(name => [name, ink]));
  return layer.clone({ ...painted, updateTriggers: { ...triggers, ...painted } });
}

function coloursOf(layer: Layer): string[] {
  return 'getFillColor' in layer.props ? COLOURS : [...SINGLE_COLOUR, ...COLOURS];
}

/**
 * A layer in which all but the chosen objects are pale, if there are some. deck.gl looks only at triggers that a layer
 * has: they are there without a choice too.
 */
export function painted(layer: Layer, chosen: readonly number[]): Layer {
  const found = coloursOf(layer).filter(name => name in layer.props);
  const wanted = new Set(chosen);
  const paint = (given: unknown): Accessor => {
    return (object, info) => {
      const colour = typeof given === 'function' ? (given as Accessor)(object, info) : given;
      return wanted.has(info.index) ? colour : faded(colour);
    };
  };
  const triggers = dict(layer.props['updateTriggers']);
  return layer.clone({
    ...(chosen.length > 0 ? Object.fromEntries(found.map(name => [name, paint(layer.props[name])])) : {}),
    updateTriggers: {
      ...triggers,
      ...Object.fromEntries(found.map(name => [name, [triggers[name], chosen.join()]]))
    }
  });
}

function faded(colour: unknown): unknown {
  const parts = list(colour) as number[];
  return parts.length < 3 ? colour : [...parts.slice(0, 3), (parts[3] ?? 255) * FADED];
}
