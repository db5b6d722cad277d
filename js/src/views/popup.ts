// A box that opens below a field, or above it where there is more room. In the top layer no container clips it.
import { setAttributes } from './dom';

const GAP = 4;
const MARGIN = 8;
const HEIGHT = 280;

export class Popup {
  readonly #node: HTMLElement;
  readonly #anchor: HTMLElement;
  #listeners: AbortController | null = null;

  constructor(node: HTMLElement, anchor: HTMLElement) {
    this.#node = node;
    this.#anchor = anchor;
    if (typeof node.showPopover === 'function') {
      setAttributes(node, { popover: 'manual' });
    } else {
      node.hidden = true;
    }
  }

  get isOpen(): boolean {
    return this.#listeners !== null;
  }

  /** Open, and stay at the field while the page scrolls; a press elsewhere calls `onLeave`. */
  open(onLeave: () => void): void {
    if (this.isOpen) {
      this.place();
      return;
    }
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const place = () => {
      this.place();
    };
    window.addEventListener('resize', place, { signal });
    document.addEventListener('scroll', place, { signal, capture: true, passive: true });
    document.addEventListener(
      'pointerdown',
      event => {
        const target = event.target as Node;
        if (!this.#node.contains(target) && !this.#anchor.contains(target)) {
          onLeave();
        }
      },
      { signal, capture: true }
    );
    if (typeof this.#node.showPopover === 'function') {
      this.#node.showPopover();
    } else {
      this.#node.hidden = false;
    }
    this.place();
  }

  close(): void {
    if (!this.isOpen) {
      return;
    }
    this.#listeners?.abort();
    this.#listeners = null;
    if (typeof this.#node.hidePopover === 'function') {
      this.#node.hidePopover();
    } else {
      this.#node.hidden = true;
    }
  }

  place(): void {
    const at = this.#anchor.getBoundingClientRect();
    const below = document.documentElement.clientHeight - at.bottom - GAP - MARGIN;
    const above = at.top - GAP - MARGIN;
    const height = Math.min(HEIGHT, this.#node.scrollHeight || HEIGHT);
    const isAbove = below < height && above > below;
    const style = this.#node.style;
    style.width = `${at.width}px`;
    const rightmost = document.documentElement.clientWidth - MARGIN - this.#node.offsetWidth;
    style.left = `${Math.max(0, Math.min(at.left, rightmost))}px`;
    style.maxHeight = `${Math.max(96, Math.min(HEIGHT, isAbove ? above : below))}px`;
    style.top = isAbove ? '' : `${at.bottom + GAP}px`;
    style.bottom = isAbove ? `${document.documentElement.clientHeight - at.top + GAP}px` : '';
  }
}
