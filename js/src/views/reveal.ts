// The eye in a password field: pressed, it shows what was typed.
import { element, setAttributes } from './dom';

const EYE =
  '<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">' +
  '<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z"/><circle cx="12" cy="12" r="3"/></svg>';

/** Put an eye behind the password field of a control, if that has one. */
export function offerReveal(node: HTMLElement): void {
  const field = node.querySelector<HTMLInputElement>(':scope > input[type="password"]');
  if (!field || node.querySelector(':scope > .jss-reveal')) {
    return;
  }
  const eye = element('button', 'jss-reveal', { type: 'button' });
  eye.innerHTML = EYE;
  const show = (isShown: boolean) => {
    field.type = isShown ? 'text' : 'password';
    setAttributes(eye, { 'aria-pressed': isShown ? 'true' : 'false', 'aria-label': 'Show password' });
  };
  eye.addEventListener('click', () => {
    show(field.type === 'password');
  });
  show(false);
  node.classList.add('jss-has-reveal');
  field.after(eye);
}
