import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrame } from '../frame';
import type { Frame } from '../frame';
import { FakeManager } from './fakes';

const act = vi.fn();
let el: HTMLElement;
let frame: Frame;
let opener: HTMLButtonElement;

// jsdom knows the element, but opens no windows.
function showModal(this: HTMLDialogElement): void {
  this.open = true;
}

function close(this: HTMLDialogElement): void {
  this.open = false;
}

function build(props: Record<string, unknown> = {}): HTMLDialogElement {
  frame = createFrame(el, 'dialog', { act, change: vi.fn(), manager: new FakeManager() });
  frame.update({ label_html: 'Why <em>this</em>?', icon: '🔥', dismissible: true, opening: 1, ...props });
  return el.querySelector('dialog') as HTMLDialogElement;
}

function press(target: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  vi.useFakeTimers();
  act.mockClear();
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
  el = document.createElement('div');
  opener = document.createElement('button');
  document.body.replaceChildren(opener, el);
  opener.focus();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a dialog', () => {
  it('opens with its title, and focuses the first field once that has come', async () => {
    const dialog = build();
    expect(dialog.open).toBe(true);
    expect(document.activeElement).toBe(dialog);
    const label = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
    expect(label?.textContent).toBe('Why this?');
    frame.body.innerHTML = '<button disabled>No</button><input>';
    await Promise.resolve();
    expect(document.activeElement).toBe(frame.body.querySelector('input'));
  });

  it('leaves the focus where its user put it', async () => {
    const dialog = build();
    dialog.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    frame.body.innerHTML = '<input>';
    await Promise.resolve();
    expect(document.activeElement).toBe(dialog);
  });

  it('waits until it is in the page', () => {
    el.remove();
    const dialog = build();
    expect(dialog.open).toBe(false);
    document.body.append(el);
    vi.advanceTimersByTime(50);
    expect(dialog.open).toBe(true);
  });

  it('is closed by Escape, says so, and gives the focus back', () => {
    const dialog = build();
    expect(press(dialog, 'Escape').defaultPrevented).toBe(true);
    expect(dialog.open).toBe(false);
    expect(act).toHaveBeenCalledExactlyOnceWith('dismiss', { opening: 1 });
    expect(document.activeElement).toBe(opener);
  });

  it('leaves Escape to what is in it', () => {
    const dialog = build();
    frame.body.innerHTML = '<input>';
    const field = frame.body.querySelector('input') as HTMLInputElement;
    field.addEventListener('keydown', event => {
      event.preventDefault();
    });
    press(field, 'Escape');
    expect(dialog.open).toBe(true);
  });

  it('is closed by its button, by the browser, and by a click beside it', () => {
    const dialog = build();
    const ways = [
      () => dialog.querySelector<HTMLButtonElement>('.jss-dialog-close')?.click(),
      () => dialog.dispatchEvent(new Event('cancel', { cancelable: true })),
      () => dialog.dispatchEvent(new MouseEvent('click', { clientX: 900, clientY: 900 }))
    ];
    ways.forEach((way, index) => {
      frame.update({ dismissible: true, opening: index + 2 });
      expect(dialog.open).toBe(true);
      way();
      expect(dialog.open).toBe(false);
      expect(act).toHaveBeenLastCalledWith('dismiss', { opening: index + 2 });
    });
  });

  it('stays open, whatever is tried, if its author says so', () => {
    const dialog = build({ dismissible: false });
    expect(dialog.querySelector<HTMLElement>('.jss-dialog-close')?.hidden).toBe(true);
    expect(press(dialog, 'Escape').defaultPrevented).toBe(true);
    dialog.dispatchEvent(new MouseEvent('click', { clientX: 900, clientY: 900 }));
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(dialog.open).toBe(true);
    expect(act).not.toHaveBeenCalled();
  });

  it('opens again only when it is called again', () => {
    const dialog = build();
    press(dialog, 'Escape');
    frame.update({ label_html: 'Other', dismissible: true, opening: 1 });
    expect(dialog.open).toBe(false);
    frame.update({ label_html: 'Other', dismissible: true, opening: 2 });
    expect(dialog.open).toBe(true);
    frame.update({ label_html: 'Other', dismissible: true, opening: null });
    expect(dialog.open).toBe(false);
  });

  it('gives the focus back when it goes', () => {
    build();
    frame.dispose();
    expect(document.activeElement).toBe(opener);
  });

  it.each([
    ['small', '500px'],
    ['large', '1280px'],
    [320, '320px'],
    ['odd', '500px']
  ])('is as wide as asked: %s', (width, wanted) => {
    expect(build({ width }).style.getPropertyValue('--jss-dialog-width')).toBe(wanted);
  });
});

describe('the navigation', () => {
  it('keeps the nodes of its links, and asks for the page that is followed', () => {
    frame = createFrame(el, 'navigation', { act, change: vi.fn(), manager: new FakeManager() });
    const link = (current: string) =>
      `<nav><button data-jss-action="page" data-jss-key="/a" data-jss-query="q=1" ${current}>A</button></nav>`;
    frame.update({ html: link(''), position: 'top' });
    const button = el.querySelector('button') as HTMLButtonElement;
    button.click();
    expect(act).toHaveBeenCalledExactlyOnceWith('page', { key: '/a', query: 'q=1' });
    frame.update({ html: link('aria-current="page"'), position: 'top' });
    expect(el.querySelector('button')).toBe(button);
    expect(button.getAttribute('aria-current')).toBe('page');
    expect(el.classList).toContain('jss-pages-on-top');
  });
});
