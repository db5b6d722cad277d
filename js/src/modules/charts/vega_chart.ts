// One chart of Vega: compiled from Vega-Lite, drawn, and changed in place.
import { parse, read, View } from 'vega';
import type { Spec as VegaSpec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { TopLevelSpec } from 'vega-lite';
import type { ChartState, Drawn, Hooks, Selection } from '../../views/chart';
import { element } from '../../views/dom';
import { themeOf } from '../../views/theme';
import land from 'world-atlas/land-110m.json';
import { check, told } from './check';
import { unpack } from './columns';
import type { Tables } from './columns';
import { plainConfig, themedConfig } from './config';
import { isSingle, legendColumns, sized, wrapsOtherwise } from './sizes';
import type { Spec } from './sizes';
import { hideTip, showTip } from '../../views/tip';

/** Beyond so many points a canvas draws faster than the browser does the parts of a picture. */
const MANY_POINTS = 1_000;
const SPARE = 60;
const SETTLE_MS = 150;

type Parsing = Record<string, string>;

export class VegaChart implements Drawn {
  readonly #host: HTMLElement;
  readonly #hooks: Hooks;
  #state: ChartState;
  #view: View | null = null;
  #parsing = new Map<string, Parsing>();
  #spare = SPARE;
  #selection: Selection = {};
  #settling: ReturnType<typeof setTimeout> | undefined;
  #problem = '';
  #broken = false;

  constructor(host: HTMLElement, state: ChartState, hooks: Hooks) {
    this.#host = host;
    this.#state = state;
    this.#hooks = hooks;
  }

  async update(state: ChartState): Promise<void> {
    const before = this.#state;
    this.#state = state;
    this.#selection = { ...state.selection };
    const same = (...names: (keyof ChartState)[]) => names.every(n => Object.is(before[n], state[n]));
    if (
      !this.#view ||
      this.#broken ||
      !same('spec', 'theme') ||
      !sameSizes(before, state) ||
      this.#renderer(before) !== this.#renderer(state)
    ) {
      await this.#draw(true);
      return;
    }
    if (before.data !== state.data) {
      this.#fill(this.#view, unpack(state.data));
    }
    if (before.room !== state.room && state.width === 'stretch') {
      if (!isSingle(this.#spec()) || wrapsOtherwise(state.spec, before.room, state.room)) {
        await this.#draw(true);
        return;
      }
      this.#view.width(state.room);
    }
    await this.#run(this.#view);
  }

  async redraw(): Promise<void> {
    await this.#draw(JSON.stringify(this.#selection) === JSON.stringify(this.#state.selection));
  }

  async start(): Promise<void> {
    await this.#draw(false);
  }

  dispose(): void {
    clearTimeout(this.#settling);
    hideTip();
    this.#view?.finalize();
    this.#view = null;
    this.#host.replaceChildren();
  }

  #renderer({ points }: ChartState): 'canvas' | 'svg' {
    return points > MANY_POINTS ? 'canvas' : 'svg';
  }

  #spec(): Spec {
    const { named } = themeOf(this.#host);
    const { width, room } = this.#state;
    return JSON.parse(this.#state.spec, (_, value: unknown) => {
      if (typeof value !== 'string' || !value.startsWith('jss:')) {
        return value;
      }
      const name = value.slice(4);
      if (name.startsWith('columns:')) {
        return legendColumns(Number(name.slice(8)), typeof width === 'number' ? width : room);
      }
      return name === 'land' ? land : (named[name] ?? 'gray');
    }) as Spec;
  }

  /** Draw anew beside what is shown, and take its place when that is done: nothing flickers. */
  async #draw(keep: boolean): Promise<void> {
    const node = element('div');
    const old = this.#view;
    this.#broken = true; // until it is drawn
    const view = await this.#made(node);
    this.#broken = false;
    if (keep && old) {
      await restore(old, view);
    }
    hideTip();
    old?.finalize();
    this.#view = view;
    this.#host.replaceChildren(node);
    this.#listen(view);
    await this.#fit(node);
  }

  async #made(node: HTMLElement): Promise<View> {
    const { theme } = this.#state;
    const config = theme ? themedConfig(themeOf(this.#host)) : plainConfig;
    const quiet = { level: () => quiet, error: noop, warn: noop, info: noop, debug: noop } as never;
    const said = this.#spec();
    check(said);
    const spec = sized(said, this.#state, this.#spare) as unknown as TopLevelSpec;
    const [made, runtime] = attempt(() => {
      const compiled = compile(spec, { config, logger: quiet }).spec;
      return [compiled, parse(compiled, config, { ast: true })] as const;
    });
    this.#note(made);
    const view = new View(runtime, {
      expr: expressionInterpreter as never,
      logger: this.#logger(),
      renderer: this.#renderer(this.#state),
      hover: true
    });
    view.tooltip(showTip as never);
    this.#fill(view, unpack(this.#state.data));
    view.initialize(node);
    try {
      await this.#run(view);
    } catch (error) {
      view.finalize();
      throw error;
    }
    return view;
  }

  /** Vega tells of errors in a running chart instead of raising them. */
  #logger(): never {
    const logger = {
      level: (level?: number) => (level === undefined ? 1 : logger),
      error: (...said: unknown[]) => {
        this.#problem ||= said.map(part => (part instanceof Error ? part.message : String(part))).join(' ');
        return logger;
      },
      warn: () => logger,
      info: () => logger,
      debug: () => logger
    };
    return logger as never;
  }

  async #run(view: View): Promise<void> {
    this.#problem = '';
    await view.runAsync();
    if (this.#problem) {
      throw told(this.#problem);
    }
  }

  /** Note how texts in the data are to be read: Vega does so with data of the description alone. */
  #note(spec: VegaSpec): void {
    this.#parsing = new Map(
      (spec.data ?? []).map(({ name, ...rest }) => {
        const format = (rest as { format?: { parse?: Parsing } }).format;
        return [name, format?.parse ?? {}];
      })
    );
  }

  #fill(view: View, tables: Tables): void {
    for (const [name, rows] of Object.entries(tables)) {
      const parsing = this.#parsing.get(name);
      if (parsing) {
        view.data(name, read(rows as never, { type: 'json', parse: parsing } as never));
      }
    }
  }

  #listen(view: View): void {
    for (const mode of this.#state.modes) {
      try {
        view.addSignalListener(mode, (_, value: unknown) => {
          this.#selected(mode, value);
        });
      } catch {
        // the description defines it where no signal of this name comes of it
      }
    }
  }

  #selected(mode: string, value: unknown): void {
    const points = (value as { vlPoint?: { or?: unknown } } | null)?.vlPoint?.or;
    const found = points ?? value;
    const empty = typeof found !== 'object' || found === null || Object.keys(found).length === 0;
    const rest = Object.fromEntries(Object.entries(this.#selection).filter(([name]) => name !== mode));
    this.#selection = empty ? rest : { ...rest, [mode]: found };
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#hooks.select(this.#selection);
    }, SETTLE_MS);
  }

  /** Views below each other must leave room for their axes, which is known once they are drawn. */
  async #fit(node: HTMLElement): Promise<void> {
    const { room, width } = this.#state;
    if (width !== 'stretch' || isSingle(this.#spec()) || !('vconcat' in this.#spec())) {
      return;
    }
    const drawn = node.querySelector('svg, canvas')?.getBoundingClientRect().width ?? room;
    const spare = Math.round(this.#spare + drawn - room);
    if (Math.abs(spare - this.#spare) > 2 && spare > 0 && spare < room / 2) {
      this.#spare = spare;
      await this.#draw(true);
    }
  }
}

function sameSizes(a: ChartState, b: ChartState): boolean {
  return a.width === b.width && a.height === b.height && String(a.modes) === String(b.modes);
}

/** What was selected, and how far was zoomed, is so in the new one too, where it has the same parts. */
async function restore(from: View, to: View): Promise<void> {
  try {
    const state = from.getState({
      signals: name => Boolean(name) && name !== 'width' && name !== 'height' && !name?.startsWith('child'),
      data: name => Boolean(name?.endsWith('_store'))
    });
    to.setState(state);
    await to.runAsync();
  } catch {
    // another chart
  }
}

function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw told(error);
  }
}

function noop(): void {}
