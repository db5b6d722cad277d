// A form must not be sent while a file of it is on its way: the script would get it without the file.

/** What the one who clicked too early is told. */
export const STILL_SENDING = 'A file is still being sent. Send the form when it is done.';
const SUBMIT = '[data-jss-kind="form_submit_button"]';

/** Keep clicks from the submit buttons of the form around `el` while `isBusy`; returns what ends it. */
export function holdSubmit(el: HTMLElement, isBusy: () => boolean, warn: (text: string) => void): () => void {
  const listeners = new AbortController();
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest(SUBMIT) : null;
    if (target && el.closest('.jss-form')?.contains(target) && isBusy()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      warn(STILL_SENDING);
    }
  };
  document.addEventListener('click', onClick, { capture: true, signal: listeners.signal });
  return () => {
    listeners.abort();
  };
}
