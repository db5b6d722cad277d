// A slider with one or two thumbs. Native range inputs take the keys and speak to screen readers; the pointer is
// handled here, so that a track with two thumbs can be pressed anywhere.
import { element } from './dom';
import { changes, follow } from './follow';
import type { Model, RenderContext } from './host';
import { Label } from './label';
import { clamp } from './numbers';
import { fraction, labelled, nearest, numeric, valueAt } from './slider_scale';
import type { Reading, Scale } from './slider_scale';

interface Thumb {
  input: HTMLInputElement;
  knob: HTMLElement;
  text: HTMLElement;
}

class SliderView {
  readonly #model: Model;
  readonly #reading: Reading;
  readonly #label = new Label();
  readonly #fill = element('div', 'jss-slider-fill');
  readonly #track = element('div', 'jss-slider-track', {}, element('div', 'jss-slider-rail'), this.#fill);
  readonly #ends = [element('span'), element('span')] as const;
  #thumbs: Thumb[] = [];
  /** What is shown. While a pointer is down it is the person's, whatever the kernel sends. */
  #values: number[] = [];
  #dragged: number | null = null;

  constructor(model: Model, el: HTMLElement, reading: Reading) {
    this.#model = model;
    this.#reading = reading;
    el.classList.add('jss-slider', 'jss-field');
    const ends = element('div', 'jss-slider-ends', { 'aria-hidden': 'true' }, ...this.#ends);
    el.append(this.#label.node, this.#track, ends);
    this.#listen();
    this.update();
  }

  get #scale(): Scale {
    return this.#reading.scale();
  }

  get #disabled(): boolean {
    return this.#model.get('disabled') === true;
  }

  /** Follow the model. */
  update(): void {
    if (this.#dragged === null) {
      this.#values = this.#reading.values();
    }
    this.#label.update(this.#model);
    this.#makeThumbs();
    this.#show();
  }

