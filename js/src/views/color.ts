// A patch of colour, which opens the browser's picker, and the colour as text, to be read, typed and copied.
import { asString, element } from './dom';
import { followed } from './follow';
import type { Model } from './host';
import { Label } from './label';
import { Problem } from './problem';

const TRAITS = ['description', 'disabled'];
const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** The form that a native picker takes, such as "#00ffaa"; null for a text that is no colour. */
export function sixDigits(text: string): string | null {
  const digits = HEX.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) {
    return null;
  }
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

class ColorView {
  readonly #model: Model;
  readonly #patch = element('input', 'jss-patch', { type: 'color' });
  readonly #text = element('input', 'jss-entry jss-hex', {
    type: 'text',
    maxlength: 7,
    autocomplete: 'off',
    spellcheck: 'false'
  });
  readonly #label = new Label(this.#patch);
  readonly #problem = new Problem();
  /** Whether the text field holds what was not sent. */
  #typed = false;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    el.classList.add('jss-color', 'jss-field');
    const box = element('div', 'jss-entry-box', {}, this.#patch, this.#text);
    el.append(this.#label.node, element('div', 'jss-boxes', {}, box), this.#problem.node);
    this.#listen();
    this.adopt();
    this.update();
  }

  get #value(): string {
    return asString(this.#model.get('value'));
  }

  /** Show the model's colour, in place of what was typed. */
  adopt(): void {
    this.#typed = false;
    this.#report(null);
    this.#text.value = this.#value;
    this.#patch.value = sixDigits(this.#value) ?? '#000000';
  }

  /** Follow everything but the colour. */
  update(): void {
    this.#label.update(this.#model);
    const name = this.#label.text || 'Colour';
    this.#patch.setAttribute('aria-label', name);
    this.#text.setAttribute('aria-label', `${name}, as text`);
    this.#patch.disabled = this.#text.disabled = this.#model.get('disabled') === true;
  }

  #listen(): void {
    // While the picker is open the text follows; the choice is sent when it closes.
    this.#patch.addEventListener('input', () => {
      this.#text.value = this.#patch.value;
    });
    this.#patch.addEventListener('change', () => {
      this.#send(this.#patch.value);
    });
    this.#text.addEventListener('input', () => {
      this.#typed = true;
      this.#report(null);
    });
    this.#text.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        this.#commit();
      } else if (event.key === 'Escape' && this.#typed) {
        this.adopt();
      }
    });
    this.#text.addEventListener('blur', () => {
      this.#leave();
    });
  }

  /** Send what was typed if it is a colour; say whether it was. */
  #commit(): boolean {
    if (!this.#typed) {
      return true;
    }
    const color = sixDigits(this.#text.value);
    if (color === null) {
      this.#report('Enter a colour as #00ffaa or #0fa.');
      return false;
    }
    this.#send(color);
    return true;
  }

  /** On leaving, what cannot be sent gives way to the old colour; the message stays until the next key. */
  #leave(): void {
    if (!this.#commit()) {
      this.#typed = false;
      this.#text.value = this.#value;
      this.#text.removeAttribute('aria-invalid');
    }
  }

  /** The same colour written otherwise is no change. */
  #send(color: string): void {
    if (color !== sixDigits(this.#value)) {
      this.#model.set('value', color);
      this.#model.save_changes();
    }
    this.adopt();
  }

  #report(problem: string | null): void {
    this.#problem.tell(this.#text, problem);
  }
}

const render = followed(TRAITS, (model, el) => new ColorView(model, el));

export const colorPicker = { initialize(): void {}, render };
