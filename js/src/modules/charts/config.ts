// How Vega's charts look: in the colours and fonts of the page.
import { palette } from '../../views/palette';
import type { Theme } from '../../views/theme';

const HEIGHT = 350;
const WIDTH = 400;
const STEP = 20;
const BAR = 28;

const VIEW = {
  continuousHeight: HEIGHT,
  continuousWidth: WIDTH,
  discreteHeight: { step: BAR },
  discreteWidth: { step: STEP }
};

/** Vega's own look, but for the sizes. */
export const plainConfig = { aria: false, background: 'white', view: VIEW };

export function themedConfig(theme: Theme): object {
  const words = {
    labelFont: theme.font,
    titleFont: theme.font,
    labelColor: theme.muted,
    titleColor: theme.muted
  };
  return {
    aria: false,
    background: 'transparent',
    font: theme.font,
    padding: { top: 8, bottom: 8, left: 4, right: 4 },
    view: { ...VIEW, stroke: 'transparent' },
    title: {
      align: 'left',
      anchor: 'start',
      color: theme.text,
      fontSize: 16,
      fontWeight: 600,
      subtitleColor: theme.muted,
      subtitleFontSize: 13,
      offset: 12
    },
    header: { ...words, labelFontSize: 12, titleFontSize: 13, titleFontWeight: 400 },
    axis: {
      ...words,
      domain: false,
      gridColor: theme.line,
      labelFontSize: 12,
      labelPadding: 8,
      labelFlush: true,
      labelOverlap: true,
      labelSeparation: 6,
      tickColor: theme.line,
      titleFontSize: 13,
      titleFontWeight: 400,
      titlePadding: 10
    },
    legend: { ...words, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 400 },
    range: {
      category: palette(theme),
      ramp: { scheme: theme.dark ? 'viridis' : 'blues' },
      heatmap: { scheme: theme.dark ? 'viridis' : 'blues' },
      ordinal: { scheme: theme.dark ? 'viridis' : 'blues' }
    },
    mark: { color: theme.accent, tooltip: true },
    bar: { cornerRadiusEnd: 3, binSpacing: 2 },
    line: { strokeWidth: 2 },
    rule: { color: theme.muted },
    text: { color: theme.text, font: theme.font },
    tick: { color: theme.accent }
  };
}
