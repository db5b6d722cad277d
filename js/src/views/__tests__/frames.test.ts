import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrame } from '../frame';
import type { Frame } from '../frame';
import { FakeManager } from './fakes';

let el: HTMLElement;
let frame: Frame;
const act = vi.fn();
const change = vi.fn();
const interrupt = vi.fn(() => Promise.resolve());

function build(kind: string, props: Record<string, unknown> = {}): void {
  const manager = Object.assign(new FakeManager(), { kernel: { interrupt } });
  frame = createFrame(el, kind, { act, change, manager });
  frame.update(props);
}

function button(text: string): HTMLButtonElement {
  return [...el.querySelectorAll('button')].find(node => node.textContent === text) as HTMLButtonElement;
}

function press(target: Element, key: string, more: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

beforeEach(() => {
  vi.useFakeTimers();
  act.mockClear();
  el = document.createElement('div');
  document.body.replaceChildren(el);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the app', () => {
  it('asks for what its buttons say', () => {
    build('app', { name: 'sales' });
    button('Rerun').click();
    button('Clear and rerun').click();
    expect(act.mock.calls.map(([name]) => name as string)).toEqual(['reader', 'rerun', 'clear']);
  });

  it('lets a step be undone and redone where there is one', () => {
    build('app', { name: 'sales' });
    expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, true]);
    frame.update({ name: 'sales', undo: true });
    button('Undo').focus();
    button('Undo').click();
    frame.update({ name: 'sales', redo: true });
    expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, false]);
    expect(document.activeElement).toBe(button('Rerun'));
    button('Redo').click();
    expect(act.mock.calls.map(([name]) => name as string)).toEqual(['reader', 'undo', 'redo']);
  });

  it('shows a test of the session to the page that asked for it, and to no other', () => {
    build('app', { name: 'sales', record: true });
    const region = el.querySelector('.jss-recorded') as HTMLElement;
    const html = '<div class="jss-code"><button data-jss-action="copy">Copy</button><pre>test</pre></div>';
    expect(region.hidden).toBe(true);
    button('Record').click();
    const [, { ask }] = act.mock.lastCall as [string, { ask: string }];
    expect([act.mock.lastCall?.[0], ask.length > 10]).toEqual(['record', true]);
    for (const message of [null, 'recorded', { op: 'patch' }, { op: 'recorded', ask: 'other', html }]) {
      frame.hear(message);
    }
    expect(region.hidden).toBe(true);
    frame.hear({ op: 'recorded', ask, html });
    expect(region.hidden).toBe(false);
    expect(region.querySelector('pre')?.textContent).toBe('test');
    expect(document.activeElement).toBe(button('Copy'));
    expect(button('Record').getAttribute('aria-expanded')).toBe('true');
    press(button('Copy'), 'Escape');
    expect(region.hidden).toBe(true);
    expect(document.activeElement).toBe(button('Record'));
    button('Record').click();
    frame.hear({ op: 'recorded', ask, html }); // an answer that was heard already
    expect(region.hidden).toBe(true);
  });

  it('offers no test where the kernel does not say that it may', () => {
    build('app', { name: 'sales' });
    expect(el.querySelector<HTMLElement>('.jss-record')?.hidden).toBe(true);
    frame.update({ name: 'sales', record: true });
    expect(button('Record').hidden).toBe(false);
  });

  it('says that it runs only when that takes a moment', () => {
    build('app', { running: false });
    const status = () => el.querySelector('[role="status"]')?.textContent;
    frame.update({ running: true });
    vi.advanceTimersByTime(150);
    frame.update({ running: false });
    vi.advanceTimersByTime(500);
    expect(status()).toBe('Idle');
    frame.update({ running: true });
    vi.advanceTimersByTime(250);
    expect(status()).toBe('Running…');
    frame.update({ running: false });
    expect(status()).toBe('Idle');
  });

  it('is stopped by a request and an interrupt', () => {
    build('app', { running: true });
    vi.advanceTimersByTime(250);
    button('Stop').click();
    expect(act).toHaveBeenCalledWith('stop');
    expect(interrupt).toHaveBeenCalledOnce();
  });

  it('acts on buttons in its message', () => {
    build('app', { message: '<button data-jss-action="reset" data-jss-key="rows">Reset</button>' });
    button('Reset').click();
    expect(act).toHaveBeenCalledWith('reset', { key: 'rows' });
  });

  it('tells what its message says at a place that was there before, and takes it away again', () => {
    build('app', {});
    const place = el.querySelector('.jss-message') as HTMLElement;
    expect([place.getAttribute('aria-live'), place.hidden, place.childNodes.length]).toEqual([
      'polite',
      false,
      0
    ]);
    frame.update({ message: 'The notebook changed <code>df</code>' });
    expect(place.textContent).toBe('The notebook changed df');
    frame.update({ message: '' });
    expect(place.childNodes.length).toBe(0);
  });

  it('keeps the focus near the button of a message that changes or goes', () => {
    build('app', { message: 'a <button data-jss-action="rerun">Do it</button>' });
    button('Do it').focus();
    frame.update({ message: 'a and b <button data-jss-action="rerun">Do it</button>' });
    expect(document.activeElement).toBe(button('Do it'));
    frame.update({ message: '' });
    expect(document.activeElement).toBe(button('Rerun'));
    frame.update({ message: 'again <button data-jss-action="rerun">Do it</button>' });
    expect(document.activeElement).toBe(button('Rerun'));
  });

  it('keeps keys from the notebook, but for those that mean the same everywhere', () => {
    build('app', {});
    const heard: string[] = [];
    document.body.addEventListener('keydown', event => heard.push(event.key));
    const keptBefore: boolean[] = []; // Jupyter Notebook looks before anybody else
    const look = ({ target }: Event) => {
      keptBefore.push((target as Element).matches('[data-lm-suppress-shortcuts]'));
    };
    document.addEventListener('keydown', look, { capture: true });
    press(button('Rerun'), 'b');
    press(button('Rerun'), 'Enter', { shiftKey: true });
    press(button('Rerun'), 'a', { ctrlKey: true });
    press(button('Rerun'), 's', { ctrlKey: true });
    press(el, 'Escape');
    expect(heard).toEqual(['s', 'Escape']);
    expect(keptBefore).toEqual([true, true, true, false, false]);
    document.removeEventListener('keydown', look, { capture: true });
  });

  it('puts the sidebar before the main part for the keyboard', () => {
    build('app');
    const items = ['callbacks', 'main', 'sidebar', 'event'].map(kind => ({ kind, child: kind }));
    expect(frame.order(items).map(item => item.kind)).toEqual(['callbacks', 'sidebar', 'main', 'event']);
  });
});

