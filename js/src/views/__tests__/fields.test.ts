import { beforeEach, describe, expect, it, vi } from 'vitest';
import { colorPicker, sixDigits } from '../color';
import { momentInput } from '../moment';
import { FakeModel } from './fakes';

let el: HTMLElement;
let model: FakeModel;
let controller: AbortController;

beforeEach(() => {
  el = document.createElement('div');
  document.body.replaceChildren(el);
  controller = new AbortController();
});

function find(selector: string): HTMLElement {
  return el.querySelector(selector) as HTMLElement;
}

function input(selector: string): HTMLInputElement {
  return find(selector) as HTMLInputElement;
}

function all<T extends HTMLElement>(selector: string): T[] {
  return [...el.querySelectorAll<T>(selector)];
}

function type(field: HTMLInputElement, text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

function key(field: HTMLElement, name: string, more: KeyboardEventInit = {}): void {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
}

describe('a date field', () => {
  const base = {
    ...{ mode: 'date', format: 'DD.MM.YYYY', step: 60, min: '2014-05-17', max: '2034-05-17' },
    ...{ empty: [], is_range: false, required: false, disabled: false, description: '<b>Day</b> off' }
  };

  function show(state: Record<string, unknown>): HTMLInputElement {
    model = new FakeModel({ ...base, ...state });
    momentInput.render({ model, el, signal: controller.signal });
    return input('.jss-entry');
  }

  it('has its label as name, and shows its date in the format of the author', () => {
    const entry = show({ value: ['2024-05-07'] });
    expect([entry.labels?.[0]?.textContent, entry.value, entry.placeholder]).toEqual([
      'Day off',
      '07.05.2024',
      'DD.MM.YYYY'
    ]);
  });

  it('sends on Enter and on leaving, not while typing', () => {
    const entry = show({ value: ['2024-05-07'] });
    type(entry, '8.5.2024');
    expect(model.saved).toEqual([]);
    key(entry, 'Enter');
    expect(entry.value).toBe('08.05.2024');
    type(entry, '9.5.2024');
    entry.blur();
    expect(model.saved).toEqual([{ value: ['2024-05-08'] }, { value: ['2024-05-09'] }]);
  });

  it.each(['x', '1.1.2000'])('refuses %s with a message, and has the old date back on leaving', text => {
    const entry = show({ value: ['2024-05-07'] });
    type(entry, text);
    key(entry, 'Enter');
    expect([entry.getAttribute('aria-invalid'), entry.value]).toEqual(['true', text]);
    expect(find('.jss-problem').textContent).toContain('Enter a date');
    entry.blur();
    expect([entry.getAttribute('aria-invalid'), entry.value, model.saved]).toEqual([null, '07.05.2024', []]);
  });

  it('moves by the arrow keys, and takes back what was typed on Escape', () => {
    const entry = show({ value: ['2024-05-31'] });
    key(entry, 'ArrowUp');
    expect(model.get('value')).toEqual(['2024-06-01']);
    type(entry, '3');
    key(entry, 'Escape');
    expect(entry.value).toBe('01.06.2024');
  });

  it('opens the picker of the browser where its value is, and takes what is picked', () => {
    const entry = show({ value: ['2024-05-07'] });
    const native = input('.jss-native');
    const opened = vi.fn();
    native.showPicker = opened;
    find('.jss-pick').click();
    key(entry, 'ArrowDown', { altKey: true });
    expect(opened).toHaveBeenCalledTimes(2);
    expect([native.type, native.value, native.min, native.max]).toEqual([
      'date',
      '2024-05-07',
      '2014-05-17',
      '2034-05-17'
    ]);
    native.value = '2024-05-20';
    native.dispatchEvent(new Event('change'));
    expect([entry.value, model.saved]).toEqual(['20.05.2024', [{ value: ['2024-05-20'] }]]);
    expect(find('.jss-pick').getAttribute('aria-label')).toBe('Choose Day off');
  });

  it('says so where there is no picker', () => {
    const entry = show({ value: [] });
    input('.jss-native').showPicker = () => {
      throw new DOMException('not in a foreign frame', 'SecurityError');
    };
    find('.jss-pick').click();
    expect(find('.jss-problem').textContent).toBe('There is no picker here: type it as DD.MM.YYYY.');
    expect(document.activeElement).toBe(entry);
  });

  it('can be cleared if it started empty, and only then', () => {
    show({ value: ['2024-05-07'] });
    const clear = find('.jss-clear');
    expect([clear.hidden, clear.getAttribute('aria-label')]).toEqual([false, 'Clear Day off']);
    clear.click();
    expect([clear.hidden, model.saved]).toEqual([true, [{ value: [] }]]);
    model.push('value', ['2024-05-07']);
    for (const [trait, value] of [
      ['required', true],
      ['disabled', true],
      ['empty', ['2024-05-01']]
    ] as const) {
      const before = model.get(trait);
      model.push(trait, value);
      expect(clear.hidden).toBe(true);
      model.push(trait, before);
    }
    expect(clear.hidden).toBe(false);
  });

  it('goes back to its default when it is emptied, if it has one', () => {
    const entry = show({ value: ['2024-05-07'], empty: ['2024-05-01'] });
    type(entry, '');
    key(entry, 'Enter');
    expect([model.saved, entry.value]).toEqual([[{ value: ['2024-05-01'] }], '01.05.2024']);
  });

  it('is not emptied if it is required', () => {
    const entry = show({ value: ['2024-05-07'], required: true });
    type(entry, '');
    key(entry, 'Enter');
    expect([model.saved, entry.value]).toEqual([[], '07.05.2024']);
    expect(find('.jss-problem').textContent).toBe('This must not be empty.');
  });

  it('keeps text that was not sent when something else changes, and gives way to a new value', () => {
    const entry = show({ value: ['2024-05-07'] });
    type(entry, '1');
    model.push('max', '2040-01-01');
    expect(entry.value).toBe('1');
    model.push('value', ['2024-05-09']);
    expect(entry.value).toBe('09.05.2024');
  });

  it('is shown anew in another format', () => {
    const entry = show({ value: ['2024-05-07'] });
    model.push('format', 'YYYY/MM/DD');
    expect([entry.value, entry.placeholder]).toEqual(['2024/05/07', 'YYYY/MM/DD']);
  });

  it('does nothing while it is disabled', () => {
    show({ value: ['2024-05-07'], disabled: true });
    expect(all<HTMLInputElement>('input, .jss-pick').every(node => node.disabled)).toBe(true);
  });

  it('stops listening when its view goes', () => {
    show({ value: [] });
    controller.abort();
    expect(model.listeners()).toBe(0);
  });

  describe('for a range', () => {
    function showRange(value: string[], more: Record<string, unknown> = {}): HTMLInputElement[] {
      show({ value, is_range: true, ...more });
      return all<HTMLInputElement>('.jss-entry');
    }

    it('has a name for each end', () => {
      const names = showRange(['2024-05-07']).map(entry => entry.getAttribute('aria-label'));
      expect(names).toEqual(['Day off, from', 'Day off, to']);
      expect(all('.jss-pick').map(node => node.getAttribute('aria-label'))).toEqual([
        'Choose Day off, from',
        'Choose Day off, to'
      ]);
    });

    it('sends one date, then two', () => {
      const [from, to] = showRange([]) as [HTMLInputElement, HTMLInputElement];
      type(from, '1.5.2024');
      key(from, 'Enter');
      type(to, '3.5.2024');
      key(to, 'Enter');
      expect(model.saved).toEqual([{ value: ['2024-05-01'] }, { value: ['2024-05-01', '2024-05-03'] }]);
    });

    it('waits for the first date', () => {
      const [from, to] = showRange([]) as [HTMLInputElement, HTMLInputElement];
      type(to, '3.5.2024');
      key(to, 'Enter');
      expect([model.saved, to.value, find('.jss-problem').textContent]).toEqual([
        [],
        '03.05.2024',
        'Enter the first date too.'
      ]);
      type(from, '1.5.2024');
      key(from, 'Enter');
      expect(model.saved).toEqual([{ value: ['2024-05-01', '2024-05-03'] }]);
      expect(find('.jss-problem').textContent).toBe('');
    });

    it('takes the other end along when one would pass it', () => {
      const [from, to] = showRange(['2024-05-01', '2024-05-03']) as [HTMLInputElement, HTMLInputElement];
      type(from, '9.5.2024');
      key(from, 'Enter');
      type(to, '2.5.2024');
      key(to, 'Enter');
      expect(model.saved).toEqual([
        { value: ['2024-05-09', '2024-05-09'] },
        { value: ['2024-05-02', '2024-05-02'] }
      ]);
    });

    it('opens again when its last date is taken out, and is cleared as a whole', () => {
      const [, to] = showRange(['2024-05-01', '2024-05-03']) as [HTMLInputElement, HTMLInputElement];
      type(to, '');
      key(to, 'Enter');
      find('.jss-clear').click();
      expect(model.saved).toEqual([{ value: ['2024-05-01'] }, { value: [] }]);
    });

    it('becomes a single field and a range again', () => {
      showRange(['2024-05-01']);
      const boxes = all('.jss-entry-box');
      model.push('is_range', false);
      expect(boxes.map(box => box.hidden)).toEqual([false, true]);
      expect(find('.jss-entry').getAttribute('aria-label')).toBeNull();
      model.push('is_range', true);
      expect(boxes.map(box => box.hidden)).toEqual([false, false]);
    });
  });
});

describe('a time field', () => {
  it('goes by the step of the author, in the picker too', () => {
    model = new FakeModel({
      ...{ value: ['08:45'], empty: ['08:45'], mode: 'time', format: '12h', step: 1800, min: '', max: '' },
      ...{ is_range: false, required: false, disabled: false, description: '' }
    });
    momentInput.render({ model, el, signal: controller.signal });
    const entry = input('.jss-entry');
    expect([entry.value, entry.getAttribute('aria-label')]).toEqual(['8:45 AM', 'Time']);
    key(entry, 'ArrowDown');
    expect(model.saved).toEqual([{ value: ['08:15'] }]);
    const native = input('.jss-native');
    native.showPicker = vi.fn();
    find('.jss-pick').click();
    expect([native.type, native.step, native.value]).toEqual(['time', '1800', '08:15']);
  });
});

describe('a colour field', () => {
  function show(state: Record<string, unknown>): [HTMLInputElement, HTMLInputElement] {
    model = new FakeModel({ description: 'Ink', disabled: false, ...state });
    colorPicker.render({ model, el, signal: controller.signal });
    return [input('.jss-patch'), input('.jss-hex')];
  }

  it.each([
    ['#0fa', '#00ffaa'],
    ['0FA', '#00ffaa'],
    ['#00FFAA', '#00ffaa'],
    ['red', null],
    ['#00ffa', null],
    ['', null]
  ])('reads %s', (text, color) => {
    expect(sixDigits(text)).toBe(color);
  });

  it('has names, shows the colour as it was written, and a patch of it', () => {
    const [patch, text] = show({ value: '#0FA' });
    expect([patch.labels?.[0]?.textContent, text.getAttribute('aria-label')]).toEqual([
      'Ink',
      'Ink, as text'
    ]);
    expect([patch.value, text.value]).toEqual(['#00ffaa', '#0FA']);
  });

  it('sends what was picked when the picker closes', () => {
    const [patch, text] = show({ value: '#000000' });
    patch.value = '#112233';
    patch.dispatchEvent(new Event('input'));
    expect([text.value, model.saved]).toEqual(['#112233', []]);
    patch.dispatchEvent(new Event('change'));
    expect(model.saved).toEqual([{ value: '#112233' }]);
  });

  it('takes a typed colour, on Enter and on leaving', () => {
    const [patch, text] = show({ value: '#000000' });
    type(text, 'F80');
    key(text, 'Enter');
    type(text, '#123456');
    text.blur();
    expect(model.saved).toEqual([{ value: '#ff8800' }, { value: '#123456' }]);
    expect([patch.value, text.value]).toEqual(['#123456', '#123456']);
  });

  it('refuses what is no colour, and has the old one back on leaving', () => {
    const [, text] = show({ value: '#000000' });
    type(text, 'teal');
    key(text, 'Enter');
    expect([text.getAttribute('aria-invalid'), find('.jss-problem').textContent]).toEqual([
      'true',
      'Enter a colour as #00ffaa or #0fa.'
    ]);
    text.blur();
    expect([text.getAttribute('aria-invalid'), text.value, model.saved]).toEqual([null, '#000000', []]);
  });

  it('does not send the same colour written otherwise', () => {
    const [, text] = show({ value: '#0fa' });
    type(text, '#00FFAA');
    key(text, 'Enter');
    expect([model.saved, text.value]).toEqual([[], '#0fa']);
  });

  it('takes back what was typed on Escape, and follows the kernel', () => {
    const [patch, text] = show({ value: '#0fa' });
    type(text, '#1');
    key(text, 'Escape');
    expect(text.value).toBe('#0fa');
    model.push('value', '#ffffff');
    expect([patch.value, text.value]).toEqual(['#ffffff', '#ffffff']);
    model.push('value', 'red');
    expect([patch.value, text.value]).toEqual(['#000000', 'red']);
    model.push('disabled', true);
    expect([patch.disabled, text.disabled]).toEqual([true, true]);
    controller.abort();
    expect(model.listeners()).toBe(0);
  });
});
