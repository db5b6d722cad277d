// A part that can be folded away and says how far it is: running, complete or failed.
import { asString, element } from './dom';
import { expanderFrame } from './frame_expander';
import type { Frame, FrameContext } from './frame';

const WORDS: Record<string, string> = { running: 'running', complete: 'complete', error: 'failed' };

export function statusFrame(el: HTMLElement, context: FrameContext): Partial<Frame> {
  el.classList.add('jss-expander');
  const frame = expanderFrame(el, context);
  const mark = element('span', 'jss-state', { role: 'img' });
  const spoken = element('span', 'jss-live', { role: 'status', 'aria-live': 'polite' });
  el.querySelector('summary')?.prepend(mark);
  el.append(spoken);
  let state = '';
  return {
    ...frame,
    update: props => {
      frame.update?.(props);
      const now = asString(props['state']);
      if (now === state) {
        return; // what is announced again and again is no news
      }
      state = now;
      const word = WORDS[now] ?? now;
      mark.dataset['jssState'] = now;
      mark.setAttribute('aria-label', word);
      spoken.textContent = `${el.querySelector('.jss-expander-label')?.textContent ?? ''}: ${word}`;
    }
  };
}
