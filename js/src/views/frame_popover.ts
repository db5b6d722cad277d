// A button that opens a box above the page. The browser's own popover does most of it: the top layer, which nothing
// clips, Escape and a click elsewhere, which close it, and the focus that goes back to the button.
import { asString, element, plainText, setHtml, uniqueId } from './dom';
import { helpButton } from './help';
import type { Props } from './document';
import type { Frame, FrameContext } from './frame';
import type { Tooltip } from './help';

const GAP = 4;
const MARGIN = 8;
const TYPES = ['primary', 'secondary', 'tertiary'];

function placeBelow(box: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const page = document.documentElement;
  const left = Math.min(at.left, page.clientWidth - size.width - MARGIN);
  const below = at.bottom + GAP;
  const above = at.top - GAP - size.height;
  const fits = below + size.height <= page.clientHeight - MARGIN || above < MARGIN;
  box.style.left = `${Math.max(MARGIN, left)}px`;
  box.style.top = `${fits ? below : above}px`;
  box.style.maxHeight = `${page.clientHeight - MARGIN - Math.max(MARGIN, fits ? below : above)}px`;
}

class Popover {
  readonly head: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly body: HTMLElement;
  readonly #icon = element('span', 'jss-popover-icon', { 'aria-hidden': 'true' });
  readonly #label = element('span', 'jss-popover-label', { id: uniqueId('label') });
  readonly #change: FrameContext['change'];
  readonly #listeners = new AbortController();
  readonly #sizes: ResizeObserver | undefined;
  #help: { button: HTMLButtonElement; tooltip: Tooltip } | undefined;
  #tracked = false;
  #wanted = false;
  #late = false; // what is wanted could not be done yet

  constructor(change: FrameContext['change']) {
    this.#change = change;
    this.body = element('div', 'jss-popover-body', {
      id: uniqueId('popover'),
      role: 'dialog',
      'aria-labelledby': this.#label.id,
      tabindex: -1
    });
    this.button = element(
      'button',
      'jss-popover-button',
      { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-controls': this.body.id },
      this.#icon,
      this.#label
    );
    this.head = element('div', 'jss-popover-head', {}, this.button);
    this.body.popover = 'auto';
    this.button.popoverTargetElement = this.body;
    this.body.addEventListener('toggle', () => {
      this.#toggled();
    });
    const place = () => {
      this.#place();
    };
    // Captured, since what scrolls is somewhere around the app.
    document.addEventListener('scroll', place, {
      capture: true,
      passive: true,
      signal: this.#listeners.signal
    });
    window.addEventListener('resize', place, { signal: this.#listeners.signal });
    if (typeof ResizeObserver === 'function') {
      // The button has a size once it is on the page; before that nothing can be opened.
      this.#sizes = new ResizeObserver(() => {
        if (this.#late) {
          this.#follow();
        }
        this.#place();
      });
      this.#sizes.observe(this.button);
      this.#sizes.observe(this.body);
    }
  }

  get isOpen(): boolean {
    return this.body.matches(':popover-open');
  }

  update(props: Props): void {
    setHtml(this.#label, asString(props['label_html']));
    setHtml(this.#icon, asString(props['icon_html']));
    this.button.disabled = props['disabled'] === true;
    TYPES.forEach(type => this.button.classList.toggle(`jss-${type}`, props['type'] === type));
    this.button.classList.toggle('jss-stretched', props['width'] === 'stretch');
    this.#explain(asString(props['help_html']));
    this.#tracked = 'value' in props;
    if (this.#tracked) {
      this.#wanted = props['value'] === true;
      this.#follow();
    }
  }

  dispose(): void {
    this.#listeners.abort();
    this.#sizes?.disconnect();
    this.#explain('');
  }

  #explain(html: string): void {
    if (html && this.#help) {
      this.#help.tooltip.update(html);
    } else if (html) {
      this.#help = helpButton(plainText(this.#label.innerHTML), html);
      this.head.append(this.#help.button);
    } else {
      this.#help?.tooltip.dispose();
      this.#help?.button.remove();
      this.#help = undefined;
    }
  }

  /** Open or close as the kernel says. */
  #follow(): void {
    this.#late = !this.button.isConnected;
    if (this.#late || this.#wanted === this.isOpen) {
      return;
    }
    if (this.#wanted) {
      this.body.showPopover();
    } else {
      this.body.hidePopover();
    }
  }

  #toggled(): void {
    const isOpen = this.isOpen;
    this.button.setAttribute('aria-expanded', String(isOpen));
    this.#place();
    if (isOpen && !this.body.contains(document.activeElement)) {
      this.body.focus();
    }
    if (this.#tracked && isOpen !== this.#wanted) {
      this.#wanted = isOpen;
      this.#change(isOpen);
    }
  }

  #place(): void {
    if (this.isOpen) {
      placeBelow(this.body, this.button);
    }
  }
}

export function popoverFrame(el: HTMLElement, { change }: FrameContext): Partial<Frame> {
  const popover = new Popover(change);
  el.append(popover.head, popover.body);
  return {
    body: popover.body,
    update: props => {
      popover.update(props);
    },
    dispose: () => {
      popover.dispose();
    }
  };
}
