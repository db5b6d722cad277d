// The entries of a menu that is open: the focus goes through them with arrows, Home, End and letters.
import { element, setHtml } from './dom';

export interface Entry {
  label: string;
  html?: string;
}

/** What is called when an entry is chosen, by its number, and when the menu is left without one. */
export interface Choosing {
  choose(index: number): void;
  leave(): void;
}

export class MenuList {
  constructor(
    readonly node: HTMLElement,
    private readonly choosing: Choosing
  ) {
    node.addEventListener('keydown', event => {
      this.#key(event);
    });
  }

  get #entries(): HTMLElement[] {
    return [...this.node.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  show(entries: readonly Entry[]): void {
    this.node.replaceChildren(...entries.map((entry, index) => this.#entry(entry, index)));
  }

  /** Give an entry the focus, counted from the end if below zero. */
  focus(index: number): void {
    this.#entries.at(index)?.focus();
  }

  #entry({ label, html }: Entry, index: number): HTMLElement {
    const entry = element('button', 'jss-menu-entry', { type: 'button', role: 'menuitem', tabindex: -1 });
    if (html === undefined) {
      entry.textContent = label;
    } else {
      setHtml(entry, html);
    }
    entry.addEventListener('click', () => {
      this.choosing.choose(index);
    });
    return entry;
  }

  #key(event: KeyboardEvent): void {
    const entries = this.#entries;
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const places: Record<string, number> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: at <= 0 ? -1 : at - 1,
      Home: 0,
      End: -1
    };
    const place = places[event.key];
    if (place !== undefined) {
      event.preventDefault();
      entries.at(place)?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      this.choosing.leave();
    } else if (event.key.length === 1 && event.key !== ' ') {
      this.#find(event.key.toLowerCase(), at);
    }
  }

  /** Go to the next entry that begins with a letter. */
  #find(letter: string, at: number): void {
    const entries = this.#entries;
    const next = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    next.find(entry => entry.textContent.trim().toLowerCase().startsWith(letter))?.focus();
  }
}
