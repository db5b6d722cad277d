// A field for a date, a time or both; two of them for a range.
import { asString, element, setAttributes } from './dom';
import { followed } from './follow';
import type { Model } from './host';
import { Label } from './label';
import { MomentField } from './moment_field';
import type { Owner } from './moment_field';
import type { Mode, Style } from './moments';
import { Problem } from './problem';

const TRAITS = [
  ...['empty', 'mode', 'is_range', 'min', 'max', 'step', 'format', 'required', 'description', 'disabled']
];
class MomentView implements Owner {
  readonly #model: Model;
  readonly #fields = [new MomentField(this), new MomentField(this)] as const;
  readonly #label = new Label(this.#fields[0].entry);
  readonly #clear = element('button', 'jss-icon-button jss-clear', { type: 'button' });
  readonly #problem = new Problem();
  #style: Style;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#style = this.#readStyle();
    el.classList.add('jss-moment', 'jss-field');
    const boxes = element('div', 'jss-boxes', {}, ...this.#fields.map(field => field.box));
    el.append(this.#label.node, boxes, this.#problem.node);
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
    this.#problem.tell(field.entry, problem);
  }
}

const render = followed(TRAITS, (model, el) => new MomentView(model, el));

export const momentInput = { initialize(): void {}, render };
