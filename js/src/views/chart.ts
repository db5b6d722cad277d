// A chart: a box on the page that a library of its own draws into, once that has come.
import { asString, element, setAttributes } from './dom';
import { changes, follow } from './follow';
import type { Model, RenderContext } from './host';
import { modules } from './modules';
import { plotly } from './plotly';
import { pydeck } from './pydeck';
import { onThemeChange } from './theme';

export type Selection = Record<string, unknown>;

/** What a chart shows, as the kernel says it. */
export interface ChartState {
  spec: string;
  data: DataView | null;
  theme: string;
  width: number | string;
  height: number | string;
  modes: string[];
  points: number;
  alt: string;
  options: Record<string, unknown>;
  /** How much room there is. */
  room: number;
  selection: Selection;
}

export interface Hooks {
  select(selection: Selection): void;
  /** Say in words what is drawn, for those who cannot see it. */
  describe(words: string): void;
}

/** What a library drew. */
export interface Drawn {
  /** Show another state, in place. */
  update(state: ChartState): Promise<void>;
  /** Draw anew, since the theme is another one, or what was selected is not any more. */
  redraw(state: ChartState): Promise<void>;
  dispose(): void;
}

export interface Engine {
  draw(host: HTMLElement, state: ChartState, hooks: Hooks): Promise<Drawn>;
}

const TRAITS = ['spec', 'data', 'theme', 'options', 'points', 'alt'];
const LEAST_HEIGHT = 350;
/** Libraries whose charts have nothing in them that the keyboard could reach. */
const PICTURES = new Set(['vega', 'echarts']);

/** What no library of ours draws is told in words. */
function inWords(words: (state: ChartState) => string): Engine {
  return {
    draw(host, state) {
      const say = (now: ChartState) => {
        host.replaceChildren(element('p', 'jss-chart-words', {}, words(now)));
        return Promise.resolve();
      };
      return say(state).then(() => ({
        update: say,
        redraw: say,
        dispose: () => {
          host.replaceChildren();
        }
      }));
    }
  };
}

async function loaded(name: string, model: Model): Promise<Engine> {
  if (name === 'pydeck') {
    return pydeck(model.widget_manager);
  }
  const module = await modules.load(name === 'vega' ? 'charts' : name, model.widget_manager);
  return name === 'plotly' ? plotly(module) : (module as Engine);
}

