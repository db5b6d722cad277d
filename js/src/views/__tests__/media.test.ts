import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyCode } from '../copy';
import { showEffects } from '../effects';
import { isMedia, listenForHeights, showMedia, takeMedia } from '../media_shelf';
import { morphHtml } from '../morph';

let counter = 0;
/** A fingerprint that no other test has. */
const fresh = () => `f${String(++counter).padStart(31, '0')}`;
const view = (text: string) => new DataView(new TextEncoder().encode(text).buffer);

function page(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return root;
}

beforeEach(() => {
  vi.useFakeTimers();
  let urls = 0;
  URL.createObjectURL = vi.fn(() => `blob:${String(++urls)}-${String(counter)}`);
  URL.revokeObjectURL = vi.fn();
});

describe('bytes of pictures', () => {
  it('come before what names them, and are never asked for', () => {
    const id = fresh();
    takeMedia({ op: 'media', media: [[id, 'image/png']] }, [view('x')]);
    const root = page(`<img data-jss-src="${id}">`);
    const ask = vi.fn();
    showMedia(root, ask);
    vi.runAllTimers();
    expect(root.querySelector('img')?.getAttribute('src')).toMatch(/^blob:/);
    expect(ask).not.toHaveBeenCalled();
  });

  it('are asked for once when they do not come', () => {
    const id = fresh();
    const root = page(`<img data-jss-src="${id}"><video data-jss-src="${id}" data-jss-start="3"></video>`);
    const ask = vi.fn();
    showMedia(root, ask);
    vi.runAllTimers();
    expect(ask.mock.calls).toEqual([[[id]]]);
    takeMedia({ op: 'media', media: [[id, 'video/mp4']] }, [view('x')]);
    expect(root.querySelector('img')?.src).toMatch(/^blob:/);
    expect(root.querySelector('video')?.getAttribute('src')).toMatch(/#t=3$/);
  });

  it('that come while they are waited for are not asked for', () => {
    const id = fresh();
    const ask = vi.fn();
    showMedia(page(`<audio data-jss-src="${id}" data-jss-end="9"></audio>`), ask);
    takeMedia({ op: 'media', media: [[id, 'audio/wav']] }, [view('x')]);
    vi.runAllTimers();
    expect(ask).not.toHaveBeenCalled();
    expect(document.querySelector('audio')?.getAttribute('src')).toMatch(/#t=0,9$/);
  });

  it('are exchanged when they are there, so that the old picture stays so long', () => {
    const [first, second] = [fresh(), fresh()];
    takeMedia({ op: 'media', media: [[first, 'image/png']] }, [view('x')]);
    const root = page(`<img data-jss-src="${first}">`);
    showMedia(root, vi.fn());
    const img = root.querySelector('img') as HTMLImageElement;
    const before = img.src;
    morphHtml(root, `<img data-jss-src="${second}" alt="new">`);
    showMedia(root, vi.fn());
    expect([img.src, img.alt]).toEqual([before, 'new']);
    takeMedia({ op: 'media', media: [[second, 'image/png']] }, [view('y')]);
    expect(img.src).not.toBe(before);
    expect(root.querySelector('img')).toBe(img);
  });

  it('do not stay on a picture that has an address instead', () => {
    const id = fresh();
    takeMedia({ op: 'media', media: [[id, 'image/png']] }, [view('x')]);
    const root = page(`<img data-jss-src="${id}">`);
    showMedia(root, vi.fn());
    morphHtml(root, '<img src="https://a.example/x.png">');
    expect(root.querySelector('img')?.getAttribute('src')).toBe('https://a.example/x.png');
  });

  it('that nobody shows are let go of when there are many', () => {
    const ids = Array.from({ length: 4 }, fresh);
    const large = new DataView(new ArrayBuffer(48 * 1024 * 1024));
    const root = page(`<img data-jss-src="${ids[0]}">`);
    for (const id of ids) {
      takeMedia({ op: 'media', media: [[id, 'image/png']] }, [large]);
      showMedia(root, vi.fn());
    }
    const ask = vi.fn();
    showMedia(page(ids.map(id => `<img data-jss-src="${id}">`).join('')), ask);
    vi.runAllTimers();
    expect(ask.mock.calls.flat(2)).toContain(ids[1]);
    expect(ask.mock.calls.flat(2)).not.toContain(ids[0]);
  });

  it('without a buffer are nothing', () => {
    const id = fresh();
    takeMedia({ op: 'media', media: [[id, 'image/png']] }, []);
    const root = page(`<img data-jss-src="${id}">`);
    showMedia(root, vi.fn());
    expect(root.querySelector('img')?.hasAttribute('src')).toBe(false);
  });

  it.each([null, 'x', {}, { op: 'patch' }, { op: 'media' }])('are no %s', message => {
    expect(isMedia(message)).toBe(false);
  });
});

describe('pages in frames', () => {
  it('are text, and one that is to fit tells its height', () => {
    const id = fresh();
    takeMedia({ op: 'media', media: [[id, 'text/html']] }, [view('<p>é')]);
    const root = page(
      `<iframe data-jss-srcdoc="${id}"></iframe><iframe data-jss-srcdoc="${id}" data-jss-fit="1"></iframe>`
    );
    showMedia(root, vi.fn());
    const [plain, fit] = root.querySelectorAll('iframe');
    expect(plain?.getAttribute('srcdoc')).toBe('<p>é');
    expect(fit?.getAttribute('srcdoc')).toMatch(/^<p>é<script>/);
  });

  it('are as high as they say, if it is they who say it', () => {
    page('<iframe data-jss-fit="1"></iframe><iframe data-jss-fit="1"></iframe>');
    const [first, second] = document.querySelectorAll('iframe');
    listenForHeights(window);
    const say = (data: unknown, source: Window | null | undefined) =>
      window.dispatchEvent(new MessageEvent('message', { data, source: source ?? null }));
    say({ jssHeight: 99.2 }, first?.contentWindow);
    say({ jssHeight: 1e9 }, second?.contentWindow);
    say({ jssHeight: 5 }, window);
    say({ jssHeight: '<b>' }, first?.contentWindow);
    say(null, first?.contentWindow);
    expect([first?.style.height, second?.style.height]).toEqual(['100px', '20000px']);
    morphHtml(document.body.firstElementChild as HTMLElement, '<iframe data-jss-fit="1" title="x"></iframe>');
    expect(first?.style.height).toBe('100px');
  });
});

describe('effects', () => {
  const source = (run: number, kind = 'balloons') =>
    `<div class="jss-box"><div class="jss-effect jss-${kind}" data-jss-run="${String(run)}"></div></div>`;

  it('are shown once for each run, and leave', () => {
    const root = page(source(1));
    showEffects(root);
    showEffects(root);
    expect(root.querySelectorAll('.jss-stage')).toHaveLength(1);
    expect(root.querySelectorAll('.jss-flake')).toHaveLength(30);
    vi.runAllTimers();
    expect(root.querySelectorAll('.jss-stage')).toHaveLength(0);
    root.querySelector('.jss-effect')?.setAttribute('data-jss-run', '2');
    showEffects(root);
    expect(root.querySelectorAll('.jss-stage-balloons')).toHaveLength(1);
  });

  it('are not shown again when the page was loaded anew', async () => {
    const root = page(source(77));
    showEffects(root);
    expect(root.querySelectorAll('.jss-stage')).toHaveLength(1);
    vi.resetModules();
    const { showEffects: showAfterReload } = await import('../effects');
    const again = page(source(77) + source(78));
    showAfterReload(again);
    expect(again.querySelectorAll('.jss-stage')).toHaveLength(1);
  });

  it('are not shown to who wants no movement', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const root = page(source(1, 'snow'));
    showEffects(root);
    expect(root.querySelector('.jss-stage')).toBeNull();
    vi.unstubAllGlobals();
  });

  it('may be snow', () => {
    const root = page(source(1, 'snow'));
    showEffects(root);
    expect(root.querySelectorAll('.jss-stage-snow .jss-flake')).toHaveLength(60);
    expect(root.querySelector('.jss-stage')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the copy button', () => {
  const html = '<div class="jss-code"><button>Copy</button><pre><code>a <span>b</span></code></pre></div>';

  it('copies the text and says so for a moment', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const button = page(html).querySelector('button') as HTMLButtonElement;
    await copyCode(button);
    expect(writeText).toHaveBeenCalledWith('a b');
    expect(button.textContent).toBe('Copied');
    vi.runAllTimers();
    expect(button.textContent).toBe('Copy');
    vi.unstubAllGlobals();
  });

  it('selects the text where it may not', async () => {
    vi.stubGlobal('navigator', {});
    const button = page(html).querySelector('button') as HTMLButtonElement;
    await copyCode(button);
    expect(button.textContent).toBe('Press Ctrl+C');
    expect(String(window.getSelection())).toBe('a b');
    vi.unstubAllGlobals();
  });
});
