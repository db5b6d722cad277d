// A part that can be folded away. Folding belongs to the person at the page, unless the author asked to be told.
import { asString, element, setHtml } from './dom';
import type { Props } from './document';
import type { Frame, FrameContext } from './frame';

export function expanderFrame(el: HTMLElement, { change }: FrameContext): Partial<Frame> {
  const icon = element('span', 'jss-expander-icon', { 'aria-hidden': 'true' });
  const label = element('span', 'jss-expander-label');
  const summary = element('summary', '', {}, icon, label);
  const body = element('div', 'jss-expander-body');
  const details = element('details', '', {}, summary, body);
  el.append(details);
  let wanted: unknown;
  let tracked = false;
  details.addEventListener('toggle', () => {
    if (tracked && details.open !== wanted) {
      wanted = details.open;
      change(details.open);
    }
  });
  return {
    body,
    update: (props: Props) => {
      setHtml(label, asString(props['label_html']));
      setHtml(icon, asString(props['icon_html']));
      el.classList.toggle('jss-compact', props['type'] === 'compact' || props['type'] === 'step');
      tracked = 'value' in props;
      const says = tracked ? props['value'] : props['expanded'];
      // Only a change of what the kernel says opens or closes; a patch of anything else leaves what the person did.
      if (says !== wanted) {
        wanted = says;
        details.open = says === true;
      }
    }
  };
}
