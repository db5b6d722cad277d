import { beforeEach, describe, expect, it } from 'vitest';
import { buttonGroup, pressed } from '../button_group';
import { matching } from '../filter';
import { multiSelect } from '../multi_select';
import { selectSlider } from '../slider';
import { FakeModel } from './fakes';

let el: HTMLElement;
let model: FakeModel;
let controller: AbortController;

beforeEach(() => {
  el = document.createElement('div');
  document.body.replaceChildren(el);
  controller = new AbortController();
  Element.prototype.scrollIntoView = () => undefined;
});

function all(selector: string): HTMLElement[] {
  return [...el.querySelectorAll<HTMLElement>(selector)];
}

function texts(selector: string): string[] {
  return all(selector).map(node => node.textContent);
}

function key(target: Element | null | undefined, name: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  target?.dispatchEvent(event);
  return event;
}

describe('narrowing a list', () => {
  const labels = ['green', 'Grey', 'red', 'dark green'];

  it('shows what starts with the text, then what contains it, then what has its letters in order', () => {
    expect(matching(labels, 'gre', 'fuzzy')).toEqual(['green', 'Grey', 'dark green']);
    expect(matching(labels, 'rd', 'fuzzy')).toEqual(['red']);
    expect(matching(labels, 'dgn', 'fuzzy')).toEqual(['dark green']);
  });

  it('can be stricter', () => {
    expect(matching(labels, 'GRE', 'contains')).toEqual(['green', 'Grey', 'dark green']);
    expect(matching(labels, 'rd', 'contains')).toEqual([]);
    expect(matching(labels, 're', 'prefix')).toEqual(['red']);
  });

  it('does nothing without a text or a way', () => {
    expect(matching(labels, '  ', 'fuzzy')).toEqual(labels);
    expect(matching(labels, 'red', null)).toEqual(labels);
  });
});

describe('a press in a group', () => {
  it('takes the place of another, or releases', () => {
    const rules = { multiple: false, required: false };
    expect([pressed(['a'], 'b', rules), pressed(['a'], 'a', rules)]).toEqual([['b'], []]);
    expect(pressed(['a'], 'a', { ...rules, required: true })).toEqual(['a']);
  });

  it('adds at the end where several can be pressed', () => {
    const rules = { multiple: true, required: false };
    expect([pressed(['b'], 'a', rules), pressed(['b', 'a'], 'b', rules)]).toEqual([['b', 'a'], ['a']]);
  });
});

describe('a group', () => {
  const base = { look: 'pills', multiple: false, required: false, wrap: true, disabled: false, value: [] };
  const options = [{ label: 'a' }, { label: '**b**', html: '<strong>b</strong>' }, { label: 'c' }];

  function show(state: Record<string, unknown>): HTMLElement[] {
    model = new FakeModel({ ...base, options, description: 'Mood', ...state });
    buttonGroup.render({ model, el, signal: controller.signal });
    return all('button, input');
  }

  it('has a name, and one stop for the Tab key', () => {
    const buttons = show({ value: ['**b**'] });
    expect(el.querySelector('[role="radiogroup"]')?.getAttribute('aria-label')).toBe('Mood');
    expect(buttons.map(button => button.tabIndex)).toEqual([-1, 0, -1]);
    expect(buttons.map(button => button.getAttribute('aria-checked'))).toEqual(['false', 'true', 'false']);
    expect(buttons[1]?.innerHTML).toBe('<strong>b</strong>');
  });

  it('sends what was pressed by its label', () => {
    const buttons = show({});
    buttons[1]?.click();
    buttons[1]?.click();
    expect(model.saved).toEqual([{ value: ['**b**'] }, { value: [] }]);
  });

  it('moves the focus by arrows, round and round, and sends nothing', () => {
    const buttons = show({ value: ['a'] });
    buttons[0]?.focus();
    key(document.activeElement, 'ArrowLeft');
    expect(document.activeElement).toBe(buttons[2]);
    key(document.activeElement, 'Home');
    expect([document.activeElement, buttons[0]?.tabIndex]).toEqual([buttons[0], 0]);
    expect(model.saved).toEqual([]);
  });

  it('has checkboxes where several can be pressed', () => {
    const buttons = show({ multiple: true, value: ['a'] });
    buttons[2]?.click();
    expect(model.saved).toEqual([{ value: ['a', 'c'] }]);
    expect([el.querySelector('[role="group"]'), buttons[0]?.getAttribute('role')]).toEqual([
      expect.anything(),
      'checkbox'
    ]);
  });

  it('shows of two options with one label the last one', () => {
    show({ options: [{ label: 'a' }, { label: 'a' }], value: ['a'] });
    expect(all('.jss-lit')).toEqual([all('button')[1]]);
  });

  it('keeps the focus when its options change', () => {
    show({ value: ['a'] })[0]?.focus();
    model.push('options', [{ label: 'a' }, { label: 'z' }]);
    expect(document.activeElement).toBe(all('button')[0]);
    expect(texts('button')).toEqual(['a', 'z']);
  });

  it('of radio buttons is the browser’s own, each described by its caption', () => {
    const inputs = show({ look: 'radio', options: [{ label: 'a', caption: '<em>x</em>' }, { label: 'b' }] });
    const [first, second] = inputs as HTMLInputElement[];
    const caption = document.getElementById(first?.getAttribute('aria-describedby') ?? '');
    expect([first?.type, caption?.textContent]).toEqual(['radio', 'x']);
    second?.click();
    expect(model.saved).toEqual([{ value: ['b'] }]);
    expect([first?.checked, second?.checked]).toEqual([false, true]);
  });

  it('of stars lights all up to the grade, and says their names', () => {
    const stars = [0, 1, 2].map(grade => ({ label: String(grade), html: `${grade + 1} stars` }));
    const buttons = show({ look: 'stars', options: stars, value: ['1'], description: '' });
    expect(all('.jss-lit')).toHaveLength(2);
    expect(buttons[2]?.getAttribute('aria-label')).toBe('3 stars');
    expect(el.querySelector('[role="radiogroup"]')?.getAttribute('aria-label')).toBe('Feedback');
  });

  it('cannot be pressed when disabled', () => {
    const buttons = show({ disabled: true }) as HTMLButtonElement[];
    buttons[0]?.click();
    expect([buttons.every(button => button.disabled), model.saved]).toEqual([true, []]);
  });

  it('stops listening when its view goes', () => {
    show({});
    controller.abort();
    expect(model.listeners()).toBe(0);
  });
});

