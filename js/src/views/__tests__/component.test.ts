import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { component } from '../component';
import { runComponent } from '../component_page';
import { FakeModel } from './fakes';

const turn = () => new Promise(resolve => setTimeout(resolve, 5));

let el: HTMLElement;
let model: FakeModel;
let leave: AbortController;

function start(state: Record<string, unknown> = {}): void {
  model = new FakeModel({
    protocol: 'v2',
    parts: { html: '<b>Hi</b>', css: '', js: '', isolated: true },
    page: null,
    data: '{"json":{"n":1}}',
    options: { name: 'picker', longest: 100, width: 'stretch', height: 'content' },
    value: { kept: 1 },
    ...state
  });
  void component.render({ model, el, signal: leave.signal });
}

const frame = () => el.querySelector('iframe') as HTMLIFrameElement;
const problem = () => el.querySelector('[role=alert]') as HTMLElement;

function say(message: unknown, source: Window | null = frame().contentWindow): void {
  window.dispatchEvent(new MessageEvent('message', { data: message, source }));
}

const set = (state: object, fired: unknown[] = []) => {
  say({ jss: 'component', op: 'set', text: JSON.stringify({ state, fired }) });
};

function told(): { data: unknown; variables: Record<string, string> }[] {
  return posted.mock.calls.map(([message]) => (message as { told: never }).told);
}

const posted = vi.fn();

beforeEach(() => {
  leave = new AbortController();
  el = document.createElement('div');
  document.body.replaceChildren(el);
});

afterEach(() => {
  leave.abort();
  posted.mockReset();
  vi.restoreAllMocks();
});

function listening(): void {
  const inside = frame().contentWindow as Window;
  inside.postMessage = posted as typeof inside.postMessage;
}

