// Keys pressed inside an app are for the app. In a notebook, "d d" would delete the cell and "b" insert one.

/** What has this attribute and the focus gets its keys: Lumino takes them for no shortcuts. */
const NO_SHORTCUTS = 'data-lm-suppress-shortcuts';

/** Combinations that mean the same everywhere in JupyterLab: save, and those with Shift such as the palette. */
function isForHost(event: KeyboardEvent): boolean {
  const accelerated = event.ctrlKey || event.metaKey;
  if (!accelerated || event.key.length !== 1) {
    return /^F\d+$/.test(event.key);
  }
  return event.shiftKey || event.key.toLowerCase() === 's';
}

const kept = new WeakSet<Element>();

function isForApp(el: Element, event: KeyboardEvent): boolean {
  return event.target !== el && !isForHost(event);
}

/** Jupyter Notebook looks at a key before anybody else, so it must be told by then. */
function announce(event: KeyboardEvent): void {
  const { target } = event;
  for (let el = target; target instanceof Element && el instanceof Element; el = el.parentElement) {
    if (kept.has(el)) {
      target.toggleAttribute(NO_SHORTCUTS, isForApp(el, event));
    }
  }
}

/**
 * Keep keydown events of what is inside `el` from the host; those on `el` itself pass. JupyterLab looks at a key after
 * all others, so it is enough to end its way.
 */
export function keepKeys(el: HTMLElement): () => void {
  const keep = (event: KeyboardEvent) => {
    if (isForApp(el, event)) {
      event.stopPropagation();
    }
  };
  kept.add(el);
  window.addEventListener('keydown', announce, { capture: true }); // once, however often it is said
  el.addEventListener('keydown', keep);
  return () => {
    kept.delete(el);
    el.removeEventListener('keydown', keep);
  };
}
