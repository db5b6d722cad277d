import { describe, expect, it } from 'vitest';
import { pagination, shownPages } from '../pagination';
import { FakeModel } from './fakes';

describe('which numbers are shown', () => {
  it.each([
    [5, 1, 7, '1 2 3 4 5'],
    [20, 1, null, Array.from({ length: 20 }, (_, index) => index + 1).join(' ')],
    [20, 1, 7, '1 2 3 4 5 0 20'],
    [20, 4, 7, '1 2 3 4 5 0 20'],
    [20, 10, 7, '1 0 9 10 11 0 20'],
    [20, 17, 7, '1 0 16 17 18 19 20'],
    [20, 20, 7, '1 0 16 17 18 19 20'],
    [20, 9, 3, '8 9 10'],
    [20, 20, 3, '18 19 20'],
    [20, 9, 1, '9'],
    [20, 9, 0, '9']
  ])('of %i pages, on page %i, at most %s', (pages, page, most, shown) => {
    expect(shownPages(pages, page, most).join(' ')).toBe(shown);
  });

  it('never more than asked for, and always the page itself', () => {
    for (let pages = 1; pages < 30; pages += 1) {
      for (let page = 1; page <= pages; page += 1) {
        for (let most = 0; most < 12; most += 1) {
          const shown = shownPages(pages, page, most);
          expect(shown).toContain(page);
          expect(shown.length).toBeLessThanOrEqual(Math.max(1, most));
          expect(shown.filter(number => number > 0)).toEqual(
            [...new Set(shown.filter(number => number > 0))].sort((a, b) => a - b)
          );
        }
      }
    }
  });
});

describe('the view', () => {
  function drawn(state: object): { el: HTMLElement; model: FakeModel; press: (name: string) => void } {
    const model = new FakeModel({
      value: 1,
      pages: 9,
      visible: 7,
      stretch: false,
      disabled: false,
      ...state
    });
    const el = document.createElement('div');
    document.body.replaceChildren(el);
    void pagination.render({ model, el });
    const press = (name: string) => el.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)?.click();
    return { el, model, press };
  }

  it('sends the page that was pressed, and marks it', () => {
    const { el, model, press } = drawn({});
    press('Page 3');
    press('Next page');
    press('Page 4');
    expect(model.saved).toEqual([{ value: 3 }, { value: 4 }]);
    expect(el.querySelector('[aria-current="page"]')?.textContent).toBe('4');
  });

  it('goes no further than there are pages', () => {
    const { model, press } = drawn({ value: 9 });
    press('Next page');
    expect(model.saved).toEqual([]);
    press('Previous page');
    expect(model.saved).toEqual([{ value: 8 }]);
  });

  it('keeps the focus where it was, or on the page', () => {
    const { el, model } = drawn({ value: 8 });
    el.querySelector<HTMLElement>('[aria-label="Next page"]')?.focus();
    model.push('value', 7);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Next page');
    model.push('value', 9);
    expect(document.activeElement?.textContent).toBe('9');
  });

  it('does nothing when it is off', () => {
    const { model, press } = drawn({ disabled: true });
    press('Page 2');
    expect(model.saved).toEqual([]);
  });
});
