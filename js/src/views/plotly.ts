// Plotly's charts. The library is that of the author's Python package; this is what it is told.
import type { ChartState, Drawn, Engine, Hooks, Selection } from './chart';
import { palette } from './palette';
import { themeOf } from './theme';
import type { Theme } from './theme';

type Dict = Record<string, unknown>;

interface PlotlyHost extends HTMLElement {
  on(event: string, callback: (told?: Told) => void): void;
}

interface Told {
  points?: Dict[];
  selections?: Dict[];
}

interface Plotly {
  react(host: HTMLElement, data: unknown, layout: Dict, config: Dict): Promise<unknown>;
  purge(host: HTMLElement): void;
}

const HEIGHT = 450;
const WIDTH = 700;
/** The colours that Plotly's default template gives to what has none; Plotly Express writes them into figures. */
const DEFAULTS = [
  ...['#636efa', '#ef553b', '#00cc96', '#ab63fa', '#ffa15a'],
  ...['#19d3f3', '#ff6692', '#b6e880', '#ff97ff', '#fecb52']
];
const DEFAULT_GROUND = '#e5ecf6';
/** Parts of a point that are no data of it. */
const APART = new Set(['data', 'fullData', 'xaxis', 'yaxis', 'bbox']);

export function plotly(module: unknown): Engine {
  const library = (module as { default: Plotly }).default;
  return {
    async draw(host, state, hooks) {
      const chart = new PlotlyChart(library, host as PlotlyHost, state, hooks);
      await chart.draw();
      chart.listen();
      return chart;
    }
  };
}

class PlotlyChart implements Drawn {
  constructor(
    readonly library: Plotly,
    readonly host: PlotlyHost,
    private state: ChartState,
    readonly hooks: Hooks
  ) {}

  async update(state: ChartState): Promise<void> {
    this.state = state;
    await this.draw();
  }

  async redraw(): Promise<void> {
    if (Object.keys(this.state.selection).length > 0) {
      this.library.purge(this.host); // what the figure still shows as selected is not
      await this.draw();
      this.listen();
    } else {
      await this.draw();
    }
  }

  dispose(): void {
    this.library.purge(this.host);
  }

  async draw(): Promise<void> {
    const { theme, spec } = this.state;
    const look = theme ? themeOf(this.host) : null;
    const figure = JSON.parse(look ? recoloured(spec, palette(look)) : spec) as Dict;
    const layout = this.#layout(dict(figure['layout']), look);
    await this.library.react(this.host, figure['data'] ?? [], layout, {
      displaylogo: false,
      modeBarButtonsToRemove: this.#unwanted(),
      ...dict(this.state.options['config']),
      responsive: false
    });
  }

  #layout(layout: Dict, look: Theme | null): Dict {
    const { width, height, room, modes } = this.state;
    const given = dict(layout['template']);
    const isDefault = groundOf(given) === DEFAULT_GROUND || Object.keys(given).length === 0;
    const made: Dict = { uirevision: 'same', ...layout };
    if (look && isDefault) {
      made['template'] = themed(look);
    }
    if (look) {
      made['margin'] = margin(layout);
    }
    made['width'] =
      width === 'stretch' ? room : typeof width === 'number' ? width : (layout['width'] ?? WIDTH);
    made['height'] = typeof height === 'number' ? height : (layout['height'] ?? HEIGHT);
    if (modes.length > 0) {
      made['clickmode'] ??= modes.includes('points') ? 'event+select' : 'event';
      made['hovermode'] ??= 'closest';
      made['dragmode'] ??= modes.includes('box') ? 'select' : modes.includes('lasso') ? 'lasso' : 'zoom';
    }
    return made;
  }

  #unwanted(): string[] {
    const { modes } = this.state;
    const buttons: [string, string][] = [
      ['box', 'select2d'],
      ['lasso', 'lasso2d']
    ];
    return buttons.filter(([mode]) => !modes.includes(mode)).map(([, button]) => button);
  }

  listen(): void {
    if (this.state.modes.length === 0) {
      return;
    }
    this.host.on('plotly_selected', told => {
      const found = told && selected(told);
      if (found && this.#isWanted(found)) {
        this.hooks.select(found);
      }
    });
    this.host.on('plotly_deselect', () => {
      this.hooks.select({});
    });
  }

  #isWanted({ box, lasso }: Selection): boolean {
    const modes = this.state.modes;
    const areas = (found: unknown) => (found as unknown[]).length > 0;
    if (areas(box) || areas(lasso)) {
      return (!areas(box) || modes.includes('box')) && (!areas(lasso) || modes.includes('lasso'));
    }
    return modes.includes('points');
  }
}

