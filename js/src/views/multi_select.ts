// A field that collects options: chips, a text that narrows a list, and the list itself.
import { Chips } from './chips';
import { asString, element, setAttributes, setOff, uniqueId } from './dom';
import { matching } from './filter';
import type { FilterMode } from './filter';
import { followed } from './follow';
import type { Model } from './host';
import { Label } from './label';
import { Listbox } from './listbox';
import type { Entry } from './listbox';
import { Popup } from './popup';

const TRAITS = [
  'value',
  'options',
  'placeholder',
  'max_selections',
  'accept_new_options',
  'filter_mode',
  'select_all',
  'wrap',
  'description',
  'disabled'
];
/** So many entries are drawn; typing brings the others. */
const MOST = 200;

class MultiSelectView {
  readonly #model: Model;
  readonly #el: HTMLElement;
  readonly #field = element('input', 'jss-multi-field', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false'
  });
  readonly #label = new Label(this.#field);
  readonly #clear = element('button', 'jss-multi-clear', { type: 'button' }, '×');
  readonly #box = element('div', 'jss-multi-box');
  readonly #chips = new Chips(this.#field, index => {
    this.#remove(index);
  });
  readonly #list = new Listbox(this.#field);
  readonly #note = element('div', 'jss-popup-note', { id: uniqueId('note') });
  readonly #live = element('div', 'jss-live', { 'aria-live': 'polite' });
  readonly #popup: Popup;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#el = el;
    el.classList.add('jss-multi', 'jss-field');
    const popup = element('div', 'jss-popup', {}, this.#list.node, this.#note);
    // The field keeps the focus while the list is pressed.
    popup.addEventListener('mousedown', event => {
      event.preventDefault();
    });
    this.#box.append(this.#chips.node, this.#clear);
    el.append(this.#label.node, this.#box, popup, this.#live);
    this.#popup = new Popup(popup, this.#box);
    setAttributes(this.#field, { 'aria-controls': this.#list.node.id });
    this.#listen();
    this.update();
  }

  get #value(): string[] {
    return this.#model.get('value') as string[];
  }

  get #options(): string[] {
    return this.#model.get('options') as string[];
  }

  get #isDisabled(): boolean {
    return this.#model.get('disabled') === true;
  }

  get #mode(): FilterMode {
    return this.#model.get('filter_mode') as FilterMode;
  }

  get #acceptsNew(): boolean {
    return this.#model.get('accept_new_options') === true;
  }

  /** How many more may be chosen. */
  get #room(): number {
    const most = this.#model.get('max_selections');
    return typeof most === 'number' ? Math.max(0, most - this.#value.length) : Infinity;
  }

  /** Follow the model; what was typed stays. */
  update(): void {
    const isDisabled = this.#isDisabled;
    this.#label.update(this.#model);
    const name = this.#label.text || 'Options';
    this.#chips.show(this.#value, isDisabled);
    this.#field.disabled = isDisabled;
    this.#field.readOnly = this.#mode === null;
    this.#field.placeholder = this.#value.length > 0 ? '' : asString(this.#model.get('placeholder'));
    setAttributes(this.#field, { 'aria-label': this.#label.node.hidden ? name : null });
    setAttributes(this.#list.node, { 'aria-label': name });
    setAttributes(this.#clear, { 'aria-label': `Clear ${name}` });
    this.#clear.hidden = isDisabled || this.#value.length === 0;
    setOff(this.#box, isDisabled);
    this.#el.classList.toggle('jss-wrap', this.#model.get('wrap') === true);
    if (this.#popup.isOpen) {
      this.#fill(this.#list.active);
    }
  }

  dispose(): void {
    this.#popup.close();
  }

  #listen(): void {
    this.#field.addEventListener('input', () => {
      this.#open(this.#field.value ? 'first' : -1);
    });
    this.#field.addEventListener('keydown', event => {
      this.#key(event);
    });
    this.#el.addEventListener('focusout', event => {
      if (!(event.relatedTarget instanceof Node && this.#el.contains(event.relatedTarget))) {
        this.#leave();
      }
    });
    this.#box.addEventListener('click', event => {
      if (!this.#isDisabled && !(event.target instanceof HTMLButtonElement)) {
        this.#field.focus({ preventScroll: true });
        this.#open(-1);
      }
    });
    this.#clear.addEventListener('click', () => {
      this.#field.focus({ preventScroll: true });
      this.#send([], 'All removed');
    });
  }

  #key(event: KeyboardEvent): void {
    const isEmpty = this.#field.value === '';
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#go(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#enter();
    } else if (event.key === 'Escape' && (this.#popup.isOpen || !isEmpty)) {
      event.preventDefault();
      event.stopPropagation();
      this.#leave();
    } else if (event.key === 'Backspace' && isEmpty && this.#value.length > 0) {
      this.#remove(this.#value.length - 1);
    } else if (event.key === 'ArrowLeft' && isEmpty && this.#chips.enter()) {
      event.preventDefault();
    }
  }

  #go(step: number): void {
    if (this.#popup.isOpen) {
      this.#list.move(step);
    } else {
      this.#open(-1);
      this.#list.move(step);
    }
  }

  #enter(): void {
    if (!this.#popup.isOpen) {
      this.#open('first');
    } else {
      this.#list.pick();
    }
  }

  #open(active: number | 'first'): void {
    if (this.#isDisabled) {
      return;
    }
    this.#fill(active);
    this.#popup.open(() => {
      this.#leave();
    });
    setAttributes(this.#field, { 'aria-expanded': 'true', 'aria-describedby': this.#note.id });
  }

  /** Close the list and forget what was typed. */
  #leave(): void {
    this.#popup.close();
    this.#field.value = '';
    setAttributes(this.#field, {
      'aria-expanded': 'false',
      'aria-activedescendant': null,
      'aria-describedby': null
    });
  }

  #fill(active: number | 'first'): void {
    const typed = this.#field.value;
    const chosen = new Set(this.#value);
    const left = [...new Set(this.#options)].filter(label => !chosen.has(label));
    const found = this.#room > 0 ? matching(left, typed, this.#mode) : [];
    this.#list.show([...this.#entries(found, typed.trim())], active);
    this.#list.node.hidden = this.#list.isEmpty;
    this.#note.textContent = this.#words(found.length, left.length);
    this.#note.hidden = this.#note.textContent === '';
    if (this.#popup.isOpen) {
      this.#popup.place();
    }
  }

  *#entries(found: string[], typed: string): Iterable<Entry> {
    const most = Number(this.#model.get('select_all'));
    const offersAll = found.length > 1 && found.length <= this.#room;
    if (offersAll && (most < 0 || this.#options.length <= most)) {
      const text = typed ? `Select all ${found.length} found` : 'Select all';
      yield {
        kind: 'all',
        text,
        pick: () => {
          this.#add(found, `${found.length} added`);
        }
      };
    }
    for (const label of found.slice(0, MOST)) {
      yield {
        kind: 'option',
        text: label,
        pick: () => {
          this.#add([label], `${label} added`);
        }
      };
    }
    const isNew = typed !== '' && !this.#options.includes(typed) && !this.#value.includes(typed);
    if (this.#acceptsNew && isNew && this.#room > 0) {
      yield {
        kind: 'new',
        text: `Add: ${typed}`,
        pick: () => {
          this.#add([typed], `${typed} added`);
        }
      };
    }
  }

  /** What the list does not say by itself. */
  #words(found: number, left: number): string {
    if (this.#room === 0) {
      const most = Number(this.#model.get('max_selections'));
      return `You can select up to ${most} ${most === 1 ? 'option' : 'options'}. Remove one first.`;
    }
    if (found > MOST) {
      return `${found - MOST} more: type to narrow the list`;
    }
    if (!this.#list.isEmpty) {
      return '';
    }
    return left === 0 ? (this.#acceptsNew ? 'Type to add an option' : 'No options to select') : 'No results';
  }

  #add(labels: string[], said: string): void {
    const wasTyped = this.#field.value !== '';
    this.#field.value = '';
    this.#send([...this.#value, ...labels], said);
    if (wasTyped && this.#popup.isOpen) {
      this.#fill(-1);
    }
  }

  #remove(index: number): void {
    const label = this.#value[index] ?? '';
    this.#send(
      this.#value.filter((_, place) => place !== index),
      `${label} removed`
    );
  }

  #send(value: string[], said: string): void {
    this.#live.textContent = said;
    this.#model.set('value', value);
    this.#model.save_changes();
    this.update();
  }
}

const render = followed(TRAITS, (model, el) => new MultiSelectView(model, el));

export const multiSelect = { initialize(): void {}, render };
