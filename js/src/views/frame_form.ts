// A form: its values go to the kernel with its submit button, which Enter in a one-line field presses.
import { asString, element, setHtml } from './dom';
import { flushValues } from './registry';
import { firstWrong } from './rules';
import type { Props } from './document';
import type { Frame } from './frame';

// In a combobox Enter picks from its list, in a table it goes to the next row.
const OTHERS =
  '.jss-cell, [role="combobox"], [type="checkbox"], [type="radio"], [type="range"], [type="color"], ' +
  '[type="file"], [type="button"]';
const ONE_LINE = `input:not(${OTHERS})`;
const SUBMIT = '[data-jss-kind="form_submit_button"]';

function submitButton(el: HTMLElement): HTMLButtonElement | null {
  return el.querySelector<HTMLButtonElement>(`button${SUBMIT}, ${SUBMIT} button`);
}

/** Enter in a field of one line; in one of several it begins a new line, so there it takes Ctrl. */
function isSubmittingKey(event: KeyboardEvent): boolean {
  const target = event.target;
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey) {
    return false;
  }
  const hasModifier = event.ctrlKey || event.metaKey;
  return target instanceof Element && target.matches(hasModifier ? 'textarea' : ONE_LINE);
}

/** A field that has just refused what it holds is not sent. */
function submit(button: HTMLButtonElement, field: Element): void {
  if (field.getAttribute('aria-invalid') !== 'true') {
    button.click();
  }
}

/** Whether a field is wrong, which gets the focus: then nothing is sent. */
function keepBack(el: HTMLElement): boolean {
  const wrong = firstWrong(el);
  wrong?.focus();
  return wrong !== null;
}

export function formFrame(el: HTMLElement): Partial<Frame> {
  const body = element('div', 'jss-form-body');
  const notice = element('div', 'jss-form-notice', { role: 'note', hidden: true });
  el.append(body, notice);
  el.setAttribute('role', 'group');
  let entersSubmit = true;
  const listeners = new AbortController();
  // Core text fields keep their keys to themselves, hence the capturing phase; and they commit their text after it,
  // hence the next task.
  const onKey = (event: KeyboardEvent) => {
    const button = entersSubmit && isSubmittingKey(event) ? submitButton(el) : null;
    if (button && !button.disabled) {
      setTimeout(() => {
        submit(button, event.target as Element);
      }, 0);
    }
  };
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest(SUBMIT) && keepBack(el)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    flushValues(el);
  };
  el.addEventListener('keydown', onKey, { capture: true, signal: listeners.signal });
  el.addEventListener('click', onClick, { capture: true, signal: listeners.signal });
  return {
    body,
    update: (props: Props) => {
      entersSubmit = props['enter_to_submit'] !== false;
      el.classList.toggle('jss-bordered', props['border'] !== false);
      el.setAttribute('aria-label', asString(props['label']) || 'Form');
      setHtml(notice, asString(props['notice']));
      notice.hidden = !props['notice'];
    },
    dispose: () => {
      listeners.abort();
    }
  };
}