function dict(value: unknown): Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dict) : {};
}

/** Room around a figure. Plotly Express leaves 60 pixels for a title, also where there is none. */
function margin(layout: Dict): Dict {
  const given = dict(layout['margin']);
  const top = 'title' in layout ? 56 : 24;
  const kept = given['t'] === 60 ? { ...given, t: top } : given;
  return { l: 48, r: 16, t: top, b: 48, pad: 4, ...kept };
}

function groundOf(template: Dict): string {
  const ground = dict(template['layout'])['plot_bgcolor'];
  return typeof ground === 'string' ? ground.toLowerCase() : '';
}

/** A figure with the colours of the page where it has those of Plotly. */
export function recoloured(spec: string, colours: string[]): string {
  const wanted = new Map(DEFAULTS.map((name, number) => [name, colours[number % colours.length] ?? name]));
  return spec.replace(/"#[0-9a-f]{6}"/gi, found => {
    const colour = wanted.get(found.slice(1, -1).toLowerCase());
    return colour ? JSON.stringify(colour) : found;
  });
}

function themed(look: Theme): Dict {
  const axis = {
    automargin: true,
    gridcolor: look.line,
    linecolor: look.line,
    zerolinecolor: look.line,
    tickfont: { color: look.muted },
    title: { font: { color: look.muted }, standoff: 12 }
  };
  return {
    layout: {
      font: { family: look.font, color: look.text, size: 12 },
      paper_bgcolor: 'rgba(0, 0, 0, 0)',
      plot_bgcolor: 'rgba(0, 0, 0, 0)',
      colorway: palette(look),
      title: { x: 0, xref: 'container', xanchor: 'left', font: { size: 16, color: look.text } },
      legend: { font: { color: look.muted } },
      hoverlabel: {
        bgcolor: look.ground,
        bordercolor: look.line,
        font: { color: look.text, family: look.font }
      },
      modebar: { bgcolor: 'rgba(0, 0, 0, 0)', color: look.muted, activecolor: look.accent },
      xaxis: axis,
      yaxis: axis,
      newselection: { line: { color: look.muted, width: 1, dash: 'dot' } },
      geo: { bgcolor: 'rgba(0, 0, 0, 0)' },
      polar: { bgcolor: 'rgba(0, 0, 0, 0)', angularaxis: axis, radialaxis: axis }
    }
  };
}

/** What was selected, in the form in which a script has it. */
export function selected({ points = [], selections = [] }: Told): Selection {
  const indices = points.flatMap(point => {
    const several = point['pointIndices'] ?? point['pointNumbers'];
    return Array.isArray(several) ? (several as unknown[]) : [point['pointIndex'] ?? point['pointNumber']];
  });
  const areas = (type: string, read: (area: Dict) => Dict) =>
    selections
      .filter(area => area['type'] === type)
      .map(area => ({ xref: area['xref'], yref: area['yref'], ...read(area) }));
  return {
    points: points.map(pointOf),
    point_indices: [...new Set(indices.filter(index => typeof index === 'number'))],
    box: areas('rect', ({ x0, x1, y0, y1 }) => ({ x: [x0, x1], y: [y0, y1] })),
    lasso: areas('path', ({ path }) => cornersOf(String(path)))
  };
}

function pointOf(point: Dict): Dict {
  const made: Dict = {};
  for (const [name, value] of Object.entries(point)) {
    if (!APART.has(name) && typeof value !== 'function' && value !== undefined) {
      made[name.replace(/\./g, '_').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)] = value;
    }
  }
  const group = dict(point['data'])['legendgroup'];
  return group === undefined || group === '' ? made : { ...made, legendgroup: group };
}

function cornersOf(path: string): Dict {
  const corners = path
    .replace(/[MZ]/g, '')
    .split('L')
    .map(corner => corner.split(',').map(Number));
  return { x: corners.map(([x]) => x), y: corners.map(([, y]) => y) };
}