describe('a slider over options', () => {
  function show(state: Record<string, unknown>): HTMLInputElement[] {
    model = new FakeModel({
      options: ['S', 'M', 'L'],
      description: 'Size',
      disabled: false,
      continuous: true,
      ...state
    });
    selectSlider.render({ model, el, signal: controller.signal });
    return all('input') as HTMLInputElement[];
  }

  it('says its labels', () => {
    const [input] = show({ value: ['M'] });
    expect([input?.getAttribute('aria-valuetext'), input?.value, input?.max]).toEqual(['M', '1', '2']);
    expect(texts('.jss-slider-ends > span')).toEqual(['S', 'L']);
  });

  it('sends labels', () => {
    const [from] = show({ value: ['M', 'L'] });
    if (from) {
      from.value = '0';
      from.dispatchEvent(new Event('input'));
    }
    expect(model.saved).toEqual([{ value: ['S', 'L'] }]);
  });

  it('follows its options, and stands at the start if its own is gone', () => {
    const [input] = show({ value: ['L'] });
    model.push('options', ['M', 'L', 'XL']);
    expect(input?.value).toBe('1');
    model.push('options', ['A', 'B']);
    expect([input?.value, input?.getAttribute('aria-valuetext')]).toEqual(['0', 'A']);
    expect(model.saved).toEqual([]);
  });

  it('has a thumb also while nothing is chosen', () => {
    expect(show({ value: [] })).toHaveLength(1);
  });
});

