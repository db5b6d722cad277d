// Buttons that save, link and open a menu; the chat input; shortcuts.
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { download, link } from '../button';
import { chatInput } from '../chat';
import { menu } from '../menu';
import { mend } from '../mend';
import { keysOf, listenForShortcuts } from '../shortcuts';
import { setSizes } from '../sizes';
import { FakeModel, settled } from './fakes';

let el: HTMLElement;
let controller: AbortController;

vi.stubGlobal('Blob', NodeBlob);
vi.stubGlobal('File', NodeFile);

beforeEach(() => {
  el = document.createElement('div');
  document.body.replaceChildren(el);
  controller = new AbortController();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function find(selector: string): HTMLElement {
  return el.querySelector(selector) as HTMLElement;
}

function press(node: HTMLElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  node.dispatchEvent(event);
  return event;
}

function show(
  view: { render: (context: never) => unknown },
  state: Record<string, unknown>,
  into: HTMLElement = el
): FakeModel {
  const model = new FakeModel({ description: 'Label', disabled: false, ...state });
  view.render({ model, el: into, signal: controller.signal } as never);
  return model;
}

describe('a download', () => {
  const clicked: { href: string; name: string }[] = [];

  beforeEach(() => {
    clicked.length = 0;
    URL.createObjectURL = () => 'blob:of-the-file';
    URL.revokeObjectURL = vi.fn();
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push({ href: this.href, name: this.download });
    });
  });

  it('asks for its file when it is clicked, tells of the click, and saves what comes', () => {
    const model = show(download, { reruns: true });
    find('button').click();
    expect(model.sent).toEqual([{ event: 'fetch' }, { event: 'click' }]);
    expect(find('button').getAttribute('aria-busy')).toBe('true');
    model.receive({ op: 'file', name: 'a.csv', mime: 'text/csv' });
    expect(clicked).toEqual([{ href: 'blob:of-the-file', name: 'a.csv' }]);
    expect(find('button').hasAttribute('aria-busy')).toBe(false);
  });

  it('that ignores clicks only asks', () => {
    const model = show(download, { reruns: false });
    find('button').click();
    expect(model.sent).toEqual([{ event: 'fetch' }]);
  });

  it('saves nothing that this view did not ask for', () => {
    const model = show(download, { reruns: false });
    model.receive({ op: 'file', name: 'evil', mime: null });
    expect(clicked).toEqual([]);
    find('button').click();
    model.receive({ op: 'file', name: 'a', mime: null });
    model.receive({ op: 'file', name: 'again', mime: null });
    expect(clicked.map(({ name }) => name)).toEqual(['a']);
  });

  it('says why there is no file, as text', () => {
    const model = show(download, { reruns: false });
    find('button').click();
    model.receive({ op: 'failed', problem: '<b>no</b>' });
    expect(find('[role="alert"]').innerHTML).toBe('&lt;b&gt;no&lt;/b&gt;');
    find('button').click();
    expect(find('[role="alert"]').textContent).toBe('');
  });

  it.each([null, 'x', { op: 'other' }, 5])('is not impressed by %j', junk => {
    const model = show(download, { reruns: false });
    find('button').click();
    expect(() => {
      model.receive(junk);
    }).not.toThrow();
    expect(clicked).toEqual([]);
  });
});

describe('a link', () => {
  it('opens elsewhere and tells of its clicks', () => {
    const model = show(link, { href: 'https://a.b/' });
    const anchor = find('a') as HTMLAnchorElement;
    expect([anchor.href, anchor.target, anchor.rel]).toEqual([
      'https://a.b/',
      '_blank',
      'noopener noreferrer'
    ]);
    anchor.addEventListener('click', event => {
      event.preventDefault(); // there is nowhere to go in a test
    });
    anchor.click();
    expect(model.sent).toEqual([{ event: 'click' }]);
  });

  it('without an address, or disabled, leads nowhere', () => {
    const model = show(link, { href: '' });
    expect(find('a').getAttribute('aria-disabled')).toBe('true');
    model.push('href', '/x');
    expect(find('a').getAttribute('href')).toBe('/x');
    model.push('disabled', true);
    expect([find('a').hasAttribute('href'), find('a').getAttribute('role')]).toEqual([false, 'link']);
    find('a').click();
    expect(model.sent).toEqual([]);
  });
});

