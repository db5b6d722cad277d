import { beforeEach, describe, expect, it } from 'vitest';
import { numberInput } from '../number';
import { slider } from '../slider';
import { fraction, nearest, valueAt } from '../slider_scale';
import { FakeModel } from './fakes';

let el: HTMLElement;
let model: FakeModel;
let controller: AbortController;

beforeEach(() => {
  el = document.createElement('div');
  document.body.replaceChildren(el);
  controller = new AbortController();
});

function find<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
function find(selector: string): HTMLElement;
function find(selector: string): Element {
  return el.querySelector(selector) as Element;
}

describe('the scale of a slider', () => {
  const scale = { min: 0, max: 10, step: 3 };

  it('snaps to steps and reaches both ends', () => {
    expect([0, 0.34, 0.5, 0.97, 1, 2, -1].map(place => valueAt(place, scale))).toEqual([
      0, 3, 6, 9, 10, 10, 0
    ]);
  });

  it('is free of binary noise', () => {
    expect(valueAt(0.3, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
  });

  it('of one point has its thumb at the start', () => {
    expect(fraction(5, { min: 5, max: 5, step: 1 })).toBe(0);
  });

  it('moves the nearer thumb, and of two on one place the one that can go there', () => {
    expect([nearest([2, 8], 4), nearest([2, 8], 7), nearest([5, 5], 7), nearest([5, 5], 3)]).toEqual([
      0, 1, 1, 0
    ]);
  });
});

describe('a slider', () => {
  const base = {
    min: 0,
    max: 100,
    step: 1,
    format: '%d km',
    data_type: 'int',
    disabled: false,
    continuous: true
  };

  function show(state: Record<string, unknown>): void {
    model = new FakeModel({ ...base, description: '<b>How</b> far', ...state });
    slider.render({ model, el, signal: controller.signal });
    const track = find('.jss-slider-track');
    track.getBoundingClientRect = () => ({ left: 0, width: 100 }) as DOMRect;
    track.setPointerCapture = track.releasePointerCapture = () => undefined;
  }

  function point(type: string, clientX: number): void {
    const event = new MouseEvent(type, { clientX, button: 0, bubbles: true, cancelable: true });
    find('.jss-slider-track').dispatchEvent(event);
  }

  it('has a name and a spoken value', () => {
    show({ value: [25] });
    const input = find('input');
    expect([
      input.ariaLabel ?? input.getAttribute('aria-label'),
      input.getAttribute('aria-valuetext')
    ]).toEqual(['How far', '25 km']);
  });

  it('names its two ends', () => {
    show({ value: [2, 5] });
    const names = [...el.querySelectorAll('input')].map(input => input.getAttribute('aria-label'));
    expect(names).toEqual(['How far, from', 'How far, to']);
  });

  it('sends while it is dragged', () => {
    show({ value: [0] });
    point('pointerdown', 10);
    point('pointermove', 20);
    point('pointerup', 20);
    expect(model.saved).toEqual([{ value: [10] }, { value: [20] }]);
  });

  it('sends on release only, if not continuous', () => {
    show({ value: [0], continuous: false });
    point('pointerdown', 10);
    point('pointermove', 20);
    expect(model.saved).toEqual([]);
    point('pointerup', 20);
    expect(model.saved).toEqual([{ value: [20] }]);
  });

  it('keeps the value of the person while the kernel sends another, and tells the kernel on release', () => {
    show({ value: [0] });
    point('pointerdown', 40);
    model.push('value', [7]);
    expect(find('output').textContent).toBe('40 km');
    point('pointerup', 40);
    expect(model.saved.at(-1)).toEqual({ value: [40] });
    expect(model.get('value')).toEqual([40]);
  });

  it('follows the kernel otherwise', () => {
    show({ value: [0] });
    model.push('value', [7]);
    expect([find('output').textContent, find('input').value]).toEqual(['7 km', '7']);
    expect(model.saved).toEqual([]);
  });

  it('takes native input, from keys or assistive tools', () => {
    show({ value: [3] });
    const input = find('input');
    input.value = '4';
    input.dispatchEvent(new Event('input'));
    expect(model.saved).toEqual([{ value: [4] }]);
  });

  it('does not let its thumbs pass each other', () => {
    show({ value: [20, 50] });
    point('pointerdown', 22);
    point('pointermove', 90);
    point('pointerup', 90);
    expect(model.get('value')).toEqual([50, 50]);
  });

  it('does not move when disabled', () => {
    show({ value: [20], disabled: true });
    point('pointerdown', 80);
    expect(model.saved).toEqual([]);
    expect(find('input').disabled).toBe(true);
  });

  it('becomes a range and back', () => {
    show({ value: [20] });
    model.push('value', [20, 30]);
    expect(el.querySelectorAll('input')).toHaveLength(2);
    model.push('value', [20]);
    expect(el.querySelectorAll('input, .jss-slider-knob')).toHaveLength(2);
  });

  it('stops listening when its view goes', () => {
    show({ value: [20] });
    controller.abort();
    expect(model.listeners()).toBe(0);
  });
});

describe('a number input', () => {
  const base = { min: 0, max: 20, step: 1, format: '%d', data_type: 'int', disabled: false, placeholder: '' };

  function show(state: Record<string, unknown>): HTMLInputElement {
    model = new FakeModel({ ...base, description: 'Amount', ...state });
    numberInput.render({ model, el, signal: controller.signal });
    return find('input');
  }

  function type(text: string): void {
    const input = find('input');
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input'));
  }

  function key(name: string): void {
    find('input').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  }

  it('has its label as name', () => {
    const input = show({ value: 7 });
    expect(input.labels?.[0]?.textContent).toBe('Amount');
  });

  it('sends on Enter and on leaving, not while typing', () => {
    const input = show({ value: 7 });
    type('8');
    expect(model.saved).toEqual([]);
    key('Enter');
    type('9');
    input.blur();
    expect(model.saved).toEqual([{ value: 8 }, { value: 9 }]);
  });

  it('sends null when emptied', () => {
    show({ value: 7 });
    type('');
    key('Enter');
    expect(model.saved).toEqual([{ value: null }]);
  });

  it.each(['abc', '99', '1.5'])('refuses %s with a message, and has the old value back on leaving', text => {
    const input = show({ value: 7 });
    type(text);
    key('Enter');
    expect([input.getAttribute('aria-invalid'), input.value]).toEqual(['true', text]);
    expect(find('.jss-problem').textContent).not.toBe('');
    input.blur();
    expect([input.getAttribute('aria-invalid'), input.value]).toEqual([null, '7']);
    expect(model.saved).toEqual([]);
  });

  it('steps by keys and buttons within its range', () => {
    show({ value: 19 });
    key('ArrowUp');
    const [down, up] = [...el.querySelectorAll('button')];
    expect(up?.disabled).toBe(true);
    down?.click();
    expect(model.saved).toEqual([{ value: 20 }, { value: 19 }]);
    expect(up?.getAttribute('aria-label')).toBe('Increase Amount');
  });

  it('keeps text that was not sent when something else changes, and gives way to a new value', () => {
    const input = show({ value: 7 });
    type('1');
    model.push('placeholder', 'other');
    model.push('min', -5);
    expect(input.value).toBe('1');
    model.push('value', 3);
    expect(input.value).toBe('3');
  });

  it('shows its value in its format and reads it back', () => {
    const input = show({ value: 3.5, format: '$%0.2f', data_type: 'float' });
    expect(input.value).toBe('$3.50');
    type('$4.00');
    key('Enter');
    expect(model.saved).toEqual([{ value: 4 }]);
  });

  it('takes back what was typed on Escape', () => {
    const input = show({ value: 7 });
    type('12');
    key('Escape');
    expect(input.value).toBe('7');
  });
});
