// Options side by side of which one or several are pressed: radio buttons, pills, segments, grades.
import { asString, element, plainText, setAttributes, setHtml, uniqueId } from './dom';
import { followed } from './follow';
import type { Model } from './host';
import { gradeIcon } from './icons';
import { Label } from './label';

const TRAITS = [
  'value',
  'options',
  'look',
  'multiple',
  'required',
  'horizontal',
  'stretch',
  'wrap',
  'description',
  'disabled'
];
const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const GRADES = new Set(['thumbs', 'faces', 'stars']);

export interface Option {
  label: string;
  html?: string;
  caption?: string;
}

/** What is pressed after a press on `label`. */
export function pressed(
  value: readonly string[],
  label: string,
  { multiple, required }: { multiple: boolean; required: boolean }
): string[] {
  const isPressed = value.includes(label);
  if (multiple) {
    return isPressed ? value.filter(other => other !== label) : [...value, label];
  }
  return isPressed && !required ? [] : [label];
}

class GroupView {
  readonly #model: Model;
  readonly #el: HTMLElement;
  readonly #label = new Label();
  readonly #group = element('div', 'jss-choices');
  readonly #name = uniqueId('group');
  #drawn = '';
  /** What can be pressed, one for each option: a radio button of the browser, or a button. */
  #parts: (HTMLInputElement | HTMLButtonElement)[] = [];

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#el = el;
    el.classList.add('jss-group', 'jss-field');
    el.append(this.#label.node, this.#group);
    this.#group.addEventListener('keydown', event => {
      this.#key(event);
    });
    this.update();
  }

  get #options(): Option[] {
    return this.#model.get('options') as Option[];
  }

  get #value(): string[] {
    return this.#model.get('value') as string[];
  }

  get #look(): string {
    return asString(this.#model.get('look'));
  }

  #is(trait: string): boolean {
    return this.#model.get(trait) === true;
  }

  /** Follow the model. */
  update(): void {
    this.#label.update(this.#model);
    const drawn = JSON.stringify([this.#look, this.#is('multiple'), this.#options]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#draw();
    }
    this.#el.dataset['jssLook'] = this.#look;
    for (const name of ['horizontal', 'stretch', 'wrap']) {
      this.#group.classList.toggle(`jss-${name}`, this.#is(name));
    }
    this.#el.classList.toggle('jss-disabled', this.#is('disabled'));
    setAttributes(this.#group, {
      role: this.#is('multiple') ? 'group' : 'radiogroup',
      'aria-label': this.#label.text || (GRADES.has(this.#look) ? 'Feedback' : 'Options'),
      'aria-required': this.#is('required') && !this.#is('multiple') && this.#look !== 'radio' ? 'true' : null
    });
    this.#show();
  }

  #draw(): void {
    const focused = this.#parts.findIndex(part => part === document.activeElement);
    this.#parts = [];
    const rows = this.#options.map((option, index) =>
      this.#look === 'radio' ? this.#radio(option) : this.#button(option, index)
    );
    this.#group.replaceChildren(...rows);
    if (focused >= 0) {
      this.#parts[Math.min(focused, this.#parts.length - 1)]?.focus({ preventScroll: true });
    }
  }

  #radio(option: Option): HTMLElement {
    const input = element('input', 'jss-radio-input', { type: 'radio', name: this.#name });
    const text = element('span', 'jss-option-text');
    showText(text, option);
    const row = element('label', 'jss-radio', {}, input, text);
    if (option.caption) {
      const caption = element('small', 'jss-option-caption', { id: uniqueId('caption') });
      setHtml(caption, option.caption);
      text.id = uniqueId('option');
      setAttributes(input, { 'aria-labelledby': text.id, 'aria-describedby': caption.id });
      row.append(caption);
    }
    input.addEventListener('change', () => {
      this.#send([option.label]);
    });
    this.#parts.push(input);
    return row;
  }

  #button(option: Option, index: number): HTMLElement {
    const role = this.#is('multiple') ? 'checkbox' : 'radio';
    const button = element('button', 'jss-choice', { type: 'button', role });
    const icon = gradeIcon(this.#look, index);
    if (icon === null) {
      showText(button, option);
    } else {
      setHtml(button, icon);
      setAttributes(button, { 'aria-label': option.html ?? option.label, title: option.html });
    }
    button.addEventListener('click', () => {
      const rules = { multiple: this.#is('multiple'), required: this.#is('required') };
      this.#send(pressed(this.#value, option.label, rules));
    });
    this.#parts.push(button);
    return button;
  }

  /** Press and release; of two options with one label the last one counts. */
  #show(): void {
    const labels = this.#options.map(option => option.label);
    const places = this.#value.map(label => labels.lastIndexOf(label));
    const focused = this.#parts.findIndex(part => part === document.activeElement);
    const entry = focused >= 0 ? focused : Math.max(0, places[0] ?? 0);
    const last = Math.max(-1, ...places);
    this.#parts.forEach((part, index) => {
      const isPressed = places.includes(index);
      part.disabled = this.#is('disabled');
      if (part instanceof HTMLInputElement) {
        part.checked = isPressed;
        return;
      }
      part.tabIndex = index === entry ? 0 : -1;
      part.setAttribute('aria-checked', String(isPressed));
      part.classList.toggle('jss-lit', isPressed || (this.#look === 'stars' && index <= last));
    });
  }

  /** The arrows move the focus alone: to press runs the script. Radio buttons have keys of their own. */
  #key(event: KeyboardEvent): void {
    const at = this.#parts.findIndex(part => part === event.target);
    if (at < 0 || this.#look === 'radio' || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const count = this.#parts.length;
    const step = STEPS[event.key];
    const edge = { Home: 0, End: count - 1 }[event.key];
    const next = step === undefined ? edge : (at + step + count) % count;
    if (next !== undefined) {
      event.preventDefault();
      this.#parts[next]?.focus();
      this.#show();
    }
  }

  #send(value: string[]): void {
    const known = this.#value;
    if (value.length !== known.length || value.some((label, index) => label !== known[index])) {
      this.#model.set('value', value);
      this.#model.save_changes();
    }
    this.#show();
  }
}

function showText(node: HTMLElement, option: Option): void {
  if (option.html === undefined) {
    node.textContent = option.label;
    return;
  }
  setHtml(node, option.html);
  if (!plainText(option.html)) {
    setAttributes(node, { 'aria-label': option.label });
  }
}

const render = followed(TRAITS, (model, el) => new GroupView(model, el));

export const buttonGroup = { initialize(): void {}, render };
