// Charts of ECharts: what its library can draw, but for maps, which would need shapes, and series drawn by functions.
import * as charts from 'echarts/charts';
import * as components from 'echarts/components';
import { init, time, use } from 'echarts/core';
import * as features from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ChartState, Drawn, Hooks } from '../views/chart';
import { EChart } from './echarts/chart';

use([
  ...[charts.LineChart, charts.BarChart, charts.PieChart, charts.ScatterChart, charts.RadarChart],
  ...[charts.TreeChart, charts.TreemapChart, charts.GraphChart, charts.ChordChart, charts.GaugeChart],
  ...[charts.FunnelChart, charts.ParallelChart, charts.SankeyChart, charts.BoxplotChart],
  ...[charts.CandlestickChart, charts.EffectScatterChart, charts.LinesChart, charts.HeatmapChart],
  ...[charts.PictorialBarChart, charts.ThemeRiverChart, charts.SunburstChart],
  ...[components.GridComponent, components.PolarComponent, components.SingleAxisComponent],
  ...[components.ParallelComponent, components.CalendarComponent, components.MatrixComponent],
  ...[components.GraphicComponent, components.ToolboxComponent, components.TooltipComponent],
  ...[components.AxisPointerComponent, components.BrushComponent, components.TitleComponent],
  ...[components.TimelineComponent, components.MarkPointComponent, components.MarkLineComponent],
  ...[components.MarkAreaComponent, components.LegendComponent, components.DataZoomComponent],
  ...[components.VisualMapComponent, components.ThumbnailComponent, components.AriaComponent],
  ...[components.DatasetComponent, components.TransformComponent],
  ...[features.UniversalTransition, features.LabelLayout, features.AxisBreak],
  ...[features.LegacyGridContainLabel, features.ScatterJitter],
  ...[CanvasRenderer, SVGRenderer]
]);

export async function draw(host: HTMLElement, state: ChartState, hooks: Hooks): Promise<Drawn> {
  const chart = new EChart({ init, formatTime: time.format }, host, hooks);
  try {
    await chart.update(state);
  } catch (error) {
    chart.dispose();
    throw error;
  }
  return chart;
}
