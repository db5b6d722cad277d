// A window above the app. The browser's own modal dialog does the rest: the page behind it is out of reach of mouse,
// keyboard and screen readers, and the focus goes back to where it came from.
import { asString, element, setAttributes, setHtml, uniqueId } from './dom';
import { flushValues } from './registry';
import type { Props } from './document';
import type { Frame, FrameContext } from './frame';

const WIDTHS: Record<string, string> = { small: '500px', medium: '750px', large: '1280px' };
/** A view is drawn before it is in the page, where alone a window can open. */
const PATIENCE_MS = 3000;
const FIELDS =
  'input:not([type="hidden"]), select, textarea, button, a[href], [contenteditable="true"], [tabindex="0"]';

function setWidth(dialog: HTMLElement, width: unknown): void {
  const wanted = typeof width === 'number' ? `${width}px` : (WIDTHS[asString(width)] ?? '500px');
  dialog.style.setProperty('--jss-dialog-width', wanted);
}

function isBeside(dialog: HTMLElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  const within =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  return event.target === dialog && !within;
}

class DialogWindow {
  readonly node: HTMLDialogElement;
  readonly body = element('div', 'jss-dialog-body');
  readonly #icon = element('span', 'jss-dialog-icon', { 'aria-hidden': 'true' });
  readonly #title = element('span', 'jss-dialog-title', { id: uniqueId('dialog') });
  readonly #close = element('button', 'jss-dialog-close', { type: 'button', 'aria-label': 'Close' }, '✕');
  readonly #context: FrameContext;
  #opening: unknown;
  #dismissible = true;
  #opener: HTMLElement | null = null;
  #waitUntil = 0;
  /** Nobody has done anything in it yet. */
  #untouched = true;

  constructor(context: FrameContext) {
    this.#context = context;
    const heading = element('h2', 'jss-dialog-head', {}, this.#icon, this.#title);
    // The button comes last, so that the first thing the keyboard reaches is what the window is about.
    this.node = element('dialog', 'jss-dialog-window', { 'aria-labelledby': this.#title.id });
    this.node.append(heading, this.body, this.#close);
    this.#close.addEventListener('click', () => {
      this.#dismiss();
    });
    this.#listen();
  }

  #listen(): void {
    const { node } = this;
    const touch = () => {
      this.#untouched = false;
    };
    node.addEventListener('pointerdown', touch, { capture: true });
    node.addEventListener('keydown', touch, { capture: true });
    // Captured, for core text fields keep their keys to themselves.
    node.addEventListener(
      'keydown',
      event => {
        this.#keepOpen(event);
      },
      { capture: true }
    );
    node.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        this.#dismiss();
      }
    });
    node.addEventListener('cancel', event => {
      event.preventDefault();
      this.#dismiss();
    });
    node.addEventListener('click', event => {
      if (isBeside(node, event)) {
        this.#dismiss();
      }
    });
  }

  update(props: Props): void {
    setHtml(this.#title, asString(props['label_html']));
    setHtml(this.#icon, asString(props['icon_html']));
    this.#dismissible = props['dismissible'] !== false;
    this.#close.hidden = !this.#dismissible;
    setWidth(this.node, props['width']);
    setAttributes(this.node, { 'data-position': asString(props['position']) || 'center' });
    // Each call of the dialog's function opens it again, though its user may have closed it.
    if (props['opening'] !== this.#opening) {
      this.#opening = props['opening'];
      if (this.#opening === null || this.#opening === undefined) {
        this.close();
      } else {
        this.#waitUntil = performance.now() + PATIENCE_MS;
        this.#open();
      }
    }
  }

  /** Its content has come: if the focus is still on the window itself, move it to the first field. */
  filled(): void {
    if (this.#untouched && document.activeElement === this.node) {
      this.#focusFirst();
    }
  }

  close(): void {
    const opener = this.#opener;
    this.#opener = null;
    this.#waitUntil = 0;
    if (!this.node.open) {
      return;
    }
    this.node.close();
    if (opener?.isConnected && document.activeElement !== opener) {
      opener.focus({ preventScroll: true });
    }
  }

  #open(): void {
    if (this.node.open) {
      return;
    }
    if (!this.node.isConnected) {
      if (performance.now() < this.#waitUntil) {
        requestAnimationFrame(() => {
          this.#open();
        });
      }
      return;
    }
    const focused = document.activeElement;
    this.#opener = focused instanceof HTMLElement && focused !== document.body ? focused : null;
    this.node.tabIndex = -1;
    this.#untouched = true;
    this.node.showModal();
    this.#focusFirst();
  }

  #focusFirst(): void {
    const fields = [...this.body.querySelectorAll<HTMLElement>(FIELDS)];
    const first = fields.find(field => !field.matches(':disabled, .jss-help-button'));
    (first ?? this.node).focus({ preventScroll: true });
  }

  /** Not left to the browser, which closes any window at the second Escape. */
  #keepOpen(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.#dismissible) {
      event.preventDefault();
    }
  }

  #dismiss(): void {
    if (!this.#dismissible) {
      return;
    }
    flushValues(this.node);
    this.close();
    this.#context.act('dismiss', { opening: this.#opening });
  }
}

export function dialogFrame(el: HTMLElement, context: FrameContext): Partial<Frame> {
  const shown = new DialogWindow(context);
  el.append(shown.node);
  const arrivals = new MutationObserver(() => {
    shown.filled();
  });
  arrivals.observe(shown.body, { childList: true, subtree: true });
  return {
    body: shown.body,
    update: props => {
      shown.update(props);
    },
    dispose: () => {
      arrivals.disconnect();
      shown.close();
    }
  };
}