describe('an expander', () => {
  it('stays as the person left it while other things change', () => {
    build('expander', { label_html: 'A', expanded: true });
    const details = el.querySelector('details') as HTMLDetailsElement;
    details.open = false;
    frame.update({ label_html: 'B', expanded: true });
    expect(details.open).toBe(false);
    frame.update({ label_html: 'B', expanded: false });
    frame.update({ label_html: 'B', expanded: true });
    expect(details.open).toBe(true);
  });
});

describe('a status', () => {
  const said = () => el.querySelector('[role="status"]')?.textContent;
  const mark = () => el.querySelector('.jss-state')?.getAttribute('aria-label');

  it('says how far it is, once for each state', () => {
    build('status', { label_html: 'Load', expanded: false, state: 'running' });
    expect([mark(), said()]).toEqual(['running', 'Load: running']);
    const node = el.querySelector('[role="status"]')?.firstChild;
    frame.update({ label_html: 'Load 2', expanded: false, state: 'running' });
    expect(el.querySelector('[role="status"]')?.firstChild).toBe(node);
    frame.update({ label_html: 'Loaded', expanded: false, state: 'complete' });
    expect([mark(), said()]).toEqual(['complete', 'Loaded: complete']);
    frame.update({ label_html: 'Loaded', expanded: false, state: 'error' });
    expect(mark()).toBe('failed');
  });

  it('stays open or closed as the person left it until the program says otherwise', () => {
    build('status', { label_html: 'Load', expanded: false, state: 'running' });
    const details = el.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    frame.update({ label_html: 'Load', expanded: false, state: 'complete' });
    expect(details.open).toBe(true);
  });
});

describe('a form', () => {
  const clicked = vi.fn();

  function fill(props: Record<string, unknown> = {}, disabled = false): void {
    build('form', props);
    frame.body.innerHTML = `<input type="text"><textarea></textarea><input type="checkbox"><input role="combobox">
      <button data-jss-kind="form_submit_button" ${disabled ? 'disabled' : ''}>Submit</button>`;
    clicked.mockClear();
    button('Submit').addEventListener('click', clicked);
  }

  function pressIn(selector: string, more: KeyboardEventInit = {}): number {
    press(el.querySelector(selector) as Element, 'Enter', more);
    vi.runAllTimers();
    return clicked.mock.calls.length;
  }

  it('is submitted by Enter in a one-line field', () => {
    fill();
    expect(pressIn('input[type="text"]')).toBe(1);
  });

  const others = ['textarea', 'input[type="checkbox"]', 'input[role="combobox"]', 'button'];
  it.each(others)('is not submitted by Enter in %s', selector => {
    fill();
    expect(pressIn(selector)).toBe(0);
  });

  it('is not submitted by Enter with a modifier, nor while a word is composed', () => {
    fill();
    pressIn('input', { shiftKey: true });
    expect(pressIn('input', { isComposing: true })).toBe(0);
  });

  it('is not submitted by Enter if its author says so', () => {
    fill({ enter_to_submit: false });
    expect(pressIn('input')).toBe(0);
  });

  it('is not submitted by Enter while its button is disabled', () => {
    fill({}, true);
    expect(pressIn('input')).toBe(0);
  });

  it('shows its notice', () => {
    build('form', { notice: 'No <b>submit</b> button' });
    expect(el.querySelector('.jss-form-notice')?.textContent).toBe('No submit button');
  });
});