describe('a menu', () => {
  const OPTIONS = [
    { label: 'CSV' },
    { label: '**Excel**', html: '<strong>Excel</strong>' },
    { label: 'PDF' }
  ];
  const focused = () => document.activeElement?.textContent;

  it('opens with its first entry in focus, goes round, and sends the label', () => {
    const model = show(menu, { options: OPTIONS });
    find('button').click();
    expect([focused(), find('button').getAttribute('aria-expanded')]).toEqual(['CSV', 'true']);
    press(document.activeElement as HTMLElement, 'ArrowUp');
    expect(focused()).toBe('PDF');
    press(document.activeElement as HTMLElement, 'ArrowDown');
    press(document.activeElement as HTMLElement, 'ArrowDown');
    expect(focused()).toBe('Excel');
    (document.activeElement as HTMLElement).click();
    expect(model.sent).toEqual([{ event: 'click', value: '**Excel**' }]);
    expect([document.activeElement, find('button').getAttribute('aria-expanded')]).toEqual([
      find('.jss-menu-button'),
      'false'
    ]);
  });

  it('opens by an arrow at either end, and finds by letter', () => {
    show(menu, { options: OPTIONS });
    press(find('button'), 'ArrowUp');
    expect(focused()).toBe('PDF');
    press(document.activeElement as HTMLElement, 'e');
    expect(focused()).toBe('Excel');
    press(document.activeElement as HTMLElement, 'Home');
    expect(focused()).toBe('CSV');
    press(document.activeElement as HTMLElement, 'End');
    expect(focused()).toBe('PDF');
  });

  it.each(['Escape', 'Tab'])('closes by %s without a choice', key => {
    const model = show(menu, { options: OPTIONS });
    find('button').click();
    press(document.activeElement as HTMLElement, key);
    expect([find('button').getAttribute('aria-expanded'), model.sent]).toEqual(['false', []]);
    expect(document.activeElement).toBe(find('.jss-menu-button'));
  });

  it('closes when it is disabled', () => {
    const model = show(menu, { options: OPTIONS });
    find('button').click();
    model.push('disabled', true);
    expect(find('button').getAttribute('aria-expanded')).toBe('false');
  });
});

