// A message of a chat: who says it, and what.
import { asString, element, setHtml } from './dom';
import type { Frame } from './frame';

export function chatMessageFrame(el: HTMLElement): Partial<Frame> {
  const avatar = element('div', 'jss-avatar');
  const body = element('div', 'jss-chat-body');
  el.append(avatar, body);
  el.setAttribute('role', 'group');
  return {
    body,
    update: props => {
      const name = asString(props['name_shown']);
      el.setAttribute('aria-label', `Chat message from ${name}`);
      setHtml(avatar, asString(props['avatar_html']));
      const width = props['width'];
      el.classList.toggle('jss-fit', width === 'content');
      el.style.setProperty('--jss-fixed-width', typeof width === 'number' ? `${width}px` : '');
      el.classList.toggle('jss-own-words', name === 'user' || name === 'human');
    }
  };
}
