import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChartState, Drawn, Selection } from '../../../views/chart';
import { draw } from '../../echarts';
import { withKept } from '../kept';
import { cleaned } from '../option';
import type { Option } from '../option';
import { areasOf, pickedOf, selectionOf } from '../selecting';
import { sources } from '../sources';
import { templated, valued, wordsOf } from '../tips';

const HOSTILE = '<img src=x onerror="globalThis.hostile=1">';
const BARS = {
  title: { text: 'Rain' },
  tooltip: {},
  xAxis: { type: 'category', data: ['a', 'b', 'c'] },
  yAxis: {},
  series: [{ type: 'bar', name: HOSTILE, selectedMode: 'multiple', data: [3, 1, 2] }]
};

const select = vi.fn<(selection: Selection) => void>();
const described = vi.fn<(words: string) => void>();
let host: HTMLElement;
let drawn: Drawn | undefined;

function stateOf(option: unknown, more: Partial<ChartState> = {}): ChartState {
  return {
    spec: JSON.stringify(option),
    data: null,
    theme: 'streamlit',
    width: 'stretch',
    height: 300,
    modes: [],
    points: 3,
    alt: 'Rain',
    options: { renderer: 'canvas' },
    room: 500,
    selection: {},
    ...more
  };
}

async function show(option: unknown, more: Partial<ChartState> = {}): Promise<Drawn> {
  drawn = await draw(host, stateOf(option, more), { select, describe: described });
  return drawn;
}

const time = (value: number, template: string) => `${template} at ${String(value)}`;
const clean = (option: Option) => cleaned(option, {}, time);
const svg = () => host.querySelector('svg');
const words = () => [...host.querySelectorAll('text')].map(node => node.textContent);

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    }
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
});

beforeEach(() => {
  select.mockClear();
  described.mockClear();
  host = document.createElement('div');
  document.body.replaceChildren(host);
});

afterEach(() => {
  drawn?.dispose();
  drawn = undefined;
});