describe('the frame of a component', () => {
  it('has a name and no origin, and is told what to show when it is ready', () => {
    start();
    listening();
    expect(frame().getAttribute('sandbox')).toBe('allow-scripts allow-forms');
    expect(frame().title).toBe('picker');
    say({ jss: 'component', op: 'ready' });
    expect(told()[0]).toMatchObject({ data: { json: { n: 1 } }, scheme: 'light', layout: '' });
    expect(told()[0]?.variables['--st-text-color']).toBeDefined();
  });

  it('is the only one that may speak: messages of other windows are not heard', () => {
    start();
    for (const source of [window, null]) {
      say({ jss: 'component', op: 'set', text: '{"state":{"a":1},"fired":[["b",1]]}' }, source);
    }
    say({ jss: 'component', op: 'unknown' });
    say('nothing');
    say({ op: 'set', text: '{}' });
    expect([model.saved, model.sent]).toEqual([[], []]);
  });

  it('adds what it sets to the state, and fires each of one name alone', () => {
    start();
    set({ a: 1, b: [2] }, [
      ['hit', 1],
      ['miss', null],
      ['hit', 2]
    ]);
    expect(model.saved).toEqual([{ value: { kept: 1, a: 1, b: [2] } }]);
    expect(model.sent).toEqual([
      { event: 'fire', value: { hit: 1, miss: null } },
      { event: 'fire', value: { hit: 2 } }
    ]);
    set({}, []);
    expect(model.saved).toHaveLength(1);
  });

  it('sends what waits before it fires', () => {
    start();
    const sync = vi.fn(() => 'id');
    Object.assign(model, { _msg_buffer: { value: { a: 1 } }, send_sync_message: sync });
    set({}, [['hit', 1]]);
    expect(sync).toHaveBeenCalledWith({ value: { a: 1 } }, undefined);
  });

  it('is refused what is too much, or no JSON, and says so in its place', () => {
    start();
    set({ long: 'x'.repeat(200) });
    expect(problem().textContent).toContain(
      'The component picker says: it sent 232 characters; 100 are the most'
    );
    say({ jss: 'component', op: 'shown' });
    expect(problem().hidden).toBe(true);
    say({ jss: 'component', op: 'set', text: 'no json' });
    expect(problem().hidden).toBe(false);
    expect(model.saved).toEqual([]);
  });

  it('cannot drown the kernel in what it fires at once', () => {
    start({ options: { name: 'picker', longest: 10_000 } });
    set({ a: 1 }, Array<unknown>(201).fill(['hit', 1]));
    expect(problem().textContent).toBe(
      'The component picker says: it fired 201 times at once; 200 are the most'
    );
    expect([model.saved, model.sent]).toEqual([[], []]);
  });

  it('shows its errors as text', () => {
    start();
    say({ jss: 'component', op: 'problem', text: '<img src=x>' });
    expect(problem().textContent).toBe('The component picker says: <img src=x>');
    expect(problem().querySelector('img')).toBeNull();
    say({ jss: 'component', op: 'problem' });
    expect(problem().textContent).toContain('something failed');
  });

  it('gets new data while it lives, and is made anew only for other parts', async () => {
    start();
    listening();
    const before = frame();
    model.push('data', '{"json":2}');
    expect(told().at(-1)?.data).toEqual({ json: 2 });
    expect(frame()).toBe(before);
    model.push('parts', { html: '', css: '', js: '', isolated: false });
    model.push('page', null);
    await turn();
    expect(frame()).not.toBe(before);
  });

  it('is as high as its content, or as it is told', () => {
    start();
    say({ jss: 'component', op: 'size', height: 123, width: 50 });
    expect(frame().style.height).toBe('123px');
    say({ jss: 'component', op: 'size', height: 1e9, width: 50 });
    expect(frame().style.height).toBe('20000px');
    say({ jss: 'component', op: 'size', height: 'x' });
    model.push('options', { name: 'picker', longest: 100, width: 'content', height: 40 });
    expect(frame().style.height).toBe('40px');
    say({ jss: 'component', op: 'size', height: 99, width: 60 });
    expect(frame().style.height).toBe('40px');
    expect((el.querySelector('.jss-component') as HTMLElement).style.width).toBe('60px');
    model.push('options', { name: 'picker', longest: 100, width: 30, height: 'stretch' });
    expect(frame().style.height).toBe('100%');
  });

  it('hears nothing any more when it is gone', () => {
    start();
    const inside = frame().contentWindow;
    leave.abort();
    say({ jss: 'component', op: 'set', text: '{"state":{"a":1}}' }, inside);
    expect([model.saved, model.listeners()]).toEqual([[], 0]);
  });
});

describe('a component of version 1', () => {
  const page = new DataView(new TextEncoder().encode('<p>Hi').buffer);
  const started = (state: Record<string, unknown> = {}) => {
    start({
      protocol: 'v1',
      parts: {},
      page,
      data: '{"args":{"n":1},"bytes":{"raw":"AP8="},"tables":{"t":{"data":"AQ=="}}}',
      options: { name: 'counter', longest: 100, width: 'stretch', height: 'content', tab_index: -1 },
      value: null,
      ...state
    });
    listening();
  };

  it('shows its page, and gives it arguments when it is ready', () => {
    started();
    expect(frame().srcdoc.startsWith('<p>Hi<script>')).toBe(true);
    expect(frame().tabIndex).toBe(-1);
    say({ type: 'streamlit:componentReady', apiVersion: 1 });
    expect(posted.mock.calls[0]?.[0]).toMatchObject({
      type: 'streamlit:render',
      args: { n: 1, raw: Uint8Array.of(0, 255) },
      dfs: [{ key: 't', value: { data: { data: Uint8Array.of(1) } } }],
      disabled: false,
      theme: { base: 'light' }
    });
  });

  it('comes from an address too', () => {
    started({ parts: { src: 'http://localhost:3001/' }, page: null });
    expect(frame().src).toBe('http://localhost:3001/');
    expect(frame().getAttribute('sandbox')).toBe('allow-scripts allow-forms');
  });

  it('says how high it is and what its value is', () => {
    started();
    say({ type: 'streamlit:setFrameHeight', height: 77 });
    expect(frame().style.height).toBe('77px');
    say({ type: 'streamlit:setComponentValue', value: { a: [1] }, dataType: 'json' });
    say({ type: 'streamlit:setComponentValue', value: Uint8Array.of(0, 255), dataType: 'bytes' });
    say({ type: 'streamlit:setComponentValue', value: Uint8Array.of(7).buffer, dataType: 'bytes' });
    const part = Uint8Array.of(1);
    const table = { data: part, index: part, columns: part };
    say({ type: 'streamlit:setComponentValue', value: table, dataType: 'dataframe' });
    say({ type: 'streamlit:setComponentValue' });
    say({ type: 'streamlit:unknown' });
    expect(model.saved.map(({ value }) => value)).toEqual([
      { json: { a: [1] } },
      { bytes: 'AP8=' },
      { bytes: 'Bw==' },
      { table: { data: 'AQ==', index: 'AQ==', columns: 'AQ==' } },
      { json: null }
    ]);
  });

  it('is told in its place that bytes are none', () => {
    started();
    say({ type: 'streamlit:setComponentValue', value: 'x', dataType: 'bytes' });
    expect(problem().textContent).toBe('The component counter says: it sets bytes or a table that are none');
  });
});

