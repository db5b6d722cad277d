import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrame } from '../frame';
import type { Frame } from '../frame';
import type { WidgetView } from '../host';
import { FakeManager } from './fakes';

let el: HTMLElement;
let frame: Frame;
const act = vi.fn();
const change = vi.fn();
const resized = vi.fn();

class Lumino {
  static ResizeMessage = { UnknownSize: { type: 'resize' } };
  static Msg = {};
  static attach = () => undefined;
  processMessage = resized;
}

function build(kind: string, props: Record<string, unknown>, panels = 0): void {
  frame = createFrame(el, kind, { act, change, manager: new FakeManager() });
  frame.update(props);
  const views = Array.from({ length: panels }, () => ({
    el: frame.body.appendChild(document.createElement('div')),
    luminoWidget: new Lumino()
  }));
  frame.filled(views as unknown as WidgetView[], panels);
}

function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** jsdom has no popovers: these do what a browser's do, as far as it matters here. */
function fakePopovers(): void {
  const open = new WeakSet<Element>();
  const set = (node: HTMLElement, isOpen: boolean) => {
    if (isOpen) {
      open.add(node);
    } else {
      open.delete(node);
    }
    node.dispatchEvent(new Event('toggle'));
  };
  HTMLElement.prototype.showPopover = function () {
    set(this, true);
  };
  HTMLElement.prototype.hidePopover = function () {
    set(this, false);
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
  const matches = Element.prototype.matches;
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return selector === ':popover-open' ? open.has(this) : matches.call(this, selector);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [act, change, resized].forEach(mock => mock.mockClear());
  el = document.createElement('div');
  document.body.replaceChildren(el);
  fakePopovers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('tabs', () => {
  const labels = { labels: ['A', 'B', 'C'], labels_html: ['A', '<em>B</em>', 'C'] };
  const tabs = () => [...el.querySelectorAll<HTMLElement>('[role="tab"]')];
  const seen = () =>
    [...el.querySelectorAll<HTMLElement>('[role="tabpanel"]')].findIndex(panel => !panel.hidden);
  const chosen = () => tabs().findIndex(tab => tab.getAttribute('aria-selected') === 'true');

  it('show one panel, named after its tab', () => {
    build('tabs', { ...labels, default: 'B' }, 3);
    expect([chosen(), seen()]).toEqual([1, 1]);
    const panel = el.querySelectorAll('[role="tabpanel"]')[1] as HTMLElement;
    expect(panel.getAttribute('aria-labelledby')).toBe(tabs()[1]?.id);
    expect(tabs()[1]?.getAttribute('aria-controls')).toBe(panel.id);
    expect(tabs()[1]?.innerHTML).toBe('<em>B</em>');
  });

  it('change by mouse, and tell the panel its size', () => {
    build('tabs', { ...labels, default: 'A' }, 3);
    tabs()[2]?.click();
    expect([chosen(), seen()]).toEqual([2, 2]);
    expect(resized).toHaveBeenCalledOnce();
    expect(change).not.toHaveBeenCalled();
  });

  it.each([
    ['ArrowLeft', 0, 2],
    ['ArrowRight', 2, 0],
    ['ArrowRight', 0, 1],
    ['Home', 2, 0],
    ['End', 0, 2]
  ])('go with %s from %i to %i, and so does the focus', (key, from, to) => {
    build('tabs', { ...labels, default: labels.labels[from] }, 3);
    tabs()[from]?.focus();
    press(tabs()[from] as HTMLElement, key);
    expect([chosen(), seen()]).toEqual([to, to]);
    expect(document.activeElement).toBe(tabs()[to]);
    expect(tabs().map(tab => tab.tabIndex)).toEqual([0, 1, 2].map(index => (index === to ? 0 : -1)));
  });

  it('stay where the person went when a run draws them again', () => {
    build('tabs', { ...labels, default: 'A' }, 3);
    tabs()[1]?.click();
    frame.update({ ...labels, default: 'A' });
    expect(chosen()).toBe(1);
  });

  it('keep the label, not the position, when tabs are added or go', () => {
    build('tabs', { ...labels, default: 'A' }, 3);
    tabs()[1]?.click();
    frame.update({ labels: ['new', 'A', 'B'], labels_html: ['new', 'A', 'B'], default: 'A' });
    expect(chosen()).toBe(2);
    frame.update({ labels: ['new', 'A'], labels_html: ['new', 'A'], default: 'A' });
    expect(chosen()).toBe(0);
    expect(tabs()).toHaveLength(2);
  });

  it('that are tracked tell which one is open, and follow the kernel', () => {
    build('tabs', { ...labels, default: 'A', value: 'B' }, 3);
    expect(chosen()).toBe(1);
    tabs()[2]?.click();
    expect(change.mock.calls).toEqual([['C']]);
    frame.update({ ...labels, default: 'A', value: 'A' });
    expect(chosen()).toBe(0);
    expect(change).toHaveBeenCalledOnce();
  });
});

describe('an expander that is tracked', () => {
  it('tells what the person does, not what the kernel does', () => {
    build('expander', { label_html: 'E', expanded: false, value: true });
    const details = el.querySelector('details') as HTMLDetailsElement;
    expect(details.open).toBe(true);
    details.dispatchEvent(new Event('toggle'));
    expect(change).not.toHaveBeenCalled();
    details.open = false;
    details.dispatchEvent(new Event('toggle'));
    expect(change.mock.calls).toEqual([[false]]);
  });
});

describe('a popover', () => {
  const button = () => el.querySelector('button') as HTMLButtonElement;
  const box = () => el.querySelector('[role="dialog"]') as HTMLElement;

  it('says whether it is open, and takes the focus', () => {
    build('popover', { label_html: 'P' });
    expect(button().getAttribute('aria-expanded')).toBe('false');
    box().showPopover();
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(box());
    expect(change).not.toHaveBeenCalled();
  });

  it('leaves the focus to a field of its own that has it', () => {
    build('popover', { label_html: 'P' });
    const field = box().appendChild(document.createElement('input'));
    field.focus();
    box().showPopover();
    expect(document.activeElement).toBe(field);
  });

  it('that is tracked tells what the person does and follows the kernel', () => {
    build('popover', { label_html: 'P', value: false });
    box().showPopover();
    expect(change.mock.calls).toEqual([[true]]);
    frame.update({ label_html: 'P', value: false });
    expect(box().matches(':popover-open')).toBe(false);
    expect(change).toHaveBeenCalledOnce();
  });

  it('that is tracked opens once it is on the page', () => {
    el.remove();
    build('popover', { label_html: 'P', value: true });
    expect(box().matches(':popover-open')).toBe(false);
    document.body.append(el);
    frame.update({ label_html: 'P', value: true });
    expect(box().matches(':popover-open')).toBe(true);
    expect(change).not.toHaveBeenCalled();
  });

  it('can be disabled', () => {
    build('popover', { label_html: 'P', disabled: true, type: 'primary' });
    expect(button().disabled).toBe(true);
    expect(button().classList.contains('jss-primary')).toBe(true);
  });
});

describe('toasts', () => {
  const shown = () =>
    [...document.querySelectorAll('.jss-toast')].map(toast => toast.querySelector('p')?.textContent);
  const dismiss = (index: number) =>
    document.querySelectorAll<HTMLElement>('.jss-toast-dismiss')[index]?.click();

  function draw(...toasts: [text: string, seconds: number, run: number][]): void {
    const boxes = [...frame.body.querySelectorAll('.jss-box')];
    toasts.forEach(([text, seconds, run], index) => {
      const box = boxes[index] ?? frame.body.appendChild(document.createElement('div'));
      box.className = 'jss-box jss-item';
      box.innerHTML = `<div class="jss-toast-source" data-jss-seconds="${seconds}" data-jss-run="${run}"><p>${text}</p></div>`;
    });
    boxes.slice(toasts.length).forEach(box => {
      box.remove();
    });
    frame.filled([], toasts.length);
  }

  beforeEach(() => {
    el.classList.add('jss-app');
    const area = el.appendChild(document.createElement('div'));
    frame = createFrame(area, 'event', { act, change, manager: new FakeManager() });
  });

  it('stay their time, though the run that drew them is over', () => {
    draw(['saved', 4, 1]);
    expect(shown()).toEqual(['saved']);
    draw();
    vi.advanceTimersByTime(3900);
    expect(shown()).toEqual(['saved']);
    vi.advanceTimersByTime(400);
    expect(shown()).toEqual([]);
    expect(el.querySelector('.jss-toaster')?.matches(':popover-open')).toBe(false);
  });

  it('come again with every run, and once for each', () => {
    draw(['saved', 4, 1]);
    frame.filled([], 1);
    draw(['saved', 4, 2]);
    expect(shown()).toEqual(['saved', 'saved']);
  });

  it('are changed in place within a run, and have their time anew', () => {
    draw(['reading', 4, 1]);
    vi.advanceTimersByTime(3000);
    draw(['done', 4, 1]);
    vi.advanceTimersByTime(3000);
    expect(shown()).toEqual(['done']);
  });

  it('stay until they are dismissed if they are to', () => {
    draw(['look', 0, 1], ['other', 4, 1]);
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['look']);
    dismiss(0);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  it('wait while somebody looks at them', () => {
    draw(['read me', 4, 1]);
    vi.advanceTimersByTime(3500);
    document.querySelector('.jss-toast')?.dispatchEvent(new Event('pointerenter'));
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['read me']);
    document.querySelector('.jss-toast')?.dispatchEvent(new Event('pointerleave'));
    vi.advanceTimersByTime(1300);
    expect(shown()).toEqual([]);
  });

  it('are read out: they come into a live region that is there', () => {
    draw(['saved', 4, 1]);
    const region = document.querySelector('[role="status"]') as HTMLElement;
    expect(region.contains(document.querySelector('.jss-toast'))).toBe(true);
  });
});
