// The session of an app as the text of a test, to be copied: below the toolbar, for the page that asked.
import { asString, element, setHtml, uniqueId } from './dom';

export interface Recorder {
  readonly button: HTMLButtonElement;
  readonly node: HTMLElement;
  /** Take what the kernel says; it may be an answer to another page. */
  hear: (message: unknown) => void;
}

interface Recorded {
  op: 'recorded';
  ask: string;
  html: string;
}

function isRecorded(message: unknown): message is Recorded {
  return typeof message === 'object' && message !== null && 'op' in message && message.op === 'recorded';
}

function newAsk(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), part => part.toString(36)).join('-');
}

export function createRecorder(
  button: HTMLButtonElement,
  act: (name: string, extra: object) => void
): Recorder {
  const close = element('button', 'jss-tool', { type: 'button' }, 'Close');
  const title = element('span', 'jss-recorded-title', { id: uniqueId('recorded') }, 'A test of this session');
  const head = element('div', 'jss-recorded-head', {}, title, close);
  const body = element('div', 'jss-item');
  const node = element('div', 'jss-recorded', { role: 'region', 'aria-labelledby': title.id }, head, body);
  let asked = '';
  const show = (isOpen: boolean) => {
    node.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  const leave = () => {
    show(false);
    button.focus();
  };
  button.title = 'Show a test that does again what was done here, and asserts what was seen';
  button.addEventListener('click', () => {
    if (node.hidden) {
      asked = newAsk();
      button.textContent = 'Recording…'; // the test is played twice before it is shown
      act('record', { ask: asked });
    } else {
      leave();
    }
  });
  close.addEventListener('click', leave);
  node.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      leave();
    }
  });
  show(false);
  return {
    button,
    node,
    hear: message => {
      if (isRecorded(message) && asked !== '' && message.ask === asked) {
        asked = '';
        button.textContent = 'Record';
        setHtml(body, asString(message.html));
        show(true);
        (body.querySelector('button') ?? close).focus();
      }
    }
  };
}