describe('a chat input', () => {
  const base = {
    placeholder: 'Say',
    submit_mode: 'submit',
    max_chars: null,
    draft: '',
    multiple: '',
    types: []
  };
  const field = () => find('textarea') as HTMLTextAreaElement;
  const send = () => find('.jss-chat-send') as HTMLButtonElement;

  function type(text: string): void {
    field().value = text;
    field().dispatchEvent(new Event('input'));
  }

  it('is sent by Enter and by its button, and is empty afterwards', () => {
    const model = show(chatInput, base);
    expect(send().disabled).toBe(true);
    type('hello');
    press(field(), 'Enter');
    expect(field().value).toBe('');
    type('again');
    send().click();
    expect(model.sent).toEqual([
      { event: 'click', value: 'hello', waits: false },
      { event: 'click', value: 'again', waits: false }
    ]);
  });

  it.each([{ shiftKey: true }, { isComposing: true }])('is not sent by Enter with %j', more => {
    const model = show(chatInput, base);
    type('hello');
    expect(press(field(), 'Enter', more).defaultPrevented).toBe(false);
    expect(model.sent).toEqual([]);
  });

  it.each(['', '  \n '])('sends nothing for %j', text => {
    const model = show(chatInput, base);
    type(text);
    press(field(), 'Enter');
    expect([model.sent, send().disabled]).toEqual([[], true]);
  });

  it('is named by its placeholder, counts, and stops at its longest length', () => {
    show(chatInput, { ...base, max_chars: 5 });
    type('abc');
    expect(find('.jss-chat-count').textContent).toBe('3/5');
    expect([field().getAttribute('aria-label'), field().getAttribute('maxlength')]).toEqual(['Say', '5']);
  });

  it('takes a draft of the program, and keeps it for other views until somebody writes or sends', () => {
    const model = show(chatInput, base);
    for (const isSent of [false, true]) {
      model.push('draft', 'What now?');
      expect([field().value, model.state['draft'], send().disabled]).toEqual([
        'What now?',
        'What now?',
        false
      ]);
      if (isSent) {
        press(field(), 'Enter');
      } else {
        type('No');
      }
      expect(model.state['draft']).toBe('');
    }
    expect(model.sent).toEqual([{ event: 'click', value: 'What now?', waits: false }]);
  });

  it('that waits for its run sends nothing until it is over', () => {
    const model = show(chatInput, { ...base, submit_mode: 'disable' });
    type('one');
    press(field(), 'Enter');
    expect(model.sent).toEqual([{ event: 'click', value: 'one', waits: true }]);
    type('two');
    press(field(), 'Enter');
    expect([model.sent.length, send().disabled]).toEqual([1, true]);
    model.receive({ op: 'done' });
    press(field(), 'Enter');
    expect(model.sent[1]).toEqual({ event: 'click', value: 'two', waits: true });
  });

  it('may stop the run it caused', () => {
    const app = document.createElement('div');
    app.className = 'jss-app';
    const stop = document.createElement('button');
    stop.className = 'jss-stop';
    const stopped = vi.fn();
    stop.addEventListener('click', stopped);
    app.append(stop, el);
    document.body.replaceChildren(app);
    show(chatInput, { ...base, submit_mode: 'stop' });
    type('long');
    press(field(), 'Enter');
    expect(send().getAttribute('aria-label')).toBe('Stop');
    send().click();
    expect(stopped).toHaveBeenCalledOnce();
  });

  it('that is disabled says and sends nothing', () => {
    const model = show(chatInput, { ...base, disabled: true });
    type('x');
    press(field(), 'Enter');
    expect([field().disabled, model.sent]).toEqual([true, []]);
  });

  it('names the files that came before it, and begins anew without them', async () => {
    const model = show(chatInput, { ...base, accept_file: true, multiple: 'files', max_size: 100 });
    const input = find('input[type="file"]');
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'a.txt')] });
    input.dispatchEvent(new Event('change'));
    await settled();
    const announced = model.sent[0] as { op: string; id: string };
    expect(announced.op).toBe('upload');
    type('see');
    expect(send().disabled).toBe(true); // until the file is there
    const info = { id: '7', name: 'a.txt', type: '', size: 1 };
    model.receive({ op: 'arrived', id: announced.id, file: info });
    await settled();
    expect(send().disabled).toBe(false);
    press(field(), 'Enter');
    expect(model.sent.at(-1)).toEqual({ event: 'click', value: 'see', waits: false, files: [info] });
    expect([el.querySelectorAll('.jss-file').length, send().disabled]).toEqual([0, true]);
    expect(model.sent).not.toContainEqual(expect.objectContaining({ op: 'cancel' }));
  });

  async function attach(model: FakeModel): Promise<string> {
    const input = find('input[type="file"]');
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'a.txt')], configurable: true });
    input.dispatchEvent(new Event('change'));
    await settled();
    return (model.sent.at(-1) as { id: string }).id;
  }
  const messages = (model: FakeModel) =>
    model.sent.filter(one => (one as { event?: unknown }).event === 'click');

  it('that is sent while a file is on its way goes once that is there', async () => {
    const model = show(chatInput, { ...base, accept_file: true, multiple: 'files', max_size: 100 });
    const id = await attach(model);
    type('see');
    press(field(), 'Enter');
    expect(messages(model)).toEqual([]);
    expect(find('.jss-upload-status').textContent).toContain('as soon as its files are there');
    const info = { id: '7', name: 'a.txt', type: '', size: 1 };
    model.receive({ op: 'arrived', id, file: info });
    await settled();
    expect(messages(model)).toEqual([{ event: 'click', value: 'see', waits: false, files: [info] }]);
    expect(field().value).toBe('');
  });

  it('stays when a file of it does not come, or when somebody writes on', async () => {
    const model = show(chatInput, { ...base, accept_file: true, multiple: 'files', max_size: 100 });
    const refused = await attach(model);
    type('see');
    press(field(), 'Enter');
    model.receive({ op: 'refused', id: refused, problem: 'No room.' });
    await settled();
    const other = await attach(model);
    press(field(), 'Enter');
    type('see also');
    model.receive({ op: 'arrived', id: other, file: { id: '8', name: 'a.txt', type: '', size: 1 } });
    await settled();
    expect([messages(model), field().value, send().disabled]).toEqual([[], 'see also', false]);
  });

  it('gives up what was not sent when it goes', async () => {
    const model = show(chatInput, { ...base, accept_file: true, max_size: 100 });
    const input = find('input[type="file"]');
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'a.txt')] });
    input.dispatchEvent(new Event('change'));
    await settled();
    controller.abort();
    expect(model.sent.at(-1)).toMatchObject({ op: 'cancel' });
    expect(model.listeners()).toBe(0);
  });
});