  #makeThumbs(): void {
    while (this.#thumbs.length > this.#values.length) {
      const thumb = this.#thumbs.pop();
      [thumb?.input, thumb?.knob, thumb?.text].forEach(node => node?.remove());
    }
    while (this.#thumbs.length < this.#values.length) {
      this.#thumbs.push(this.#makeThumb(this.#thumbs.length));
    }
  }

  #makeThumb(index: number): Thumb {
    const input = element('input', 'jss-slider-input', { type: 'range' });
    const text = element('output', 'jss-slider-text', { 'aria-hidden': 'true' });
    const knob = element('div', 'jss-slider-knob');
    input.addEventListener('input', () => {
      this.#move(index, Number(input.value));
    });
    input.addEventListener('change', () => {
      this.#send();
    });
    this.#track.append(input, knob, text);
    return { input, knob, text };
  }

  #show(): void {
    const scale = this.#scale;
    const texts = this.#values.map(value => this.#format(value));
    const places = this.#values.map(value => fraction(value, scale));
    this.#thumbs.forEach((thumb, index) => {
      this.#showThumb(thumb, index, texts[index] ?? '', places[index] ?? 0);
    });
    const isRange = places.length > 1;
    this.#fill.style.setProperty('--jss-from', String(isRange ? places[0] : 0));
    this.#fill.style.setProperty('--jss-to', String(places.at(-1) ?? 0));
    this.#track.classList.toggle('jss-disabled', this.#disabled);
    this.#ends[0].textContent = this.#format(scale.min);
    this.#ends[1].textContent = this.#format(scale.max);
    this.#joinTexts(texts, places);
  }

  #showThumb({ input, knob, text }: Thumb, index: number, shown: string, place: number): void {
    const { min, max, step } = this.#scale;
    const suffix = this.#values.length > 1 ? [', from', ', to'][index] : '';
    input.min = String(min);
    input.max = String(max);
    input.step = step > 0 ? String(step) : 'any';
    input.value = String(this.#values[index]);
    input.disabled = this.#disabled;
    input.setAttribute('aria-label', `${this.#label.text || 'Slider'}${suffix ?? ''}`);
    input.setAttribute('aria-valuetext', shown);
    text.textContent = shown;
    for (const node of [knob, text]) {
      node.style.setProperty('--jss-at', String(place));
    }
  }

  /** Two texts that would overlap become one between the thumbs. */
  #joinTexts(texts: string[], places: number[]): void {
    const [first, second] = this.#thumbs;
    if (!first || !second) {
      return;
    }
    const [low = 0, high = 0] = places;
    const width = this.#track.clientWidth;
    const needed = (first.text.offsetWidth + second.text.offsetWidth) / 2 + 8;
    const joined = width > 0 && (high - low) * width < needed;
    second.text.hidden = joined;
    if (joined) {
      first.text.textContent = low === high ? (texts[0] ?? '') : texts.join(' – ');
      first.text.style.setProperty('--jss-at', String((low + high) / 2));
    }
  }

  #format(value: number): string {
    return this.#reading.text(value);
  }

  #listen(): void {
    this.#track.addEventListener('pointerdown', event => {
      this.#press(event);
    });
    this.#track.addEventListener('pointermove', event => {
      this.#drag(event);
    });
    this.#track.addEventListener('pointerup', event => {
      this.#release(event);
    });
    this.#track.addEventListener('pointercancel', event => {
      this.#release(event);
    });
  }

  #placeOf(event: PointerEvent): number {
    const box = this.#track.getBoundingClientRect();
    return box.width > 0 ? (event.clientX - box.left) / box.width : 0;
  }

  #press(event: PointerEvent): void {
    if (this.#disabled || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const value = valueAt(this.#placeOf(event), this.#scale);
    this.#dragged = nearest(this.#values, value);
    this.#track.setPointerCapture(event.pointerId);
    this.#track.classList.add('jss-dragged');
    this.#thumbs[this.#dragged]?.input.focus({ preventScroll: true });
    this.#move(this.#dragged, value);
  }

  #drag(event: PointerEvent): void {
    if (this.#dragged !== null) {
      this.#move(this.#dragged, valueAt(this.#placeOf(event), this.#scale));
    }
  }

  #release(event: PointerEvent): void {
    if (this.#dragged === null) {
      return;
    }
    this.#dragged = null;
    this.#track.classList.remove('jss-dragged');
    this.#track.releasePointerCapture(event.pointerId);
    // Min and max may have changed meanwhile; the rest is what the person has.
    const { min, max } = this.#scale;
    this.#values = this.#values.map(value => clamp(value, { min, max }));
    this.#show();
    this.#send();
  }

  #move(index: number, value: number): void {
    const [low = value, high = value] = this.#values;
    const isRange = this.#values.length > 1;
    const fitted = !isRange ? value : index === 0 ? Math.min(value, high) : Math.max(value, low);
    if (fitted === this.#values[index]) {
      this.#show();
      return;
    }
    this.#values[index] = fitted;
    this.#show();
    if (this.#model.get('continuous') !== false) {
      this.#send();
    }
  }

  #send(): void {
    const known = this.#reading.values();
    if (
      known.length === this.#values.length &&
      known.every((value, index) => value === this.#values[index])
    ) {
      return;
    }
    this.#model.set('value', this.#reading.toTrait(this.#values));
    this.#model.save_changes();
  }
}

/** Whether texts overlap depends on the width, which is zero while the slider is hidden. */
function observeWidth(el: HTMLElement, callback: () => void): ResizeObserver | null {
  if (typeof ResizeObserver === 'undefined') {
    return null;
  }
  const observer = new ResizeObserver(callback);
  observer.observe(el);
  return observer;
}

function viewOf(readingOf: (model: Model) => Reading) {
  const render = (context: RenderContext): (() => void) | undefined => {
    const { model, el } = context;
    const reading = readingOf(model);
    const view = new SliderView(model, el, reading);
    const update = () => {
      view.update();
    };
    const widths = observeWidth(el, update);
    return follow(context, changes(reading.traits, update), () => widths?.disconnect());
  };
  return { initialize(): void {}, render };
}

export const slider = viewOf(numeric);
export const selectSlider = viewOf(labelled);
