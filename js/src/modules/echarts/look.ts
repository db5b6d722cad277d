// How charts of ECharts look: in the colours and fonts of the page.
import { palette } from '../../views/palette';
import type { Theme } from '../../views/theme';

const TIP = { renderMode: 'richText', confine: true };

/** ECharts' own look, on white as it is meant to be. */
export const plainLook = { backgroundColor: '#fff', tooltip: TIP };

function faint(colour: string, part: number): string {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3);
  return channels.length === 3 && colour.startsWith('rgb')
    ? `rgba(${channels.join(', ')}, ${String(part)})`
    : colour;
}

/** A theme as ECharts has them. */
export function themedLook(theme: Theme): object {
  const { text, muted, line, ground, accent, named } = theme;
  const words = { color: muted };
  const stroke = { lineStyle: { color: line } };
  const labels = { label: { color: text } };
  const axis = {
    axisLine: stroke,
    axisTick: stroke,
    minorTick: stroke,
    splitLine: stroke,
    minorSplitLine: stroke,
    axisLabel: { ...words, hideOverlap: true },
    nameTextStyle: words
  };
  const select = { select: { itemStyle: { borderColor: text, borderWidth: 2 } } };
  const up = { color: named['green'], borderColor: named['green'] };
  const down = { color0: named['red'], borderColor0: named['red'] };
  return {
    darkMode: theme.dark,
    backgroundColor: 'transparent',
    color: palette(theme),
    textStyle: { fontFamily: theme.font, color: text },
    title: {
      textStyle: { color: text, fontSize: 16, fontWeight: 600 },
      subtextStyle: { color: muted, fontSize: 13 }
    },
    legend: { textStyle: words, inactiveColor: line, pageIconColor: muted, pageTextStyle: words },
    tooltip: {
      ...TIP,
      backgroundColor: ground,
      borderColor: line,
      textStyle: { color: text, fontFamily: theme.font },
      axisPointer: { lineStyle: { color: muted }, crossStyle: { color: muted } }
    },
    axisPointer: {
      lineStyle: { color: muted },
      crossStyle: { color: muted },
      label: { color: ground, backgroundColor: muted }
    },
    categoryAxis: { ...axis, splitLine: { show: false, ...stroke } },
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    radar: { axisName: words, axisLine: stroke, splitLine: stroke, splitArea: { show: false } },
    calendar: {
      itemStyle: { color: 'transparent', borderColor: line },
      splitLine: { lineStyle: { color: muted } },
      dayLabel: words,
      monthLabel: words,
      yearLabel: words
    },
    dataZoom: {
      textStyle: words,
      borderColor: line,
      fillerColor: faint(accent, 0.15),
      handleStyle: { color: ground, borderColor: muted },
      moveHandleStyle: { color: line },
      dataBackground: { lineStyle: { color: muted }, areaStyle: { color: line } }
    },
    visualMap: { textStyle: words },
    timeline: {
      label: words,
      lineStyle: { color: line },
      itemStyle: { color: muted },
      controlStyle: { color: muted, borderColor: muted }
    },
    toolbox: { iconStyle: { borderColor: muted }, emphasis: { iconStyle: { borderColor: accent } } },
    brush: { brushStyle: { color: faint(accent, 0.15), borderColor: accent, borderWidth: 1 } },
    bar: select,
    scatter: select,
    pie: { ...labels, ...select },
    funnel: { ...labels, ...select },
    graph: { ...labels, ...select, lineStyle: { color: muted } },
    sankey: labels,
    tree: { ...labels, lineStyle: { color: line } },
    themeRiver: labels,
    treemap: {
      label: { color: ground }, // on a colour of the palette
      breadcrumb: { itemStyle: { color: line, textStyle: { color: text } } }
    },
    sunburst: { label: { color: ground } },
    gauge: {
      axisLine: { lineStyle: { color: [[1, line]] } },
      axisTick: stroke,
      splitLine: { lineStyle: { color: muted } },
      axisLabel: words,
      title: words,
      detail: { color: text }
    },
    boxplot: { itemStyle: { color: faint(accent, 0.2), borderColor: accent } },
    candlestick: { itemStyle: { ...up, ...down } }
  };
}
