// Keys pressed in a dashboard: R and C are commands there, unless something is typed in.
const MODE = 'jp-mod-keys';
/** An app keeps its keys from shortcuts by this (see `views/keyboard.ts`). */
const NO_SHORTCUTS = 'data-lm-suppress-shortcuts';
const BUTTONLIKE = ['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color'];
const TYPED = [
  `input${BUTTONLIKE.map(type => `:not([type="${type}"])`).join('')}`,
  'textarea',
  'select',
  'canvas',
  'iframe',
  '[contenteditable="true"]',
  ...['textbox', 'combobox', 'listbox', 'grid', 'menu', 'spinbutton'].map(role => `[role="${role}"]`)
].join(',');

/** Whether a letter that is pressed there means that letter. */
export function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED) !== null;
}

/**
 * Let the shell's shortcuts see letters pressed in an app, which keeps its keys from the shell otherwise; a shortcut of
 * the app itself goes before.
 */
export function listenForKeys(node: HTMLElement, process: (event: KeyboardEvent) => void): () => void {
  const look = (event: FocusEvent) => {
    node.classList.toggle(MODE, !isTypedIn(event.target));
  };
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event;
    const isLetter = /^[a-z]$/i.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const inApp = target instanceof Element ? target.closest('.jss-app') : null;
    const isTaken = inApp?.querySelector(`[data-jss-shortcut="${key.toLowerCase()}"]`) !== null;
    if (isLetter && inApp && !isTaken && !isTypedIn(target) && !event.isComposing) {
      (target as Element).removeAttribute(NO_SHORTCUTS);
      process(event);
    }
  };
  node.classList.add(MODE);
  node.addEventListener('focusin', look);
  node.addEventListener('keydown', onKey, { capture: true });
  return () => {
    node.removeEventListener('focusin', look);
    node.removeEventListener('keydown', onKey, { capture: true });
  };
}
