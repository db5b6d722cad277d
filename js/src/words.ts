// What the panel says about values and the past, in words. Pure: the present moment and the language are given.
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import type * as P from './protocol';

export type Trans = IRenderMime.TranslationBundle;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was; both in seconds. */
export function ago(at: number, now: number, trans: Trans): string {
  const seconds = Math.max(0, now - at);
  if (seconds < 5) {
    return trans.__('just now');
  }
  if (seconds < MINUTE) {
    return trans.__('%1 s ago', Math.floor(seconds / 5) * 5);
  }
  if (seconds < HOUR) {
    return trans.__('%1 min ago', Math.floor(seconds / MINUTE));
  }
  if (seconds < DAY) {
    return trans.__('%1 h ago', Math.floor(seconds / HOUR));
  }
  return trans._n('%1 day ago', '%1 days ago', Math.floor(seconds / DAY));
}

/** The time of day, as the browser's language writes it. */
export function clock(at: number): string {
  return new Date(at * 1000).toLocaleTimeString(undefined, { timeStyle: 'medium' });
}

export function duration(ms: number, trans: Trans): string {
  if (ms < 1) {
    return trans.__('< 1 ms');
  }
  return ms < 1000 ? trans.__('%1 ms', Math.round(ms)) : trans.__('%1 s', (ms / 1000).toFixed(1));
}

/** Who wrote a key last: "callback more, line 4". */
export function writer({ by, name, line }: P.Writer, trans: Trans): string {
  const who = {
    widget: () => (name ? trans.__('widget “%1”', name) : trans.__('its widget')),
    callback: () => (name ? trans.__('callback %1', name) : trans.__('a callback')),
    script: () => trans.__('the script'),
    cell: () => trans.__('a plain cell'),
    inspector: () => trans.__('this panel'),
    restore: () => trans.__('undo')
  }[by]();
  return line === null ? who : trans.__('%1, line %2', who, line);
}

/** Types of which the size says nothing, or the value says it all. */
const SIZELESS = new Set(['int', 'float', 'bool', 'NoneType', 'complex', 'date', 'time', 'datetime']);

/** The type of a value, and how much there is of it: "list (3)". */
export function kind({ type, size }: Pick<P.Entry, 'type' | 'size'>, trans: Trans): string {
  return hasSize(type, size) ? trans.__('%1 (%2)', type, size) : type;
}

/** The same in words: "list, 3 items". */
export function kindInWords({ type, size }: Pick<P.Entry, 'type' | 'size'>, trans: Trans): string {
  if (!hasSize(type, size)) {
    return type;
  }
  return trans.__('%1, %2', type, howMuch(type, size, trans));
}

function howMuch(type: string, size: number, trans: Trans): string {
  switch (type) {
    case 'str':
      return trans._n('%1 character', '%1 characters', size);
    case 'bytes':
      return trans._n('%1 byte', '%1 bytes', size);
    default:
      return trans._n('%1 item', '%1 items', size);
  }
}

function hasSize(type: string, size: number): boolean {
  return !SIZELESS.has(type) && (size !== 1 || HAVE_SIZE.has(type));
}

/** A size of one is said of these; of what has no size at all it is one, too. */
const HAVE_SIZE = new Set(['str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset']);

/** The widget that owns a key: "slider “Rows”". */
export function owner({ kind: view, label, disabled }: P.Owner, trans: Trans): string {
  const name = label ? trans.__('%1 “%2”', view, label) : view;
  return disabled ? trans.__('%1, disabled', name) : name;
}

export function group(name: P.Group, trans: Trans): string {
  return {
    yours: trans.__('Yours'),
    widgets: trans.__('Widgets'),
    forms: trans.__('Forms'),
    kept: trans.__('Kept, not on the page')
  }[name];
}

export function ending(name: P.Ending, trans: Trans): string {
  return {
    completed: trans.__('completed'),
    stopped: trans.__('stopped by st.stop()'),
    rerun: trans.__('st.rerun()'),
    error: trans.__('error'),
    aborted: trans.__('gave way to newer input'),
    interrupted: trans.__('interrupted')
  }[name];
}

/** Why there is nothing to show. */
export function problem(name: 'version' | 'malformed' | 'too-large' | 'unknown', trans: Trans): string {
  return {
    version: trans.__(
      'The kernel has another version of jupyter_session_state than this JupyterLab. Install the same one in both, and load the page again.'
    ),
    malformed: trans.__(
      'The kernel sent something that this page does not understand; what is shown may be old.'
    ),
    'too-large': trans.__('The kernel sent more at once than this page takes; what is shown may be old.'),
    unknown: ''
  }[name];
}
