// A patch of colour, which opens the browser's picker, and the colour as text, to be read, typed and copied.
import { asString, element, setAttributes, uniqueId } from './dom';
import { onDispose } from './host';
import type { Model, RenderContext } from './host';
import { Label } from './label';

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
  readonly #problem = element('div', 'jss-problem', { id: uniqueId('problem'), 'aria-live': 'polite' });
  /** Whether the text field holds what was not sent. */
  #typed = false;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    el.classList.add('jss-color', 'jss-field');
    const box = element('div', 'jss-entry-box', {}, this.#patch, this.#text);
    el.append(this.#label.node, element('div', 'jss-boxes', {}, box), this.#problem);
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
    this.#problem.textContent = problem ?? '';
    setAttributes(this.#text, {
      'aria-invalid': problem === null ? null : 'true',
      'aria-errormessage': problem === null ? null : this.#problem.id
    });
  }
}

function render({ model, el, signal }: RenderContext): (() => void) | undefined {
  const view = new ColorView(model, el);
  const update = () => {
    view.update();
  };
  const adopt = () => {
    view.adopt();
  };
  TRAITS.forEach(name => {
    model.on(`change:${name}`, update);
  });
  model.on('change:value', adopt);
  return onDispose(signal, () => {
    TRAITS.forEach(name => {
      model.off(`change:${name}`, update);
    });
    model.off('change:value', adopt);
  });
}

export const colorPicker = { initialize(): void {}, render };
