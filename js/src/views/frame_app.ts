// The root of an app: its toolbar and status, and the parts callbacks, sidebar, main and event.
import { isChild } from './document';
import { asString, element, setHtml } from './dom';
import { createRecorder } from './recorded';
import { keepKeys } from './keyboard';
import { flushValues } from './registry';
import { listenForShortcuts } from './shortcuts';
import type { Item, Props } from './document';
import type { Frame, FrameContext } from './frame';
import type { Recorder } from './recorded';

/** A run shorter than this shows no status, so that quick reruns do not flicker. */
const QUIET_MS = 200;
const ORDER = ['navigation', 'callbacks', 'sidebar', 'main', 'bottom', 'event'];

interface Toolbar {
  node: HTMLElement;
  rerun: HTMLButtonElement;
  recorder: Recorder;
  update: (props: Props) => void;
  dispose: () => void;
}

function toolButton(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', `jss-tool ${className}`, { type: 'button' }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** A button that is of no use any more gives the focus on to another one, so that it is not lost. */
function enable(button: HTMLButtonElement, useful: boolean, next: HTMLButtonElement): void {
  if (!useful && button.ownerDocument.activeElement === button) {
    next.focus();
  }
  button.disabled = !useful;
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
  const icon = element('span', 'jss-page-icon-box');
  const title = element('span', 'jss-page-title');
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
  const undo = toolButton('Undo', 'jss-undo', () => {
    context.act('undo');
  });
  undo.title = 'Put the session state back to how it was before the last step';
  const redo = toolButton('Redo', 'jss-redo', () => {
    context.act('redo');
  });
  redo.title = 'Do again what was undone';
  const recorder = createRecorder(
    toolButton('Record', 'jss-record', () => undefined),
    context.act
  );
  const node = element(
    'div',
    'jss-toolbar',
    { role: 'group' },
    name,
    icon,
    title,
    status.node,
    stopButton,
    undo,
    redo,
    recorder.button,
    rerun,
    clear
  );
  let running = false;
  return {
    node,
    rerun,
    recorder,
    update: props => {
      recorder.button.hidden = props['record'] !== true;
      node.hidden = props['toolbar'] === false;
      name.textContent = asString(props['name']);
      title.textContent = asString(props['page_title']);
      setHtml(icon, asString(props['page_icon_html']));
      node.setAttribute('aria-label', `App ${asString(props['name'])}`.trim());
      enable(undo, props['undo'] === true, rerun);
      enable(redo, props['redo'] === true, rerun);
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

/** Tell the kernel what it cannot know: theme, language and time zone of who looks; and when the theme changes. */
function introduce(el: HTMLElement, context: FrameContext): () => void {
  const tell = () => {
    tellReader(el, context);
  };
  const observer = new MutationObserver(tell);
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-jp-theme-light'] });
  tell();
  return () => {
    observer.disconnect();
  };
}

function tellReader(el: HTMLElement, { act }: FrameContext): void {
  const background = getComputedStyle(el).backgroundColor;
  const dark = document.body.dataset['jpThemeLight'] === 'false' || isDark(background);
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  act('reader', {
    theme: dark ? 'dark' : 'light',
    timezone: timeZone,
    timezone_offset: new Date().getTimezoneOffset(),
    locale: navigator.language || locale
  });
}

function isDark(color: string): boolean {
  const [r = 255, g = 255, b = 255, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return alpha > 0 && 0.299 * r + 0.587 * g + 0.114 * b < 110;
}

/** Width of the main part, and how the sidebar is at first. */
function createLayout(el: HTMLElement, logo: HTMLElement) {
  let sidebar: unknown;
  return (props: Props) => {
    setHtml(logo, asString(props['logo_html']));
    el.classList.toggle('jss-wide', props['layout'] === 'wide');
    el.classList.toggle('jss-centered', props['layout'] === 'centered');
    const wanted = props['sidebar_state'];
    if (wanted !== sidebar) {
      sidebar = wanted;
      el.classList.toggle('jss-sidebar-away', wanted === 'collapsed');
      el.style.setProperty('--jss-sidebar-width', typeof wanted === 'number' ? `${String(wanted)}px` : '');
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
  const logo = element('div', 'jss-logo-box');
  el.append(toolbar.node, toolbar.recorder.node, message.node, logo, body);
  const layout = createLayout(el, logo);
  const leave = introduce(el, context);
  const releaseKeys = keepKeys(el);
  const stopFlushing = flushBeforeClicks(el);
  const stopShortcuts = listenForShortcuts(el);
  return {
    body,
    update: props => {
      toolbar.update(props);
      layout(props);
      message.show(asString(props['message']));
    },
    hear: toolbar.recorder.hear,
    order: items => items.sort((a, b) => rank(a) - rank(b)),
    dispose: () => {
      leave();
      toolbar.dispose();
      releaseKeys();
      stopFlushing();
      stopShortcuts();
    }
  };
}
