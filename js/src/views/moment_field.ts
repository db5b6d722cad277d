// One text field for a date, a time or both, in the author's format. What is typed is read here; the browser's own
// picker is one button away.
import { element, setAttributes } from './dom';
import { pattern, readMoment, shown, steppedMoment } from './moments';
import type { Mode, Style } from './moments';

const KEYS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };
const NATIVE: Record<Mode, string> = { date: 'date', time: 'time', datetime: 'datetime-local' };

/** What a field belongs to. */
export interface Owner {
  readonly style: Style;
  /** Take a moment that was typed or picked, "" for none. */
  take(field: MomentField, value: string): void;
  report(field: MomentField, problem: string | null): void;
}

export class MomentField {
  readonly #owner: Owner;
  readonly entry = element('input', 'jss-entry', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  readonly #native = element('input', 'jss-native', { tabindex: -1, 'aria-hidden': 'true' });
  readonly #pick = element('button', 'jss-icon-button jss-pick', { type: 'button' });
  readonly box = element('div', 'jss-entry-box', {}, this.#native, this.entry, this.#pick);
  /** What it holds, as it travels. */
  value = '';
  /** Whether it has text that was not taken. */
  #typed = false;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.entry.addEventListener('input', () => {
      this.#typed = true;
      owner.report(this, null);
    });
    this.entry.addEventListener('keydown', event => {
      this.#key(event);
    });
    this.entry.addEventListener('blur', () => {
      this.#leave();
    });
    this.#pick.addEventListener('click', () => {
      this.#open();
    });
    this.#native.addEventListener('change', () => {
      this.#accept(this.#native.value);
    });
  }

  /** Give a further button room in the box. */
  hold(button: HTMLElement): void {
    if (button.parentNode !== this.box) {
      this.#pick.before(button);
    }
  }

  /** Show a value in place of what was typed. */
  adopt(value: string): void {
    this.value = value;
    this.#typed = false;
    this.#show();
  }

  /** Follow everything but the value; text that was not taken stays. */
  update(name: string, disabled: boolean): void {
    const { mode } = this.#owner.style;
    this.#native.type = NATIVE[mode];
    this.#pick.classList.toggle('jss-clock', mode === 'time');
    this.#pick.setAttribute('aria-label', `Choose ${name}`);
    this.entry.placeholder = pattern(this.#owner.style);
    for (const node of [this.entry, this.#pick, this.#native]) {
      node.disabled = disabled;
    }
    if (!this.#typed) {
      this.#show();
    }
  }

  #show(): void {
    const text = shown(this.value, this.#owner.style);
    if (this.entry.value !== text) {
      this.entry.value = text;
    }
  }

  #key(event: KeyboardEvent): void {
    const direction = KEYS[event.key];
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      this.#open();
    } else if (direction && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#step(direction);
    } else if (event.key === 'Enter') {
      this.commit();
    } else if (event.key === 'Escape' && this.#typed) {
      this.#owner.report(this, null);
      this.adopt(this.value);
    }
  }

  /** Take what was typed if it is a moment that is allowed; say whether it was. */
  commit(): boolean {
    return !this.#typed || this.#accept(this.entry.value);
  }

  #accept(text: string): boolean {
    const reading = readMoment(text, this.#owner.style);
    if ('problem' in reading) {
      this.#owner.report(this, reading.problem);
      return false;
    }
    this.#owner.report(this, null);
    this.adopt(reading.value);
    this.#owner.take(this, reading.value);
    return true;
  }

  /** On leaving, what cannot be taken gives way to the old value; the message stays until the next key. */
  #leave(): void {
    if (!this.commit()) {
      this.adopt(this.value);
    }
    this.entry.removeAttribute('aria-invalid');
  }

  #step(direction: 1 | -1): void {
    if (this.commit()) {
      this.#accept(steppedMoment(this.value, direction, this.#owner.style));
    }
  }

  /** Open the browser's picker; a page in a foreign frame may not, and some browsers have none. */
  #open(): void {
    const { mode, min, max, step } = this.#owner.style;
    setAttributes(this.#native, { min, max, step: mode === 'time' ? step : null });
    this.#native.value = this.value;
    try {
      this.#native.showPicker();
    } catch {
      this.#owner.report(this, `There is no picker here: type it as ${pattern(this.#owner.style)}.`);
      this.entry.focus();
    }
  }
}
