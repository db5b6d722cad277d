// Messages that come and go in a corner of the page. Their source is an item of some container, hidden there: it goes
// with the next run, while the message stays its time.
import { element } from './dom';

const LEAVING_MS = 200;
const PATIENCE_MS = 1000;

/** A toast on screen; its time does not run while somebody looks at it. */
class Toast {
  readonly node: HTMLElement;
  readonly run: string;
  readonly #text = element('div', 'jss-toast-content jss-item');
  readonly #gone: () => void;
  #html = '';
  #left = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(source: HTMLElement, gone: () => void) {
    this.run = source.dataset['jssRun'] ?? '';
    this.#gone = gone;
    const dismiss = element('button', 'jss-toast-dismiss', { type: 'button', 'aria-label': 'Dismiss' }, '×');
    this.node = element('div', 'jss-toast', {}, this.#text, dismiss);
    dismiss.addEventListener('click', () => {
      this.#leave();
    });
    for (const event of ['pointerenter', 'focusin']) {
      this.node.addEventListener(event, () => {
        this.#pause();
      });
    }
    for (const event of ['pointerleave', 'focusout']) {
      this.node.addEventListener(event, () => {
        this.#resume();
      });
    }
    this.update(source);
  }

  /** Say what the source says now, if that is something else. */
  update(source: HTMLElement): void {
    const html = source.innerHTML;
    const seconds = Number(source.dataset['jssSeconds']);
    if (html === this.#html) {
      return;
    }
    this.#html = html;
    this.#text.replaceChildren(...[...source.cloneNode(true).childNodes]);
    this.#pause();
    this.#left = seconds * 1000;
    this.#resume();
  }

  #pause(): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#left = Math.max(PATIENCE_MS, this.#left - (Date.now() - this.#since));
    }
  }

  #resume(): void {
    if (this.#left > 0 && this.#timer === undefined) {
      this.#since = Date.now();
      this.#timer = setTimeout(() => {
        this.#leave();
      }, this.#left);
    }
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#left = 0;
    this.node.classList.add('jss-leaving');
    setTimeout(() => {
      this.node.remove();
      this.#gone();
    }, LEAVING_MS);
  }
}

/** The toast that an item's node gave last. */
const given = new WeakMap<Element, Toast>();

/** Show what is new among the toasts that are drawn directly in `body`, once that is in the page. */
export function showToasts(body: HTMLElement, patience = 60): void {
  const sources = body.querySelectorAll<HTMLElement>(':scope > .jss-box > .jss-toast-source');
  const app = body.closest<HTMLElement>('.jss-app');
  if (app?.isConnected) {
    sources.forEach(source => {
      show(source, app);
    });
  } else if (sources.length > 0 && patience > 0) {
    requestAnimationFrame(() => {
      showToasts(body, patience - 1);
    });
  }
}

function show(source: HTMLElement, app: HTMLElement): void {
  const box = source.parentElement ?? source;
  const toast = given.get(box);
  if (toast?.run === source.dataset['jssRun']) {
    toast?.update(source);
    return;
  }
  const toaster = toasterOf(app);
  const next = new Toast(source, () => {
    close(toaster);
  });
  given.set(box, next);
  open(toaster);
  toaster.append(next.node);
}

/** The corner of the page an app uses: a live region, so that what comes is read out. */
function toasterOf(app: HTMLElement): HTMLElement {
  const known = app.querySelector<HTMLElement>(':scope > .jss-toaster');
  if (known) {
    return known;
  }
  const toaster = element('div', 'jss-toaster', { role: 'status', 'aria-live': 'polite' });
  toaster.popover = 'manual';
  app.append(toaster);
  return toaster;
}

function open(toaster: HTMLElement): void {
  if (typeof toaster.showPopover === 'function' && !toaster.matches(':popover-open')) {
    toaster.showPopover();
  }
}

function close(toaster: HTMLElement): void {
  if (!toaster.hasChildNodes() && typeof toaster.hidePopover === 'function' && toaster.isConnected) {
    toaster.hidePopover();
  }
}