describe('a field that collects options', () => {
  const base = {
    options: ['red', 'green', 'blue'],
    value: ['red'],
    placeholder: 'Choose',
    max_selections: null,
    accept_new_options: false,
    filter_mode: 'fuzzy',
    select_all: -1,
    wrap: true,
    disabled: false,
    description: 'Colours'
  };

  function show(state: Record<string, unknown> = {}): HTMLInputElement {
    model = new FakeModel({ ...base, ...state });
    multiSelect.render({ model, el, signal: controller.signal });
    const input = el.querySelector('input') as HTMLInputElement;
    input.focus();
    return input;
  }

  function type(input: HTMLInputElement, text: string): void {
    input.value = text;
    input.dispatchEvent(new Event('input'));
  }

  it('has its label as name, and the placeholder only while empty', () => {
    const input = show();
    expect([input.labels?.[0]?.textContent, input.placeholder]).toEqual(['Colours', '']);
    model.push('value', []);
    expect(input.placeholder).toBe('Choose');
  });

  it('opens by arrow at the first single option, and picks by Enter', () => {
    const input = show();
    key(input, 'ArrowDown');
    expect(texts('.jss-entry')).toEqual(['Select all', 'green', 'blue']);
    expect(input.getAttribute('aria-activedescendant')).toBe(all('.jss-entry')[1]?.id);
    key(input, 'Enter');
    expect(model.saved).toEqual([{ value: ['red', 'green'] }]);
    expect(input.getAttribute('aria-expanded')).toBe('true');
  });

  it('picks the best match of what was typed', () => {
    const input = show({ value: [] });
    type(input, 'e');
    expect(texts('.jss-entry')[0]).toBe('Select all 3 found');
    type(input, 'bl');
    key(input, 'Enter');
    expect([model.saved, input.value]).toEqual([[{ value: ['blue'] }], '']);
  });

  it('chooses all at once, where that is offered', () => {
    const input = show();
    key(input, 'ArrowDown');
    all('.jss-entry')[0]?.click();
    expect(model.saved).toEqual([{ value: ['red', 'green', 'blue'] }]);
    model.push('value', []);
    model.push('select_all', 2);
    expect(texts('.jss-entry')).toEqual(['red', 'green', 'blue']);
  });

  it('stops at the most that may be chosen, and says so', () => {
    const input = show({ max_selections: 1 });
    key(input, 'ArrowDown');
    expect(texts('.jss-entry')).toEqual([]);
    expect(texts('.jss-popup-note')[0]).toContain('up to 1 option');
    key(input, 'Enter');
    expect(model.saved).toEqual([]);
  });

  it('offers what was typed, if that is accepted', () => {
    const input = show({ accept_new_options: true });
    type(input, ' new ');
    expect(texts('.jss-entry')).toEqual(['Add: new']);
    key(input, 'Enter');
    expect(model.saved).toEqual([{ value: ['red', 'new'] }]);
    type(input, 'new');
    expect(texts('.jss-entry')).toEqual([]);
  });

  it('says when nothing fits', () => {
    const input = show();
    type(input, 'zzz');
    expect(texts('.jss-popup-note')).toEqual(['No results']);
  });

  it('takes the last chip away by Backspace, and any by keyboard or mouse', () => {
    const input = show({ value: ['red', 'green', 'blue'] });
    key(input, 'Backspace');
    key(input, 'ArrowLeft');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove green');
    key(document.activeElement, 'ArrowLeft');
    key(document.activeElement, 'Delete');
    all('.jss-chip-remove')[0]?.click();
    expect(model.saved).toEqual([{ value: ['red', 'green'] }, { value: ['green'] }, { value: [] }]);
  });

  it('keeps what is typed while chips change, and forgets it on leaving', () => {
    const input = show();
    type(input, 'gr');
    model.push('value', ['blue']);
    expect([input.value, document.activeElement, texts('.jss-chip-text')]).toEqual(['gr', input, ['blue']]);
    input.blur();
    expect([input.value, input.getAttribute('aria-expanded')]).toEqual(['', 'false']);
  });

  it('closes by Escape, which goes no further', () => {
    const input = show();
    let reached = 0;
    document.body.addEventListener('keydown', () => (reached += 1), { once: true });
    key(input, 'ArrowDown');
    expect([key(input, 'Escape').defaultPrevented, input.getAttribute('aria-expanded')]).toEqual([
      true,
      'false'
    ]);
    expect(reached).toBe(1); // the arrow alone
  });

  it('does not take what is not typed where nothing can be filtered', () => {
    const input = show({ filter_mode: null });
    expect(input.readOnly).toBe(true);
  });

  it('draws some of many, and says how many more there are', () => {
    const input = show({
      options: Array.from({ length: 1000 }, (_, i) => `n${i}`),
      value: [],
      select_all: 0
    });
    key(input, 'ArrowDown');
    expect([all('.jss-entry').length, texts('.jss-popup-note')]).toEqual([
      200,
      ['800 more: type to narrow the list']
    ]);
  });

  it('cannot be changed when disabled', () => {
    const input = show({ disabled: true });
    el.querySelector<HTMLElement>('.jss-multi-box')?.click();
    expect([input.disabled, all('.jss-entry').length]).toEqual([true, 0]);
    expect(all('.jss-chip-remove').every(button => (button as HTMLButtonElement).disabled)).toBe(true);
  });

  it('stops listening when its view goes', () => {
    show();
    controller.abort();
    expect(model.listeners()).toBe(0);
  });
});
