// Keys pressed inside an app are for the app. In a notebook, "d d" would delete the cell and "b" insert one.

/** Combinations that mean the same everywhere in JupyterLab: save, and those with Shift such as the palette. */
function isForHost(event: KeyboardEvent): boolean {
  const accelerated = event.ctrlKey || event.metaKey;
  if (!accelerated || event.key.length !== 1) {
    return /^F\d+$/.test(event.key);
  }
  return event.shiftKey || event.key.toLowerCase() === 's';
}

/** Keep keydown events of what is inside `el` from the host; those on `el` itself pass. */
export function keepKeys(el: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== el && !isForHost(event)) {
      event.stopPropagation();
    }
  };
  el.addEventListener('keydown', onKey);
  return () => {
    el.removeEventListener('keydown', onKey);
  };
}
