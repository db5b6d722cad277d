// The host's theme as the grid wants it, which draws on a canvas and so knows no CSS variables.
import type { Theme } from '@glideapps/glide-data-grid';

const COLORS = {
  accentColor: 'var(--jss-accent)',
  accentFg: 'var(--jss-ground)',
  accentLight: 'color-mix(in srgb, var(--jss-accent) 16%, var(--jss-ground))',
  textDark: 'var(--jss-fg)',
  textMedium: 'var(--jss-muted)',
  textLight: 'var(--jss-muted)',
  textBubble: 'var(--jss-fg)',
  bgIconHeader: 'var(--jss-muted)',
  fgIconHeader: 'var(--jss-ground)',
  textHeader: 'var(--jss-muted)',
  textGroupHeader: 'var(--jss-muted)',
  textHeaderSelected: 'var(--jss-ground)',
  bgCell: 'var(--jss-ground)',
  bgCellMedium: 'color-mix(in srgb, var(--jss-fg) 4%, var(--jss-ground))',
  bgHeader: 'color-mix(in srgb, var(--jss-fg) 4%, var(--jss-ground))',
  bgHeaderHasFocus: 'color-mix(in srgb, var(--jss-fg) 9%, var(--jss-ground))',
  bgHeaderHovered: 'color-mix(in srgb, var(--jss-fg) 7%, var(--jss-ground))',
  bgBubble: 'color-mix(in srgb, var(--jss-fg) 9%, var(--jss-ground))',
  bgBubbleSelected: 'color-mix(in srgb, var(--jss-fg) 14%, var(--jss-ground))',
  bgSearchResult: 'color-mix(in srgb, #d4a800 30%, var(--jss-ground))',
  borderColor: 'color-mix(in srgb, var(--jss-fg) 14%, var(--jss-ground))',
  horizontalBorderColor: 'color-mix(in srgb, var(--jss-fg) 14%, var(--jss-ground))',
  linkColor: 'var(--jss-link)'
};

/** Colours by name for charts and chips. */
const NAMED = ['red', 'blue', 'green', 'yellow', 'orange', 'violet', 'gray'];

export interface Look {
  theme: Partial<Theme>;
  colors: Record<string, string>;
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** A colour of CSS in the one form that the grid can mix: what it looks like when it is drawn on a ground. */
export function plainColor(color: string, ground = '#fff'): [number, number, number] | null {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas || !CSS.supports('color', color)) {
    return null;
  }
  for (const layer of [ground, color]) {
    canvas.fillStyle = layer;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function rgb(color: string, ground?: string): string {
  const parts = plainColor(color, ground);
  return parts ? `rgb(${parts.join(', ')})` : '#808080';
}

/** Black or white, whichever can be read on a ground. */
export function readableOn(ground: string): string | null {
  const parts = plainColor(ground);
  return parts && (parts[0] * 0.299 + parts[1] * 0.587 + parts[2] * 0.114 > 150 ? '#111' : '#fff');
}

/** Read the theme where an element is. */
export function themeOf(el: HTMLElement): Look {
  const probe = document.createElement('span');
  el.append(probe);
  const computed = (color: string): string => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const ground = rgb(computed('var(--jss-ground)'));
  const resolve = (color: string): string => rgb(computed(color), ground);
  const theme: Record<string, unknown> = Object.fromEntries(
    Object.entries(COLORS).map(([name, color]) => [name, resolve(color)])
  );
  const colors = Object.fromEntries(NAMED.map(name => [name, resolve(`var(--jss-${name})`)]));
  const family = getComputedStyle(probe).fontFamily;
  probe.remove();
  Object.assign(theme, {
    drilldownBorder: 'rgba(0, 0, 0, 0)',
    fontFamily: family || 'system-ui, sans-serif',
    baseFontStyle: '14px',
    headerFontStyle: '500 14px',
    editorFontSize: '14px',
    cellHorizontalPadding: 8,
    cellVerticalPadding: 6,
    lineHeight: 1.4
  });
  const accent = String(theme.accentColor);
  return { theme, colors: { ...colors, grey: colors.gray ?? '', primary: accent } };
}

/** Call back when the host changes its theme. */
export function onTheme(changed: () => void): () => void {
  const later = () => requestAnimationFrame(changed);
  const observer = new MutationObserver(later);
  for (const node of [document.documentElement, document.body]) {
    observer.observe(node, {
      attributes: true,
      attributeFilter: ['class', 'style', 'data-jp-theme-name', 'data-jp-theme-light', 'data-theme']
    });
  }
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', later);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', later);
  };
}
