// A field for one number that may be empty, with buttons for one step down and up.
import { asString, element, setAttributes, setHtml } from './dom';
import { followed } from './follow';
import { formatValue } from './format';
import type { Model } from './host';
import { Label } from './label';
import { readNumber, stepped } from './numbers';
import type { Range } from './numbers';
import { Problem } from './problem';
import { MISSING, registerCheck } from './rules';

const TRAITS = [
  'min',
  'max',
  'step',
  'format',
  'data_type',
  'placeholder',
  'icon',
  'required',
  'description',
  'disabled'
];
const KEYS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

class NumberView {
  readonly #model: Model;
  readonly #field = element('input', 'jss-number-field', {
    type: 'text',
    role: 'spinbutton',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false'
  });
  readonly #label = new Label(this.#field);
  readonly #icon = element('span', 'jss-number-icon', { 'aria-hidden': 'true' });
  readonly #problem = new Problem();
  readonly #down: HTMLButtonElement;
  readonly #up: HTMLButtonElement;
  /** Whether the field holds text that was not sent. */
  #typed = false;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#down = this.#stepButton('−', -1);
    this.#up = this.#stepButton('+', 1);
    el.classList.add('jss-number', 'jss-field');
    const box = element('div', 'jss-number-box', {}, this.#icon, this.#field, this.#down, this.#up);
    el.append(this.#label.node, box, this.#problem.node);
    this.#listen();
    registerCheck(this.#field, () => this.#isComplete());
    this.adopt();
    this.update();
  }

  get #value(): number | null {
    return asNumber(this.#model.get('value'));
  }

  get #isRequired(): boolean {
    return this.#model.get('required') === true;
  }

  /** Whether the form around it may be sent; if not, it is said why. */
  #isComplete(): boolean {
    if (this.#isRequired && this.#value === null) {
      this.#report(MISSING);
      return false;
    }
    return this.#field.getAttribute('aria-invalid') === null;
  }

  get #range(): Range {
    return { min: asNumber(this.#model.get('min')), max: asNumber(this.#model.get('max')) };
  }

  /** Show the model's value, in place of what was typed. */
  adopt(): void {
    this.#typed = false;
    this.#report(null);
    this.#showValue();
  }

  /** Follow everything but the value; text that was not sent stays. */
  update(): void {
    this.#label.update(this.#model);
    const name = this.#label.text || 'Number';
    this.#field.placeholder = asString(this.#model.get('placeholder'));
    this.#field.disabled = this.#model.get('disabled') === true;
    const icon = asString(this.#model.get('icon'));
    setHtml(this.#icon, icon);
    this.#icon.hidden = icon === '';
    setAttributes(this.#field, { 'aria-required': this.#isRequired ? 'true' : null });
    if (this.#label.node.hidden) {
      this.#field.setAttribute('aria-label', name);
    } else {
      this.#field.removeAttribute('aria-label');
    }
    this.#down.setAttribute('aria-label', `Decrease ${name}`);
    this.#up.setAttribute('aria-label', `Increase ${name}`);
    if (!this.#typed) {
      this.#showValue();
    }
    this.#showRange();
  }

  #stepButton(sign: string, direction: 1 | -1): HTMLButtonElement {
    // The arrow keys do the same, so these are no further stops of the Tab key and leave the focus where it is.
    const button = element('button', 'jss-step', { type: 'button', tabindex: -1 }, sign);
    button.addEventListener('mousedown', event => {
      event.preventDefault();
    });
    button.addEventListener('click', () => {
      this.#step(direction);
    });
    return button;
  }

  #listen(): void {
    this.#field.addEventListener('input', () => {
      this.#typed = true;
      this.#report(null);
    });
    this.#field.addEventListener('keydown', event => {
      this.#key(event);
    });
    this.#field.addEventListener('blur', () => {
      this.#leave();
    });
  }

  #key(event: KeyboardEvent): void {
    const direction = KEYS[event.key];
    if (direction && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#step(direction);
    } else if (event.key === 'Enter') {
      this.#commit();
    } else if (event.key === 'Escape' && this.#typed) {
      this.adopt();
    }
  }

  /** Send what was typed if it is a number that is allowed; say whether it was. */
  #commit(): boolean {
    if (!this.#typed) {
      return true;
    }
    const { format, type } = this.#style;
    const reading = readNumber(this.#field.value, format, type, this.#range);
    if ('problem' in reading) {
      this.#report(reading.problem);
      return false;
    }
    if (reading.value === null && this.#isRequired) {
      this.#report(MISSING);
      return false;
    }
    this.#send(reading.value);
    return true;
  }

  /** On leaving, what cannot be sent gives way to the old value; the message stays until the next key. */
  #leave(): void {
    if (!this.#commit()) {
      this.#typed = false;
      this.#showValue();
      this.#field.removeAttribute('aria-invalid');
    }
  }

  #step(direction: 1 | -1): void {
    if (this.#field.disabled || !this.#commit()) {
      return;
    }
    this.#report(null);
    this.#send(stepped(this.#value, Number(this.#model.get('step')) || 1, direction, this.#range));
  }

  #send(value: number | null): void {
    this.#typed = false;
    if (value !== this.#value) {
      this.#model.set('value', value);
      this.#model.save_changes();
    }
    this.#showValue();
  }

  get #style(): { format: string; type: string } {
    return { format: asString(this.#model.get('format')), type: asString(this.#model.get('data_type')) };
  }

  #showValue(): void {
    const value = this.#value;
    const { format, type } = this.#style;
    const text = value === null ? '' : formatValue(value, format, type);
    if (this.#field.value !== text) {
      this.#field.value = text;
    }
    this.#showRange();
  }

  #showRange(): void {
    const value = this.#value;
    const { min, max } = this.#range;
    const disabled = this.#field.disabled;
    setAttributes(this.#field, {
      'aria-valuenow': value,
      'aria-valuetext': this.#field.value || 'empty',
      'aria-valuemin': min,
      'aria-valuemax': max
    });
    this.#down.disabled = disabled || (value !== null && min !== null && value <= min);
    this.#up.disabled = disabled || (value !== null && max !== null && value >= max);
  }

  #report(problem: string | null): void {
    this.#problem.tell(this.#field, problem);
  }
}

const render = followed(TRAITS, (model, el) => new NumberView(model, el));

export const numberInput = { initialize(): void {}, render };
