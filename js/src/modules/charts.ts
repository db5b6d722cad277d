// Charts of Vega-Lite. Expressions are interpreted, since a page may forbid to compile them, and data may hold some.
import type { ChartState, Drawn, Hooks } from '../views/chart';
import { VegaChart } from './charts/vega_chart';

export async function draw(host: HTMLElement, state: ChartState, hooks: Hooks): Promise<Drawn> {
  const chart = new VegaChart(host, state, hooks);
  await chart.start();
  return chart;
}