describe('shortcuts', () => {
  let clicks: string[];
  let stop: () => void;

  beforeEach(() => {
    clicks = [];
    el.innerHTML =
      '<button data-jss-shortcut="k">K</button><button data-jss-shortcut="ctrl+shift+left">L</button>' +
      '<button data-jss-shortcut="x" disabled>X</button><a data-jss-shortcut="y" aria-disabled="true">Y</a>' +
      '<input type="text"><input type="checkbox">';
    el.addEventListener('click', event => {
      clicks.push((event.target as HTMLElement).textContent);
    });
    stop = listenForShortcuts(el);
  });

  it('have one spelling', () => {
    const keys = (key: string, more: KeyboardEventInit = {}) =>
      keysOf(new KeyboardEvent('keydown', { key, ...more }));
    expect(keys('K', { shiftKey: true, ctrlKey: true })).toBe('ctrl+shift+k');
    expect([keys(' '), keys('ArrowLeft', { metaKey: true }), keys('F5')]).toEqual([
      'space',
      'cmd+left',
      'f5'
    ]);
  });

  it('click the button that can be clicked', () => {
    expect(press(el, 'k').defaultPrevented).toBe(true);
    press(el, 'ArrowLeft', { ctrlKey: true, shiftKey: true });
    press(el, 'x');
    press(el, 'y');
    press(el, 'z');
    expect(clicks).toEqual(['K', 'L']);
  });

  it('leave letters to the field that is typed in', () => {
    press(find('input[type="text"]'), 'k');
    expect(clicks).toEqual([]);
    press(find('input[type="checkbox"]'), 'k');
    press(find('input[type="text"]'), 'ArrowLeft', { ctrlKey: true, shiftKey: true });
    expect(clicks).toEqual(['K', 'L']);
  });

  it('end with their app', () => {
    stop();
    press(el, 'k');
    expect(clicks).toEqual([]);
  });
});

it('gives sizes as properties of our own', () => {
  setSizes(el, { width: 120, height: 'content' });
  expect([el.style.getPropertyValue('--jss-given-width'), [...el.classList]]).toEqual([
    '120px',
    ['jss-wide', 'jss-grows']
  ]);
  setSizes(el, { height: 50 });
  expect([el.style.getPropertyValue('--jss-given-width'), [...el.classList]]).toEqual(['', ['jss-high']]);
});

describe('a core button', () => {
  const item = { kind: 'button', child: 'IPY_MODEL_1' };
  const marked = { ...item, html: '<em>Save</em> all' };

  it('keeps its markup when its own view writes plain text', async () => {
    const node = document.createElement('button');
    node.textContent = 'Save all';
    const mended = mend(node, marked);
    expect(node.querySelector('em')?.textContent).toBe('Save');
    node.textContent = 'Save all';
    await settled();
    expect(node.querySelector('em')?.textContent).toBe('Save');
    mended.update({ ...item, html: '<b>Stop</b>' });
    expect(node.textContent).toBe('Stop');
    mended.dispose();
  });

  it('is plain again when it has none', async () => {
    const node = document.createElement('button');
    const model = new FakeModel({ description: 'Plain' });
    const mended = mend(node, marked, model as never);
    mended.update(item);
    expect(node.innerHTML).toBe('Plain');
    node.textContent = 'Other';
    await settled();
    expect(node.innerHTML).toBe('Other');
  });
});
