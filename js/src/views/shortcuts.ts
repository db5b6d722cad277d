// Keys that click a button while the focus is in the app.
const MODIFIERS = ['ctrl', 'cmd', 'alt', 'shift'] as const;
const TYPED = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select';

/** The keys that are pressed, in the spelling of the kernel: `ctrl+shift+k`. */
export function keysOf(event: KeyboardEvent): string {
  const held = { ctrl: event.ctrlKey, cmd: event.metaKey, alt: event.altKey, shift: event.shiftKey };
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase().replace(/^arrow/, '');
  return [...MODIFIERS.filter(name => held[name]), key].join('+');
}

/** A letter alone, or with Shift, is for the field that is typed in. */
function isTyping(event: KeyboardEvent): boolean {
  const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
  return isBare && event.target instanceof Element && event.target.matches(TYPED);
}

function isUsable(node: HTMLElement): boolean {
  return (
    node.getAttribute('aria-disabled') !== 'true' && !(node instanceof HTMLButtonElement && node.disabled)
  );
}

export function listenForShortcuts(el: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event) || event.isComposing) {
      return;
    }
    const keys = keysOf(event);
    const found = [...el.querySelectorAll<HTMLElement>('[data-jss-shortcut]')].find(
      node => node.dataset['jssShortcut'] === keys && isUsable(node)
    );
    if (found) {
      event.preventDefault();
      event.stopPropagation();
      found.click();
    }
  };
  el.addEventListener('keydown', onKey, { capture: true });
  return () => {
    el.removeEventListener('keydown', onKey, { capture: true });
  };
}
