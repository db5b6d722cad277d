// The root of an app: its toolbar and status, and the parts callbacks, sidebar, main and event.
import { isChild } from './document';
import { asString, element, setHtml } from './dom';
import { keepKeys } from './keyboard';
import { flushValues } from './registry';
import { listenForShortcuts } from './shortcuts';
import type { Item, Props } from './document';
import type { Frame, FrameContext } from './frame';

/** A run shorter than this shows no status, so that quick reruns do not flicker. */
const QUIET_MS = 200;
const ORDER = ['navigation', 'callbacks', 'sidebar', 'main', 'bottom', 'event'];

interface Toolbar {
  node: HTMLElement;
  rerun: HTMLButtonElement;
  update: (props: Props) => void;
  dispose: () => void;
}

function toolButton(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', `jss-tool ${className}`, { type: 'button' }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** Stop is a request to the app, and an interrupt of the kernel, which may be too busy to hear the request. */
function stop({ act, manager }: FrameContext): void {
  act('stop');
  void manager.kernel?.interrupt?.();
}

function createStatus(stopButton: HTMLElement) {
  const node = element('span', 'jss-run-state', { role: 'status', 'aria-live': 'polite' }, 'Idle');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (running: boolean) => {
    node.textContent = running ? 'Running…' : 'Idle';
    node.classList.toggle('jss-running', running);
    stopButton.hidden = !running;
  };
  return {
    node,
    set: (running: boolean) => {
      clearTimeout(timer);
      timer = undefined;
      if (!running) {
        show(false);
      } else if (stopButton.hidden) {
        timer = setTimeout(() => {
          show(true);
        }, QUIET_MS);
      }
    },
    dispose: () => {
      clearTimeout(timer);
    }
  };
}

function createToolbar(context: FrameContext): Toolbar {
  const name = element('span', 'jss-toolbar-name');
  const stopButton = toolButton('Stop', 'jss-stop', () => {
    stop(context);
  });
  stopButton.hidden = true;
  const status = createStatus(stopButton);
  const rerun = toolButton('Rerun', 'jss-rerun', () => {
    context.act('rerun');
  });
  const clear = toolButton('Clear and rerun', 'jss-clear', () => {
    context.act('clear');
  });
  clear.title = 'Forget the session state, then run from the top';
  const node = element('div', 'jss-toolbar', { role: 'group' }, name, status.node, stopButton, rerun, clear);
  let running = false;
  return {
    node,
    rerun,
    update: props => {
      node.hidden = props['toolbar'] === false;
      name.textContent = asString(props['name']);
      node.setAttribute('aria-label', `App ${asString(props['name'])}`.trim());
      if ((props['running'] === true) !== running) {
        running = !running;
        status.set(running);
      }
    },
    dispose: status.dispose
  };
}

/** Screen readers say what comes into a place that is there: it stays, and is empty when there is nothing to say. */
function createMessage(rerun: HTMLButtonElement) {
  const node = element('div', 'jss-message', { role: 'status', 'aria-live': 'polite' });
  return {
    node,
    show: (html: string) => {
      const focused = node.contains(node.ownerDocument.activeElement);
      if (setHtml(node, html) && focused) {
        (node.querySelector('button') ?? rerun).focus();
      }
    }
  };
}

function rank(item: Item): number {
  const index = isChild(item) ? ORDER.indexOf(item.kind) : -1;
  return index < 0 ? ORDER.length : index;
}

/** Values that wait go out before a click does: see `flushValues`. */
function flushBeforeClicks(el: HTMLElement): () => void {
  const onClick = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('button')) {
      flushValues(el);
    }
  };
  el.addEventListener('click', onClick, { capture: true });
  return () => {
    el.removeEventListener('click', onClick, { capture: true });
  };
}

export function appFrame(el: HTMLElement, context: FrameContext): Partial<Frame> {
  const toolbar = createToolbar(context);
  const message = createMessage(toolbar.rerun);
  const body = element('div', 'jss-shell');
  el.append(toolbar.node, message.node, body);
  const releaseKeys = keepKeys(el);
  const stopFlushing = flushBeforeClicks(el);
  const stopShortcuts = listenForShortcuts(el);
  return {
    body,
    update: props => {
      toolbar.update(props);
      message.show(asString(props['message']));
    },
    order: items => items.sort((a, b) => rank(a) - rank(b)),
    dispose: () => {
      toolbar.dispose();
      releaseKeys();
      stopFlushing();
      stopShortcuts();
    }
  };
}
