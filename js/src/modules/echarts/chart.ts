// One chart of ECharts: drawn, changed in place, selected in.
import type { EChartsType } from 'echarts/core';
import type { ChartState, Drawn, Hooks, Selection } from '../../views/chart';
import { themeOf } from '../../views/theme';
import { scrollPast } from '../../views/wheel';
import { columns } from '../charts/columns';
import { withKept } from './kept';
import { plainLook, themedLook } from './look';
import { cleaned, isOption } from './option';
import type { Option } from './option';
import { areasOf, isBrushed, pickedOf, selectionOf } from './selecting';
import type { Area, Picked } from './selecting';
import { sources } from './sources';
import type { FormatTime } from './tips';

type Renderer = 'canvas' | 'svg';

export interface Library {
  init(node: HTMLElement, theme: object, options: { renderer: Renderer }): EChartsType;
  formatTime: FormatTime;
}

interface Brushed {
  batch?: { areas?: Area[]; selected?: Picked[] }[];
}

/** Beyond so many values a canvas draws faster than the browser does the parts of a picture. */
const MANY_POINTS = 1_000;
const SETTLE_MS = 150;

export class EChart implements Drawn {
  readonly #node = document.createElement('div');
  readonly #observer: ResizeObserver;
  #chart: EChartsType | null = null;
  #renderer: Renderer = 'svg';
  #state: ChartState | null = null;
  /** The description that is shown, without what was done in the chart since. */
  #option: Option = {};
  #picked: Picked[] = [];
  #brushed: Picked[] = [];
  #areas: Area[] = [];
  #restoring = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly library: Library,
    readonly host: HTMLElement,
    readonly hooks: Hooks
  ) {
    this.#node.className = 'jss-chart-panel';
    // A wheel alone scrolls the page; with a key it is the chart's.
    this.#node.addEventListener('wheel', scrollPast, { capture: true, passive: false });
    this.#node.addEventListener('dblclick', () => {
      this.#clear();
    });
    this.#observer = new ResizeObserver(() => {
      this.#chart?.resize();
    });
    host.replaceChildren(this.#node);
    this.#observer.observe(this.#node);
  }

  update(state: ChartState): Promise<void> {
    return new Promise(resolve => {
      this.#show(state);
      resolve();
    });
  }

  redraw(state: ChartState): Promise<void> {
    return new Promise(resolve => {
      this.#state = state;
      this.#draw(state, true);
      resolve();
    });
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#close();
    this.host.replaceChildren();
  }

  #show(state: ChartState): void {
    const before = this.#state;
    this.#state = state;
    this.#node.style.height = typeof state.height === 'number' ? `${String(state.height)}px` : '';
    const same = (...names: (keyof ChartState)[]) => names.every(n => Object.is(before?.[n], state[n]));
    if (!this.#chart || !same('spec', 'data', 'theme') || this.#renderer !== rendererOf(state)) {
      this.#draw(state, !same('theme'));
    } else if (!same('height')) {
      this.#chart.resize();
    }
  }

  #close(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#chart?.dispose();
    this.#chart = null;
  }

  #look({ theme }: ChartState): object {
    return theme ? themedLook(themeOf(this.host)) : plainLook;
  }

  /** Show a description in the chart that is there; one that fails leaves none, since ECharts is half done then. */
  #draw(state: ChartState, hasOtherLook: boolean): void {
    try {
      if (hasOtherLook) {
        this.#chart?.setTheme(this.#look(state));
      }
      const given = JSON.parse(state.spec) as unknown;
      if (!isOption(given)) {
        throw new Error('its description is no object.');
      }
      this.#set(state, cleaned(given, sources(columns(state.data)), this.library.formatTime));
    } catch (error) {
      this.#close();
      throw error;
    }
    this.hooks.describe(this.#node.getAttribute('aria-label') ?? '');
  }

  #set(state: ChartState, option: Option): void {
    const renderer = rendererOf(state);
    if (this.#renderer !== renderer) {
      this.#close();
      this.#renderer = renderer;
    }
    const chart = this.#chart ?? this.#opened(state);
    const now = chart.getOption() as Option | undefined;
    try {
      chart.setOption(settled(now ? withKept(option, this.#option, now) : option), { notMerge: true });
    } catch (error) {
      throw told(error);
    }
    this.#option = option;
    this.#restore(state.selection);
  }

  #opened(state: ChartState): EChartsType {
    this.#node.replaceChildren();
    const chart = this.library.init(this.#node, this.#look(state), { renderer: this.#renderer });
    this.#chart = chart;
    if (state.modes.length > 0) {
      this.#listen(chart);
    }
    return chart;
  }

  // -- selections

  #listen(chart: EChartsType): void {
    chart.on('selectchanged', told => {
      this.#picked = ((told as { selected?: Picked[] }).selected ?? []).map(copied);
      this.#tell();
    });
    chart.on('brushselected', told => {
      const batch = (told as Brushed).batch ?? [];
      this.#brushed = batch.flatMap(({ selected }) => selected ?? []).map(copied);
      this.#areas = batch
        .flatMap(({ areas }) => areas ?? [])
        .map((area, brushIndex) => ({ ...area, brushIndex }));
      this.#tell();
    });
  }

  get #selection(): Selection {
    return selectionOf([...this.#picked, ...this.#brushed], this.#areas, this.#option);
  }

  /** Tell what is selected once it stays so for a moment. */
  #tell(): void {
    if (!this.#restoring) {
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => {
        this.#settling = undefined;
        this.hooks.select(this.#selection);
      }, SETTLE_MS);
    }
  }

  #clear(): void {
    if (this.#state?.modes.length === 0) {
      return;
    }
    const picked = this.#picked;
    this.#picked = [];
    this.#brushed = [];
    this.#areas = [];
    this.#tell();
    this.#apply({ picked, areas: [], type: 'unselect' });
  }

  /** Show what is selected: what was so here, if only a moment ago, or what the kernel says. */
  #restore(selection: Selection): void {
    if (this.#state?.modes.length === 0) {
      return;
    }
    const isToBeTold = this.#settling !== undefined;
    if (!isToBeTold && JSON.stringify(this.#selection) !== JSON.stringify(selection)) {
      this.#picked = pickedOf(selection, this.#option);
      this.#areas = areasOf(selection, this.#option);
      this.#brushed = [];
    }
    this.#apply({ picked: this.#picked, areas: this.#areas, type: 'select' });
  }

  /** What is done here is not told. */
  #apply({ picked, areas, type }: { picked: Picked[]; areas: Area[]; type: string }): void {
    this.#restoring = true;
    picked.forEach(one => this.#chart?.dispatchAction({ type, ...one }));
    if (isBrushed(this.#option)) {
      this.#chart?.dispatchAction({ type: 'brush', areas: areas.map(area => ({ ...area })) });
    }
    setTimeout(() => {
      this.#restoring = false;
    });
  }
}

function copied({ seriesIndex, dataIndex, dataType }: Picked): Picked {
  return { seriesIndex, dataIndex: [...dataIndex], ...(dataType === undefined ? {} : { dataType }) };
}

function rendererOf({ options, points }: ChartState): Renderer {
  return options['renderer'] === 'svg' || points <= MANY_POINTS ? 'svg' : 'canvas';
}

/** Nothing moves for those who asked for that, and those who cannot see are told of the data. */
function settled(option: Option): Option {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { aria, baseOption } = option;
  if (isOption(baseOption)) {
    return { ...option, baseOption: settled(baseOption) };
  }
  return {
    ...option,
    ...(still ? { animation: false } : {}),
    aria: { enabled: true, ...(isOption(aria) ? aria : {}) }
  };
}

/** What ECharts says of a description, as the words of that library. */
function told(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`ECharts could not draw its description (${message.replace(/\.$/, '')}).`);
}
