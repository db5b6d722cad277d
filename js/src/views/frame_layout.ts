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

export function columnsFrame(el: HTMLElement): Partial<Frame> {
  return {
    update: (props: Props) => {
      setGap(el, props['gap']);
      el.style.setProperty('--jss-align', alignment(props['vertical_alignment']));
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
