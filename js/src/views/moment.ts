// A field for a date, a time or both, in the author's format; two of them for a range. What is typed is read here,
// the browser's own picker is one button away.
import { asString, element, setAttributes, uniqueId } from './dom';
import { onDispose } from './host';
import type { Model, RenderContext } from './host';
import { Label } from './label';
import { pattern, readMoment, shown, steppedMoment } from './moments';
import type { Mode, Style } from './moments';

const TRAITS = [
  ...['empty', 'mode', 'is_range', 'min', 'max', 'step', 'format', 'required', 'description', 'disabled']
];
const KEYS: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };
const NATIVE: Record<Mode, string> = { date: 'date', time: 'time', datetime: 'datetime-local' };

interface Owner {
  readonly style: Style;
  /** Take a moment that was typed or picked, "" for none. */
  take(field: MomentField, value: string): void;
  report(field: MomentField, problem: string | null): void;
}

/** One text field with its picker. */
class MomentField {
  readonly #owner: Owner;
  readonly entry = element('input', 'jss-entry', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  readonly #native = element('input', 'jss-native', { tabindex: -1, 'aria-hidden': 'true' });
  readonly #pick = element('button', 'jss-icon-button jss-pick', { type: 'button' });
  readonly box = element('div', 'jss-box', {}, this.#native, this.entry, this.#pick);
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

class MomentView implements Owner {
  readonly #model: Model;
  readonly #fields = [new MomentField(this), new MomentField(this)] as const;
  readonly #label = new Label(this.#fields[0].entry);
  readonly #clear = element('button', 'jss-icon-button jss-clear', { type: 'button' });
  readonly #problem = element('div', 'jss-problem', { id: uniqueId('problem'), 'aria-live': 'polite' });
  #style: Style;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#style = this.#readStyle();
    el.classList.add('jss-moment', 'jss-field');
    const boxes = element('div', 'jss-boxes', {}, ...this.#fields.map(field => field.box));
    el.append(this.#label.node, boxes, this.#problem);
    this.#clear.addEventListener('click', () => {
      this.#send([]);
      this.#fields[0].entry.focus();
    });
    this.adopt();
    this.update();
  }

  get style(): Style {
    return this.#style;
  }

  get #isRange(): boolean {
    return this.#model.get('is_range') === true;
  }

  #texts(trait: string): string[] {
    return [...(this.#model.get(trait) as string[])];
  }

  #readStyle(): Style {
    const text = (name: string) => asString(this.#model.get(name));
    return {
      mode: text('mode') as Mode,
      format: text('format'),
      step: Number(this.#model.get('step')) || 60,
      min: text('min'),
      max: text('max')
    };
  }

  /** Show the model's value, in place of what was typed. */
  adopt(): void {
    const values = this.#texts('value');
    this.#fields.forEach((field, index) => {
      this.report(field, null);
      field.adopt(values[index] ?? '');
    });
    this.#showClear();
  }

  /** Follow everything but the value. */
  update(): void {
    this.#style = this.#readStyle();
    this.#label.update(this.#model);
    const names = this.#names();
    const disabled = this.#model.get('disabled') === true;
    const isNamed = this.#label.node.hidden || this.#isRange;
    this.#fields.forEach((field, index) => {
      field.update(names[index] ?? '', disabled);
      setAttributes(field.entry, { 'aria-label': isNamed ? names[index] : null });
    });
    this.#fields[1].box.hidden = !this.#isRange;
    this.#fields[this.#isRange ? 1 : 0].hold(this.#clear);
    this.#clear.setAttribute('aria-label', `Clear ${this.#label.text || 'the field'}`);
    this.#showClear();
  }

  #names(): string[] {
    const name =
      this.#label.text || { date: 'Date', time: 'Time', datetime: 'Date and time' }[this.#style.mode];
    return this.#isRange ? [`${name}, from`, `${name}, to`] : [name, ''];
  }

  /** Only what may be empty, and is not, can be cleared. */
  #showClear(): void {
    const mayBeEmpty = this.#model.get('required') !== true && this.#texts('empty').length === 0;
    const isLocked = this.#model.get('disabled') === true;
    this.#clear.hidden = isLocked || !mayBeEmpty || this.#texts('value').length === 0;
  }

  take(field: MomentField, value: string): void {
    const [first, second] = this.#fields;
    if (!this.#isRange) {
      this.#take(field, value === '' ? [] : [value]);
      return;
    }
    // The ends never pass each other: the one that was not touched goes along.
    if (first.value !== '' && second.value !== '' && first.value > second.value) {
      (field === first ? second : first).adopt(value);
    }
    if (first.value === '' && second.value !== '') {
      this.report(first, 'Enter the first date too.');
      return;
    }
    this.#take(
      field,
      [first.value, second.value].filter(text => text !== '')
    );
  }

  #take(field: MomentField, values: string[]): void {
    if (values.length === 0 && this.#model.get('required') === true) {
      this.report(field, 'This must not be empty.');
      field.adopt(this.#texts('value')[this.#fields.indexOf(field)] ?? '');
      return;
    }
    this.#send(values);
  }

  #send(values: string[]): void {
    const wanted = values.length === 0 ? this.#texts('empty') : values;
    const known = this.#texts('value');
    if (wanted.length !== known.length || wanted.some((text, index) => text !== known[index])) {
      this.#model.set('value', wanted);
      this.#model.save_changes();
    }
    this.adopt();
  }

  report(field: MomentField, problem: string | null): void {
    this.#problem.textContent = problem ?? '';
    setAttributes(field.entry, {
      'aria-invalid': problem === null ? null : 'true',
      'aria-errormessage': problem === null ? null : this.#problem.id
    });
  }
}

function render({ model, el, signal }: RenderContext): (() => void) | undefined {
  const view = new MomentView(model, el);
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

export const momentInput = { initialize(): void {}, render };
