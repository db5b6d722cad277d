// Shows a grid in an element: what the module offers.
import gridStyle from '@glideapps/glide-data-grid/dist/index.css';
import { options } from 'preact';
import { element } from '../../views/dom';
import type { Model } from '../../views/host';
import ownStyle from './grid.css';
import { useSymbols } from './icons';
import type { PageSymbols } from './icons';
import { Table } from './table';
import { onTheme } from './theme';

// Fields take the focus in effects. These come at once, as React's do after a key, so that no key goes elsewhere.
options.requestAnimationFrame = effects => {
  queueMicrotask(effects);
};

const PORTAL = 'portal'; // where the library opens its fields; the name is its own

/** Keys that end editing, or go on to the next field. */
const ENDS = new Set(['Enter', 'Escape', 'Tab']);

/** The library looks a moment after each key whether editing has ended, and takes a late look at one for the look at the
 * key that did end it: then what was typed is dropped. So it hears of these alone. */
function keepKey(event: KeyboardEvent): void {
  if (!ENDS.has(event.key)) {
    event.stopPropagation();
  }
}

function prepare(): void {
  if (!document.getElementById('jss-table-style')) {
    document.head.append(element('style', '', { id: 'jss-table-style' }, `${gridStyle}\n${ownStyle}`));
  }
  if (!document.getElementById(PORTAL)) {
    const portal = element('div', 'jss-table-portal', { id: PORTAL });
    portal.addEventListener('keydown', keepKey, true);
    document.body.append(portal);
  }
}

/** Only what is in the element on full screen is seen. */
function movePortal(): void {
  const portal = document.getElementById(PORTAL);
  const screen = document.fullscreenElement;
  if (portal) {
    (screen?.classList.contains('jss-table') ? screen : document.body).append(portal);
  }
}

/** The library takes the focus a frame later; what is typed meanwhile would go elsewhere. */
function focusNow({ target }: MouseEvent): void {
  const scroller = target instanceof Element ? target.closest('.dvn-scroller') : null;
  if (scroller && !document.getElementById(PORTAL)?.contains(document.activeElement)) {
    scroller.closest('.jss-table-host')?.querySelector('canvas')?.focus({ preventScroll: true });
  }
}

/** Show the grid of a model; what it returns takes it away. */
export function mount(model: Model, el: HTMLElement, icons: PageSymbols): () => void {
  prepare();
  const table = new Table(model, el);
  let gone = false;
  useSymbols(icons, () => {
    if (!gone) {
      table.restyle();
    }
  });
  const reset = () => {
    table.reset();
  };
  const adopt = () => {
    table.adopt();
  };
  const traits = ['columns', 'first', 'total_rows', 'version', 'options', 'disabled'];
  traits.forEach(name => {
    model.on(`change:${name}`, reset);
  });
  model.on('change:value', adopt);
  document.addEventListener('fullscreenchange', movePortal);
  el.addEventListener('click', focusNow);
  const forget = onTheme(() => {
    table.restyle();
  });
  const attached = new ResizeObserver(() => {
    if (el.isConnected) {
      attached.disconnect();
      table.restyle(); // before it was on the page it had no theme
    }
  });
  attached.observe(el);
  return () => {
    gone = true;
    attached.disconnect();
    traits.forEach(name => {
      model.off(`change:${name}`, reset);
    });
    model.off('change:value', adopt);
    document.removeEventListener('fullscreenchange', movePortal);
    el.removeEventListener('click', focusNow);
    forget();
    table.dispose();
  };
}
