import { afterEach, describe, expect, it, vi } from 'vitest';
import { setHtml, element } from '../dom';
import { symbols as ofThePage, Symbols, type HasSymbol } from '../symbols';
import { FakeManager } from './fakes';

const icon = (name: string): string =>
  `<span class="jss-symbol" data-jss-symbol="${name}"><span>x</span></span>`;

function page(has: HasSymbol = name => name !== 'nonsense') {
  const load = vi.fn(() => Promise.resolve({ symbols: () => Promise.resolve(has) }));
  return { load, symbols: new Symbols({ load }) };
}

const rules = (): string =>
  [...document.head.querySelectorAll('style')].map(each => each.textContent).join('');

describe('icons of the Material set', () => {
  afterEach(() => {
    document.head.replaceChildren();
  });

  it('are no reason to load anything where there are none', () => {
    const { load, symbols } = page();
    symbols.introduce(new FakeManager());
    symbols.look('<b>data-jss</b> symbol');
    expect(load).not.toHaveBeenCalled();
  });

  it('are asked for once, and drawn when they come', async () => {
    const { load, symbols } = page();
    symbols.introduce(new FakeManager());
    symbols.look(icon('home'));
    symbols.look(icon('home') + icon('star'));
    await vi.waitFor(() => {
      expect(rules()).toContain('content:"star"');
    });
    expect(rules().split('content:"home"')).toHaveLength(2);
    symbols.look(icon('search'));
    expect(rules()).toContain('content:"search"');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('are asked for as soon as there is somebody to ask', async () => {
    const { load, symbols } = page();
    symbols.look(icon('home'));
    expect(load).not.toHaveBeenCalled();
    symbols.introduce(new FakeManager());
    await vi.waitFor(() => {
      expect(rules()).toContain('content:"home"');
    });
  });

  it('stay words where the font has no picture, or does not come', async () => {
    const { symbols } = page();
    symbols.introduce(new FakeManager());
    symbols.look(icon('nonsense') + icon('home'));
    await vi.waitFor(() => {
      expect(rules()).toContain('content:"home"');
    });
    expect(rules()).not.toContain('nonsense');

    document.head.replaceChildren();
    const lost = new Symbols({ load: () => Promise.reject(new Error('gone')) });
    lost.introduce(new FakeManager());
    lost.look(icon('home'));
    await Promise.resolve();
    expect(rules()).toBe('');
  });

  it("are seen wherever the kernel's HTML is shown", () => {
    const look = vi.spyOn(ofThePage, 'look');
    setHtml(element('div'), icon('home'));
    expect(look).toHaveBeenCalledWith(icon('home'));
  });
});
