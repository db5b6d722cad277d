// Frames that only arrange their items: containers and columns. Sizes go through custom properties: the widget's
// Layout model owns the plain ones and clears them.
import type { Props } from './document';
import type { Frame } from './frame';

const GAPS: Record<string, string> = {
  none: '0',
  xxsmall: '4px',
  xsmall: '8px',
  small: '16px',
  medium: '32px',
  large: '64px',
  xlarge: '96px',
  xxlarge: '128px'
};

function setGap(el: HTMLElement, gap: unknown): void {
  el.style.setProperty('--jss-gap', typeof gap === 'string' ? (GAPS[gap] ?? '') : gap === null ? '0' : '');
}

function cssLength(value: unknown): string {
  return typeof value === 'number' ? `${value}px` : '';
}

/** A box that scrolls has to be reachable by keyboard. */
function setScroll(el: HTMLElement, height: unknown): void {
  const fixed = cssLength(height);
  el.style.setProperty('--jss-fixed-height', fixed);
  el.classList.toggle('jss-scrolling', fixed !== '');
  if (fixed) {
    el.tabIndex = 0;
    el.setAttribute('role', 'group');
    el.setAttribute('aria-label', 'Scrollable area');
  } else {
    el.removeAttribute('tabindex');
    el.removeAttribute('role');
    el.removeAttribute('aria-label');
  }
}

const ALIGNMENTS: Record<string, string> = {
  left: 'start',
  right: 'end',
  top: 'start',
  bottom: 'end',
  center: 'center',
  distribute: 'space-between'
};

function alignment(value: unknown): string {
  return typeof value === 'string' ? (ALIGNMENTS[value] ?? '') : '';
}

export function containerFrame(el: HTMLElement): Partial<Frame> {
  return {
    update: (props: Props) => {
      const isRow = props['horizontal'] === true;
      el.classList.toggle('jss-bordered', props['border'] === true);
      el.classList.toggle('jss-horizontal', isRow);
      setGap(el, props['gap']);
      setScroll(el, props['height']);
      const across = alignment(props['horizontal_alignment']);
      const down = alignment(props['vertical_alignment']);
      el.style.setProperty('--jss-justify', isRow ? across : down);
      el.style.setProperty('--jss-align', isRow ? down : across);
    }
  };
}

/** Rows and columns that elements fill. */
export function gridFrame(el: HTMLElement): Partial<Frame> {
  return {
    update: (props: Props) => {
      const { columns, border, dense, wrap } = props;
      const least = props['min_column_width'];
      setGap(el, props['gap']);
      setScroll(el, props['height']);
      const rows = props['row_gap'];
      el.style.setProperty('--jss-row-gap', typeof rows === 'string' ? (GAPS[rows] ?? '') : '0');
      el.style.setProperty('--jss-least', cssLength(least) || (columns === 'auto' ? '160px' : '120px'));
      el.style.setProperty('--jss-count', typeof columns === 'number' ? String(columns) : '');
      el.style.setProperty('--jss-row-height', cssLength(props['row_height']) || 'auto');
      el.style.setProperty('--jss-align', alignment(props['vertical_alignment']));
      el.style.setProperty('--jss-fixed-width', cssLength(props['width']));
      el.classList.toggle('jss-counted', typeof columns === 'number');
      el.classList.toggle('jss-rigid', wrap === false);
      el.classList.toggle('jss-bordered-cells', border === true);
      el.classList.toggle('jss-dense', dense === true);
    }
  };
}

/** One cell of a grid, which may take several columns and rows. */
export function cellFrame(el: HTMLElement): Partial<Frame> {
  return {
    update: (props: Props) => {
      const wide = props['column_span'];
      const high = props['row_span'];
      el.style.setProperty('--jss-columns', wide === 'all' ? '1 / -1' : `span ${Number(wide ?? 1)}`);
      el.style.setProperty('--jss-rows', `span ${Number(high ?? 1)}`);
    }
  };
}

export function columnsFrame(el: HTMLElement): Partial<Frame> {
  return {
    update: (props: Props) => {
      setGap(el, props['gap']);
      const down = alignment(props['vertical_alignment']);
      el.style.setProperty('--jss-align', down);
      el.style.setProperty('--jss-within', down || 'start');
      el.classList.toggle('jss-bordered-columns', props['border'] === true);
    }
  };
}

export function columnFrame(el: HTMLElement): Partial<Frame> {
  return {
    update: (props: Props) => {
      const weight = props['weight'];
      el.style.setProperty('--jss-weight', String(typeof weight === 'number' ? weight : 1));
      el.classList.toggle('jss-bordered', props['border'] === true);
    }
  };
}