/** What draws a chart; where nothing can, those that bring words are told in them, with the reason. */
async function engineOf(name: string, model: Model): Promise<Engine> {
  try {
    return await loaded(name, model);
  } catch (error) {
    const { words } = (model.get('options') ?? {}) as Record<string, unknown>;
    if (!words) {
      throw error;
    }
    return inWords(({ options }) => `${asString(options['words'])} It is not drawn: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

class ChartView {
  readonly #model: Model;
  readonly #box: HTMLDivElement;
  readonly #host = element('div', 'jss-chart-host');
  readonly #stage = element('div', 'jss-chart-stage', {}, this.#host);
  readonly #problem = element('div', 'jss-chart-problem', { role: 'alert' });
  readonly #waiting = element('div', 'jss-chart-waiting', {}, 'Loading the chart…');
  readonly #empty = element('div', 'jss-chart-empty', {}, 'There is no data to draw.');
  readonly #observer: ResizeObserver;
  readonly #unwatch: () => void;
  #drawn: Drawn | null = null;
  #room = 0;
  #sent = '{}';
  #busy = false;
  #again = false;
  #anew = false;
  #disposed = false;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#problem.hidden = true;
    this.#box = element('div', 'jss-chart', {}, this.#waiting, this.#stage, this.#empty, this.#problem);
    el.classList.add('jss-chart-view');
    el.append(this.#box);
    this.#sent = JSON.stringify(this.#selection);
    // A reader is told the name of a picture; the others have links and buttons of their own.
    const isPicture = PICTURES.has(asString(model.get('engine')));
    setAttributes(this.#stage, { role: isPicture ? 'img' : 'group' });
    setAttributes(this.#host, { 'aria-hidden': isPicture ? 'true' : null });
    this.describe();
    this.#observer = new ResizeObserver(() => {
      this.#measure();
    });
    this.#observer.observe(this.#box);
    this.#unwatch = onThemeChange(() => {
      this.#anew = true;
      this.show();
    });
    this.#waiting.style.minHeight = `${typeof this.#height === 'number' ? this.#height : LEAST_HEIGHT}px`;
  }

  get #options(): Record<string, unknown> {
    return (this.#model.get('options') ?? {}) as Record<string, unknown>;
  }

  get #isEmpty(): boolean {
    return this.#options['empty'] === true;
  }

  get #height(): number | string {
    return this.#options['height'] as number | string;
  }

  get #selection(): Selection {
    return (this.#model.get('value') ?? {}) as Selection;
  }

  get #state(): ChartState {
    const options = this.#options;
    return {
      spec: asString(this.#model.get('spec')),
      data: (this.#model.get('data') ?? null) as DataView | null,
      theme: asString(this.#model.get('theme')),
      width: (options['width'] ?? 'stretch') as number | string,
      height: (options['height'] ?? 'content') as number | string,
      modes: (options['modes'] ?? []) as string[],
      points: Number(this.#model.get('points')),
      alt: asString(this.#model.get('alt')),
      options,
      room: this.#room,
      selection: this.#selection
    };
  }

  describe(): void {
    const { width, height } = this.#state;
    setAttributes(this.#stage, { 'aria-label': asString(this.#model.get('alt')) || 'Chart' });
    this.#box.style.width = typeof width === 'number' ? `${width}px` : '';
    this.#box.classList.toggle('jss-chart-high', height === 'stretch');
    this.#empty.hidden = !this.#isEmpty;
  }

  /** What was selected is another thing than this view said: it was cleared, or another view said it. */
  adopt(): void {
    const now = JSON.stringify(this.#selection);
    if (now !== this.#sent) {
      this.#sent = now;
      this.#anew = true;
      this.show();
    }
  }

  #measure(): void {
    const room = Math.floor(this.#box.clientWidth);
    if (room > 0 && Math.abs(room - this.#room) > 1) {
      this.#room = room;
      this.show();
    }
  }

  /** Show what there is to show, one pass at a time; what comes during a pass leads to one more. */
  show(): void {
    this.#again = true;
    if (!this.#busy && this.#room > 0) {
      this.#busy = true;
      queueMicrotask(() => void this.#passes());
    }
  }

  async #passes(): Promise<void> {
    while (this.#again && !this.#disposed) {
      this.#again = false;
      try {
        await this.#pass();
        this.#say('');
      } catch (error) {
        this.#say(reasonOf(error));
      }
      this.#waiting.hidden = true;
    }
    this.#busy = false;
  }

  async #pass(): Promise<void> {
    const anew = this.#anew;
    this.#anew = false;
    if (this.#isEmpty) {
      return;
    }
    if (!this.#drawn) {
      const engine = await engineOf(asString(this.#model.get('engine')), this.#model);
      if (this.#disposed) {
        return;
      }
      const drawn = await engine.draw(this.#host, this.#state, {
        select: selection => {
          this.#select(selection);
        },
        describe: words => {
          setAttributes(this.#stage, { 'aria-description': words || null });
        }
      });
      this.#drawn = drawn;
      if (this.#isOver()) {
        drawn.dispose();
      }
      return;
    }
    await (anew ? this.#drawn.redraw(this.#state) : this.#drawn.update(this.#state));
  }

  #isOver(): boolean {
    return this.#disposed;
  }

  #say(problem: string): void {
    this.#problem.hidden = !problem;
    this.#problem.textContent = problem ? `This chart cannot be drawn: ${problem}` : '';
    this.#stage.hidden = Boolean(problem) || !this.#empty.hidden;
    // What is wider than the page must be within reach of the keyboard.
    const scrolls = this.#box.scrollWidth > this.#box.clientWidth + 1;
    setAttributes(this.#box, { tabindex: scrolls ? 0 : null });
  }

  #select(selection: Selection): void {
    const sent = JSON.stringify(selection);
    if (sent !== this.#sent) {
      this.#sent = sent;
      this.#model.set('value', JSON.parse(sent));
      this.#model.save_changes();
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#observer.disconnect();
    this.#unwatch();
    this.#drawn?.dispose();
  }
}

function render(context: RenderContext): (() => void) | undefined {
  const view = new ChartView(context.model, context.el);
  const show = changes(TRAITS, () => {
    view.describe();
    view.show();
  });
  const adopt = changes(['value'], () => {
    view.adopt();
  });
  return follow(context, { ...show, ...adopt }, () => {
    view.dispose();
  });
}

export const chart = { initialize(): void {}, render };
