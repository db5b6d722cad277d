// Rules of fields: what is wrong is told and not sent.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checker, MISSING, firstWrong, problemOf } from '../rules';
import type { Rules } from '../rules';

let node: HTMLElement;
let field: HTMLInputElement | HTMLTextAreaElement;
let checker: Checker;
let sent: string[];

function show(rules: Rules, tag: 'input' | 'textarea' = 'input', parent = 'div'): void {
  document.body.innerHTML = `<div class="${parent}"><div class="node"></div></div>`;
  node = document.querySelector('.node') as HTMLElement;
  field = document.createElement(tag);
  node.append(field);
  node.addEventListener('change', () => sent.push(field.value)); // as the view of the widget does
  checker = new Checker(node, field);
  checker.update(rules);
}

function type(text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function leave(): void {
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const problem = () => node.querySelector('.jss-problem')?.textContent;
const hint = () => node.querySelector('.jss-hint')?.textContent;

beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a text', () => {
  it.each([
    ['', { required: true }, MISSING],
    [' \n', { required: true }, MISSING],
    ['x', { required: true }, null],
    ['', { pattern: 'a+' }, null],
    ['xaax', { pattern: 'a+' }, null],
    ['x', { pattern: '^a+$', message: 'as only' }, 'as only'],
    ['x', { pattern: '^a+$' }, 'This does not match ^a+$'],
    ['a\nb', { pattern: '^a.b$' }, null],
    ['😀', { pattern: '^.$' }, null],
    ['x', { pattern: '(' }, 'The rule of this field is no regular expression: (']
  ])('%j with %j: %j', (text, rules, wanted) => {
    expect(problemOf(text, rules)).toBe(wanted);
  });
});

describe('a field', () => {
  it('that is wrong is not sent and says why, to everybody', () => {
    show({ required: true });
    leave();
    expect([sent, problem(), field.getAttribute('aria-invalid')]).toEqual([[], MISSING, 'true']);
    expect(field.getAttribute('aria-errormessage')).toBe(node.querySelector('.jss-problem')?.id);
    expect(field.getAttribute('aria-required')).toBe('true');
    type('x');
    expect([problem(), field.hasAttribute('aria-invalid')]).toEqual(['', false]);
    leave();
    expect(sent).toEqual(['x']);
  });

  it('says how it is sent while it holds something that is not', () => {
    show({ hint: true, max: 5 });
    type('abc');
    expect(hint()).toBe('Enter applies · 3/5');
    leave();
    expect(hint()).toBe('3/5');
    field.blur();
    expect(hint()).toBe('');
  });

  it('of several lines is sent by Ctrl+Enter', () => {
    show({ hint: true }, 'textarea');
    type('abc');
    expect(hint()).toBe('Ctrl+Enter applies');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(sent).toEqual([]);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    expect(sent).toEqual(['abc']);
  });

  it('that is live sends after a pause, but nothing wrong', () => {
    show({ live: 250, pattern: '^a+$', message: 'as only' });
    type('a');
    type('aa');
    vi.advanceTimersByTime(249);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(['aa']);
    type('ab');
    vi.advanceTimersByTime(250);
    expect([sent, problem()]).toEqual([['aa'], 'as only']);
  });

  it('that is live does not complain of being empty while one types', () => {
    show({ live: 250, required: true });
    type('');
    vi.advanceTimersByTime(250);
    expect([sent, problem()]).toEqual([[], '']);
  });

  it('in a form keeps what is wrong until the form is sent', () => {
    show({ required: true, hint: true }, 'input', 'jss-form');
    type(' ');
    expect(hint()).toContain('Enter submits');
    leave();
    expect(problem()).toBe('');
    const form = document.querySelector('.jss-form') as Element;
    expect(firstWrong(form)).toBe(field);
    expect(problem()).toBe(MISSING);
    type('x');
    expect(firstWrong(form)).toBeNull();
  });

  it('that is gone holds no form back', () => {
    show({ required: true }, 'input', 'jss-form');
    checker.dispose();
    expect(firstWrong(document.querySelector('.jss-form') as Element)).toBeNull();
    expect(node.children.length).toBe(1);
  });

  it('that the kernel changed is right until somebody types', () => {
    show({ required: true });
    leave();
    field.value = 'from the kernel';
    checker.adopt();
    expect(problem()).toBe('');
  });
});
