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
  // A group of its app and no landmark of the page: two apps would have two landmarks of one name.
  setAttributes(el, { role: 'group', 'aria-label': 'Sidebar' });
  el.append(toggle, body);
  toggle.addEventListener('click', () => {
    const app = el.closest('.jss-app');
    const wasAway = app?.classList.contains('jss-sidebar-away') ?? false;
    app?.classList.remove('jss-sidebar-away');
    const folded = el.classList.toggle('jss-folded', !wasAway && !el.classList.contains('jss-folded'));
    toggle.setAttribute('aria-expanded', String(!folded));
  });
  return { body };
}