describe('a chart of ECharts', () => {
  it('is drawn as shapes and texts, and tells what its data are', async () => {
    await show(BARS);
    expect(svg()).not.toBeNull();
    expect(words()).toEqual(expect.arrayContaining(['Rain', 'a', 'b', 'c']));
    expect(described.mock.lastCall?.[0]).toContain('Rain');
    expect(host.querySelector('img')).toBeNull();
  });

  it('is not touched by an equal state, and changes in place with another description', async () => {
    const chart = await show(BARS);
    const before = svg();
    const shapes = before?.innerHTML;
    await chart.update(stateOf(BARS));
    expect(svg()?.innerHTML).toBe(shapes);
    await chart.update(stateOf({ ...BARS, title: { text: 'Snow' } }));
    expect(svg()).toBe(before);
    expect(words()).toContain('Snow');
    expect(words()).not.toContain('Rain');
  });

  it('can have states that follow each other', async () => {
    const timeline = { axisType: 'category', data: ['first', 'second'] };
    await show({ baseOption: { ...BARS, timeline }, options: [{}, { title: { text: 'Later' } }] });
    expect(words()).toEqual(expect.arrayContaining(['Rain', 'first', 'second']));
    expect(described.mock.lastCall?.[0]).toContain('Rain');
  });

  it('leaves a wheel to the page, unless a key is held', async () => {
    await show(BARS);
    const heard: string[] = [];
    svg()?.addEventListener('wheel', event => {
      heard.push(event.ctrlKey ? 'zooms' : 'scrolls');
    });
    const turned = (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { ctrlKey, bubbles: true, cancelable: true });
      svg()?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect([turned(false), turned(true), heard]).toEqual([false, true, ['zooms']]);
  });

  it('looks like the page, or like ECharts on white, and changes with the theme', async () => {
    const chart = await show(BARS, { theme: '' });
    expect(svg()?.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
    await chart.update(stateOf(BARS));
    expect(svg()?.querySelector('rect')?.getAttribute('fill')).not.toBe('#fff');
    const style = { color: 'rgb(1, 2, 3)', fontFamily: 'Lato' } as CSSStyleDeclaration;
    const spy = vi.spyOn(window, 'getComputedStyle').mockReturnValue(style);
    await chart.redraw(stateOf(BARS));
    spy.mockRestore();
    const title = [...host.querySelectorAll('text')].find(node => node.textContent === 'Rain');
    expect(title?.getAttribute('fill')).toMatch(/^(rgb\(1, ?2, ?3\)|#010203)$/);
  });

  it('is drawn by a canvas where that is faster, unless shapes are asked for', async () => {
    const chart = await show(BARS, { points: 1_001, options: { renderer: 'svg' } });
    expect(svg()).not.toBeNull();
    await expect(chart.update(stateOf(BARS, { points: 1_001 }))).rejects.toThrow(); // jsdom has no canvas
    expect(svg()).toBeNull();
    await chart.update(stateOf(BARS));
    expect(svg()).not.toBeNull();
  });

  it('leaves nothing when it is gone', async () => {
    const chart = await show(BARS);
    chart.dispose();
    expect(host.children).toHaveLength(0);
  });

  it('says what it cannot draw, and draws what comes next', async () => {
    const hooks = { select, describe: described };
    const wrong = stateOf({ series: [{ type: 'nothing' }] });
    await expect(draw(host, wrong, hooks)).rejects.toThrow('no series of the type "nothing"');
    expect(host.children).toHaveLength(0);
    const chart = await show(BARS);
    await expect(chart.update(stateOf({ series: [{ type: 'map' }] }))).rejects.toThrow('lies on a map');
    await chart.update(stateOf(BARS));
    expect(words()).toContain('Rain');
  });

  it('tells what is selected once it stays so, and shows what was selected elsewhere', async () => {
    const groups = [
      { series_index: 0, series_id: null, series_name: HOSTILE, data_type: 'main', data_indices: [1] }
    ];
    const chart = await show(BARS, { modes: ['data'], selection: { selected: groups } });
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(select).not.toHaveBeenCalled();
    host.querySelector('svg')?.parentElement?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await chart.update(stateOf({ ...BARS, title: {} }, { modes: ['data'], selection: { selected: groups } }));
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(select.mock.calls).toEqual([[{}]]); // also if a run ended before it was told
  });
});

describe('the description of a chart', () => {
  it('loses what would act in the page', () => {
    const made = clean({
      title: { text: HOSTILE, link: 'javascript:alert(1)', sublink: 'https://a.example', target: 'self' },
      tooltip: {
        renderMode: 'html',
        formatter: HOSTILE,
        className: 'x',
        extraCssText: 'y',
        appendTo: 'body'
      },
      toolbox: { feature: { dataView: { lang: [HOSTILE] }, restore: {} } },
      graphic: [{ type: 'image', onclick: 'alert(1)', style: { image: 'javascript:alert(1)' } }],
      series: [
        { type: 'treemap', target: 'top', data: [{ name: 'a', link: 'data:text/html,x', target: 'self' }] },
        { type: 'graph', symbol: 'image://javascript:1', links: [{ source: 'a', target: 'self' }] },
        { type: 'scatter', symbol: 'image://https://a.example/b.png' }
      ]
    });
    expect(made['title']).toEqual({ text: HOSTILE, sublink: 'https://a.example' });
    expect(Object.keys(made['tooltip'] as Option).sort()).toEqual(['formatter', 'renderMode']);
    expect((made['tooltip'] as Option)['renderMode']).toBe('richText');
    expect(made['toolbox']).toEqual({ feature: { restore: {} } });
    expect(made['graphic']).toEqual([{ type: 'image', style: {} }]);
    expect(made['series']).toEqual([
      { type: 'treemap', data: [{ name: 'a' }] },
      { type: 'graph', symbol: 'none', links: [{ source: 'a', target: 'self' }] },
      { type: 'scatter', symbol: 'image://https://a.example/b.png' }
    ]);
  });

  it('is checked in all that it becomes', () => {
    const later = { baseOption: {}, options: [{}, { series: { type: 'bar3D' } }] };
    expect(() => clean(later)).toThrow('"bar3D"');
    const small = { media: [{ option: { series: [{ type: 'scatter', coordinateSystem: 'geo' }] } }] };
    expect(() => clean(small)).toThrow('map');
  });

  it('has the rows of its data sets by columns, moments as texts', () => {
    const day = new Date(2026, 0, 2);
    const tables = sources({
      t: new Map([
        ['day', { kind: 'wall', values: [day, null] }],
        ['when', { kind: 'wall', values: [day, new Date(2026, 0, 2, 3, 4, 5, 6)] }],
        ['at', { kind: 'instant', values: [new Date(Date.UTC(2026, 0, 2))] }],
        ['n', { kind: 'number', values: [1, 2] }]
      ])
    });
    expect(cleaned({ dataset: { source: { 'jss:table': 't' } } }, tables, time)).toEqual({
      dataset: {
        source: {
          day: ['2026-01-02', null],
          when: ['2026-01-02T00:00:00', '2026-01-02T03:04:05.006'],
          at: ['2026-01-02T00:00:00Z'],
          n: [1, 2]
        }
      }
    });
  });
});

describe('a tooltip', () => {
  it('is texts, also where its template is markup', () => {
    expect(wordsOf('<b>{b}</b><br/>{c} &euro; &lt;x&gt;')).toBe('{b}\n{c} &euro; <x>');
    const told = { $vars: ['seriesName', 'name', 'value'], seriesName: 's', name: HOSTILE, value: 5 };
    expect(templated('<i>{a}</i> {b}: {c} {d}', time)(told)).toBe(`s ${HOSTILE}: 5 {d}`);
    expect(templated('{b0} {c1}', time)([told, { ...told, value: 6 }])).toBe(`${HOSTILE} 6`);
  });

  it('names dimensions, and the time of an axis', () => {
    const told = { dimensionNames: ['x', 'y'], value: [1, null], axisType: 'xAxis.time', axisValue: 7 };
    expect(templated('{@x} {@[1]} {@z}', time)(told)).toBe('1 - - at 7');
    expect(templated('{@[0]}', time)({ value: 4 })).toBe('4');
  });

  it('writes numbers as asked, and drops what asks for nothing', () => {
    expect(valued('%.2f €')?.(1.5)).toBe('1.50 €');
    expect(valued('percent')?.('0.5')).toBe('50%');
    expect(valued('%.2f')?.('none')).toBe('none');
    expect([valued('{value} €'), valued(5), valued('toString')]).toEqual([null, null, null]);
  });
});

describe('what is selected', () => {
  const option = {
    series: [{ id: 'i', name: 's', selectedMode: true }, { type: 'line' }],
    brush: { xAxisIndex: 1 }
  };

  it('is put together by series, in the form that scripts know', () => {
    const picked = [
      { seriesIndex: 1, dataIndex: [3] },
      { seriesIndex: 0, dataIndex: [2, 0] },
      { seriesIndex: 0, dataIndex: [2, 1] },
      { seriesIndex: 0, dataIndex: [] }
    ];
    const areas = [
      { brushIndex: 0, brushType: 'lineX', coordRange: [1, 2], range: [10, 20] },
      { brushIndex: 1, brushType: 'rect', range: [] }
    ];
    expect(selectionOf(picked, areas, option)).toEqual({
      selected: [
        { series_index: 0, series_id: 'i', series_name: 's', data_type: 'main', data_indices: [0, 1, 2] },
        { series_index: 1, series_id: null, series_name: null, data_type: 'main', data_indices: [3] }
      ],
      areas: [{ brush_index: 0, brush_type: 'lineX', coord_range: [1, 2] }]
    });
    expect(selectionOf([], [], option)).toEqual({});
  });

  it('comes back where a click or a brush can select', () => {
    const selection = selectionOf(
      [
        { seriesIndex: 0, dataIndex: [2], dataType: 'node' },
        { seriesIndex: 1, dataIndex: [1] }
      ],
      [{ brushIndex: 0, brushType: 'lineX', coordRange: [1, 2] }],
      option
    );
    expect(pickedOf(selection, option)).toEqual([{ seriesIndex: 0, dataIndex: [2], dataType: 'node' }]);
    expect(areasOf(selection, option)).toEqual([
      { brushIndex: 0, brushType: 'lineX', coordRange: [1, 2], xAxisIndex: 1 }
    ]);
  });
});

describe('what a user did in a chart', () => {
  const zoomed = {
    dataZoom: [{ start: 20, end: 40 }],
    legend: [{ selected: { a: false } }],
    series: [{ zoom: 3 }]
  };

  it('stays while its author says the same of it', () => {
    const option = { dataZoom: { type: 'inside' }, legend: {}, series: [{ type: 'graph', roam: true }] };
    const made = withKept({ ...option, title: {} }, option, zoomed);
    expect(made).toEqual({
      title: {},
      dataZoom: [{ type: 'inside', start: 20, end: 40 }],
      legend: [{ selected: { a: false } }],
      series: [{ type: 'graph', roam: true, zoom: 3 }]
    });
  });

  it('is given up where the author shows another place', () => {
    const next = { dataZoom: { start: 50 }, series: [{ type: 'bar' }] };
    expect(withKept(next, { dataZoom: { start: 10 }, series: [{ type: 'bar' }] }, zoomed)).toEqual({
      dataZoom: { start: 50 },
      series: [{ type: 'bar' }]
    });
  });
});
