import { describe, expect, it } from 'vitest';
import { offerReveal } from '../reveal';

function control(type: string): HTMLElement {
  const node = document.createElement('div');
  node.innerHTML = `<label>Word</label><input type="${type}" value="secret">`;
  return node;
}

describe('the eye of a password field', () => {
  it('shows what was typed, and hides it again', () => {
    const node = control('password');
    offerReveal(node);
    offerReveal(node);
    const [eye, ...others] = node.querySelectorAll('button');
    const field = node.querySelector('input');
    expect(others).toEqual([]);
    expect(eye?.getAttribute('aria-label')).toBe('Show password');
    eye?.click();
    expect([field?.type, eye?.getAttribute('aria-pressed')]).toEqual(['text', 'true']);
    eye?.click();
    expect([field?.type, eye?.getAttribute('aria-pressed')]).toEqual(['password', 'false']);
  });

  it('is not there in other fields', () => {
    const node = control('text');
    offerReveal(node);
    expect(node.querySelector('button')).toBeNull();
  });
});
