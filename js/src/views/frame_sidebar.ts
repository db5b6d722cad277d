// The left column. Where the app is narrow it lies above the main part and can be folded.
import { element, setAttributes, uniqueId } from './dom';
import type { Frame } from './frame';

export function sidebarFrame(el: HTMLElement): Partial<Frame> {
  const body = element('div', 'jss-sidebar-body', { id: uniqueId('sidebar') });
  const toggle = element(
    'button',
    'jss-sidebar-toggle',
    { type: 'button', 'aria-expanded': 'true', 'aria-controls': body.id },
    'Sidebar'
  );
  setAttributes(el, { role: 'region', 'aria-label': 'Sidebar' });
  el.append(toggle, body);
  toggle.addEventListener('click', () => {
    const folded = el.classList.toggle('jss-folded');
    toggle.setAttribute('aria-expanded', String(!folded));
  });
  return { body };
}
