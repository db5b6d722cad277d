// A part that can be folded away. Folding belongs to the person at the page: no message is sent.
import { asString, element, setHtml } from './dom';
import type { Props } from './document';
import type { Frame } from './frame';

export function expanderFrame(el: HTMLElement): Partial<Frame> {
  const label = element('span', 'jss-expander-label');
  const summary = element('summary', '', {}, label);
  const body = element('div', 'jss-expander-body');
  const details = element('details', '', {}, summary, body);
  el.append(details);
  let expanded: unknown;
  return {
    body,
    update: (props: Props) => {
      setHtml(label, asString(props['label_html']));
      // Only a change of the prop opens or closes; a patch of anything else leaves what the person did.
      if (props['expanded'] !== expanded) {
        expanded = props['expanded'];
        details.open = expanded === true;
      }
    }
  };
}