describe('the page in the frame', () => {
  const said: Record<string, unknown>[] = [];
  const parts = { html: '<p>Hi</p><script>globalThis.ran = 1</script>', css: 'p{}', isolated: false };
  let imported = '';
  let listened: [string, EventListener][] = [];

  afterEach(() => {
    for (const [name, listener] of listened) {
      window.removeEventListener(name, listener);
    }
    vi.unstubAllGlobals();
  });

  /** Run the code of the page in this window, which is its own parent; the module is served from a data address. */
  async function page(js: string): Promise<void> {
    said.length = 0;
    imported = `data:text/javascript,${encodeURIComponent(js)}`;
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe(): void {}
      }
    );
    Object.assign(URL, { createObjectURL: () => imported }); // jsdom has none
    vi.spyOn(window, 'postMessage').mockImplementation((message: unknown) => {
      said.push(message as Record<string, unknown>);
    });
    const listen = vi.spyOn(window, 'addEventListener');
    runComponent();
    listened = listen.mock.calls.map(([name, listener]) => [name, listener as EventListener]);
    listen.mockRestore();
    await turn();
  }

  async function show(data: unknown, js = 'x'): Promise<void> {
    const shown = {
      parts: { ...parts, js },
      data: { json: data },
      name: 'picker',
      key: 'k',
      variables: { '--st-font': 'serif' },
      scheme: 'dark',
      layout: 'fills'
    };
    window.dispatchEvent(
      new MessageEvent('message', { data: { jss: 'component', op: 'show', told: shown }, source: window })
    );
    await turn();
    await turn();
  }

  it('calls the component when it is shown and when its data changes', async () => {
    await page(
      'export default ({ data, setStateValue, setTriggerValue }) => { setStateValue("n", data); setStateValue("u"); setTriggerValue("hit", NaN); return () => { globalThis.left = data } }'
    );
    await show(1);
    await show(1);
    await show(2);
    expect(said.map(({ op }) => op)).toEqual([
      'ready',
      'shown',
      'size',
      'set',
      'shown',
      'size',
      'shown',
      'size',
      'set'
    ]);
    expect(said[3]?.['text']).toBe('{"state":{"n":1,"u":null},"fired":[["hit",null]]}');
    expect(document.documentElement.style.getPropertyValue('--st-font')).toBe('serif');
    window.dispatchEvent(new Event('pagehide'));
    expect((globalThis as Record<string, unknown>)['left']).toBe(2);
  });

  it('says that its script exports nothing to call', async () => {
    await page('export const nothing = 1');
    await show(1);
    expect(said[1]?.['text']).toBe('Error: the script of a component must export a function as its default');
  });

  it('says what a component sets that cannot travel', async () => {
    await page(
      'export default ({ setStateValue }) => { const own = {}; own.own = own; setStateValue("x", own) }'
    );
    await show(1);
    expect(said[1]).toMatchObject({ op: 'problem' });
    expect(said[1]?.['text']).toContain('circular');
  });
});
