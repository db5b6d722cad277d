// What was chosen, as chips that can be taken away by mouse and by keyboard.
import { element, setAttributes } from './dom';

export class Chips {
  readonly node = element('div', 'jss-chips');
  readonly #field: HTMLInputElement;
  readonly #onRemove: (index: number) => void;
  #labels: readonly string[] = [];

  /** The chips stand before `field`, inside `node`. */
  constructor(field: HTMLInputElement, onRemove: (index: number) => void) {
    this.#field = field;
    this.#onRemove = onRemove;
    this.node.append(field);
    this.node.addEventListener('keydown', event => {
      this.#key(event);
    });
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.node.querySelectorAll<HTMLButtonElement>('.jss-chip-remove')];
  }

  show(labels: readonly string[], isDisabled: boolean): void {
    const isSame = labels.length === this.#labels.length && labels.every((l, i) => l === this.#labels[i]);
    if (!isSame) {
      this.#labels = [...labels];
      const focused = this.#buttons.findIndex(button => button === document.activeElement);
      this.node.querySelectorAll('.jss-chip').forEach(chip => {
        chip.remove();
      });
      this.#field.before(...labels.map((label, index) => this.#chip(label, index))); // it keeps the focus
      if (focused >= 0) {
        this.#focus(Math.min(focused, labels.length - 1));
      }
    }
    this.#buttons.forEach(button => {
      button.disabled = isDisabled;
    });
  }

  /** Focus the last chip; say whether there is one. */
  enter(): boolean {
    this.#focus(this.#labels.length - 1);
    return this.#labels.length > 0;
  }

  #chip(label: string, index: number): HTMLElement {
    const text = element('span', 'jss-chip-text', { title: label }, label);
    // The arrow keys reach it from the field, so it is no further stop of the Tab key.
    const remove = element('button', 'jss-chip-remove', { type: 'button', tabindex: -1 }, '×');
    setAttributes(remove, { 'aria-label': `Remove ${label}` });
    remove.addEventListener('click', () => {
      this.#onRemove(index);
    });
    return element('span', 'jss-chip', {}, text, remove);
  }

  #focus(index: number): void {
    (this.#buttons[index] ?? this.#field).focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    const at = this.#buttons.findIndex(button => button === event.target);
    if (at < 0) {
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      this.#focus(Math.max(0, at + (event.key === 'ArrowLeft' ? -1 : 1)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.#onRemove(at);
    } else if (event.key === 'Escape') {
      this.#field.focus({ preventScroll: true });
    }
  }
}
