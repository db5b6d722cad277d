// The links to the pages of an app. What they look like is the kernel's to say; what they do, `actOnClick` does.
import { asString, element } from './dom';
import { morphHtml } from './morph';
import type { Frame } from './frame';

export function navigationFrame(el: HTMLElement): Partial<Frame> {
  const links = element('div', 'jss-pages-host');
  const body = element('div', '', { hidden: true });
  el.append(links, body);
  let shown = '';
  return {
    body,
    update: props => {
      el.classList.toggle('jss-pages-on-top', props['position'] === 'top');
      const html = asString(props['html']);
      if (html !== shown) {
        shown = html;
        morphHtml(links, html); // the link that was followed keeps the focus
      }
    }
  };
}
