// A button that opens a menu: the focus goes through its entries, and a click on one tells the kernel.
import { asString, element, setAttributes, setHtml, uniqueId } from './dom';
import { follow } from './button';
import type { Model, RenderContext } from './host';
import { Popup } from './popup';

interface Option {
  label: string;
  html?: string;
}

class MenuView {
  readonly #model: Model;
  readonly #button = element('button', 'jss-button jss-menu-button', {
    type: 'button',
    id: uniqueId('menu-button'),
    'aria-haspopup': 'menu',
    'aria-expanded': 'false'
  });
  readonly #label = element('span', 'jss-menu-label');
  readonly #list = element('div', 'jss-popup jss-menu', { role: 'menu', id: uniqueId('menu') });
  readonly #popup: Popup;
  #shown = '';

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#button.append(this.#label);
    el.classList.add('jss-buttonlike');
    el.append(this.#button, this.#list);
    this.#popup = new Popup(this.#list, this.#button);
    setAttributes(this.#button, { 'aria-controls': this.#list.id });
    setAttributes(this.#list, { 'aria-labelledby': this.#button.id });
    this.#listen();
    this.update();
  }

  get #entries(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  update(): void {
    setHtml(this.#label, asString(this.#model.get('description')));
    this.#button.disabled = this.#model.get('disabled') === true;
    if (this.#button.disabled) {
      this.close();
    }
    const options = this.#model.get('options') as Option[];
    const shown = JSON.stringify(options);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#list.replaceChildren(...options.map(option => this.#entry(option)));
    }
  }

  #entry({ label, html }: Option): HTMLElement {
    const entry = element('button', 'jss-menu-entry', { type: 'button', role: 'menuitem', tabindex: -1 });
    if (html === undefined) {
      entry.textContent = label;
    } else {
      setHtml(entry, html);
    }
    entry.addEventListener('click', () => {
      this.close();
      this.#button.focus();
      this.#model.send({ event: 'click', value: label });
    });
    return entry;
  }

  #listen(): void {
    this.#button.addEventListener('click', () => {
      if (this.#popup.isOpen) {
        this.close();
      } else {
        this.#open(0);
      }
    });
    this.#button.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.#open(event.key === 'ArrowDown' ? 0 : -1);
      }
    });
    this.#list.addEventListener('keydown', event => {
      this.#key(event);
    });
  }

  /** Open, with the focus on an entry: the first one, or counted from the end. */
  #open(index: number): void {
    this.#popup.open(() => {
      this.close();
    });
    setAttributes(this.#button, { 'aria-expanded': 'true' });
    this.#entries.at(index)?.focus();
  }

  close(): void {
    this.#popup.close();
    setAttributes(this.#button, { 'aria-expanded': 'false' });
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
      this.close();
      this.#button.focus();
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

function render(context: RenderContext): (() => void) | undefined {
  const view = new MenuView(context.model, context.el);
  return follow(
    context,
    ['description', 'disabled', 'options'],
    () => {
      view.update();
    },
    () => {
      view.close();
    }
  );
}

export const menu = { initialize(): void {}, render };
