// What arrives on a comm can be anything: here it becomes a message of the protocol, or is refused with a reason.
import type * as P from './protocol';
import { MAX_MESSAGE, VERSION } from './protocol';

type Check<T> = (value: unknown) => value is T;

const text = (value: unknown): value is string => typeof value === 'string';
const number = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const truth = (value: unknown): value is boolean => typeof value === 'boolean';
const anything = (value: unknown): value is P.Json => value !== undefined;
const step = (value: unknown): value is string | number => text(value) || number(value);

function maybe<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

function listOf<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(check);
}

function oneOf<T extends string>(...words: T[]): Check<T> {
  return (value): value is T => words.some(word => word === value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object that has at least these fields; further ones are of a later version and do not matter. */
function shape<T extends object>(fields: { [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value): value is T => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}

const isApp = shape<P.AppInfo>({
  name: text,
  cell: maybe(text),
  running: truth,
  error: text,
  undo: truth,
  redo: truth
});
const isOwner = shape<P.Owner>({ kind: text, label: text, disabled: truth });
const isWriter = shape<P.Writer>({
  by: oneOf('widget', 'callback', 'script', 'cell', 'inspector', 'restore'),
  name: text,
  line: maybe(number),
  at: number
});
export const isEntry = shape<P.Entry>({
  key: text,
  group: oneOf('yours', 'widgets', 'forms', 'kept'),
  type: text,
  preview: text,
  size: number,
  open: truth,
  json: maybe(text),
  editable: truth,
  why_not: text,
  masked: truth,
  owner: maybe(isOwner),
  writer: maybe(isWriter)
});
const isChild = shape<P.Child>({ name: text, step, type: text, preview: text, size: number, open: truth });
const isCall = shape<P.Call>({ name: text, arguments: text, widget: text, line: maybe(number) });
const isChange = shape<P.Change>({ key: text, before: maybe(text), after: maybe(text), restorable: truth });
const isItem = shape<P.Item>({
  number,
  at: number,
  cause: text,
  callbacks: listOf(isCall),
  changes: listOf(isChange),
  refused: listOf(text),
  printed: text,
  error: text,
  ending: oneOf('completed', 'stopped', 'rerun', 'error', 'aborted', 'interrupted'),
  ms: number,
  restorable: truth,
  why_not: text
});
const isError = shape<P.Error>({
  code: oneOf('malformed', 'too-large', 'unknown', 'refused', 'busy', 'failed'),
  message: text
});

export const isInside = shape<P.Inside>({ children: listOf(isChild), total: number });
export const isExported = shape<P.Exported>({ text, left_out: listOf(text) });
export const areEntries = listOf(isEntry);

/** How each message looks besides `v`. */
const MESSAGES: { [M in P.FromKernel as M['type']]: Check<M> } = {
  hello: shape<P.Hello>({
    v: number,
    type: oneOf('hello'),
    version: text,
    session: text,
    limit: number,
    apps: listOf(isApp)
  }),
  apps: shape<P.Apps>({ v: number, type: oneOf('apps'), apps: listOf(isApp) }),
  state: shape<P.State>({
    v: number,
    type: oneOf('state'),
    app: text,
    seq: number,
    entries: areEntries,
    offset: number,
    more: number
  }),
  patch: shape<P.Patch>({
    v: number,
    type: oneOf('patch'),
    app: text,
    seq: number,
    set: areEntries,
    gone: listOf(text)
  }),
  run: shape<P.Run>({
    v: number,
    type: oneOf('run'),
    app: text,
    phase: oneOf('running', 'done'),
    ms: number
  }),
  history: shape<P.History>({
    v: number,
    type: oneOf('history'),
    app: text,
    whole: truth,
    items: listOf(isItem),
    first: number,
    cursor: number,
    undo: truth,
    redo: truth
  }),
  news: shape<P.News>({ v: number, type: oneOf('news'), messages: listOf(anything) }),
  reply: shape<P.Reply>({
    v: number,
    type: oneOf('reply'),
    id: number,
    ok: truth,
    result: anything,
    error: maybe(isError)
  })
};

const CHECKS = new Map<string, Check<P.FromKernel>>(Object.entries(MESSAGES));

/** Why something that arrived is not a message. `unknown` is no fault: a later version may say more. */
export type Problem = 'version' | 'unknown' | 'malformed' | 'too-large';

/** At least so many bytes; what is beyond `limit` is not counted. */
export function weight(value: unknown, limit: number): number {
  let total = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && total <= limit) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      total += next.length;
    } else if (Array.isArray(next)) {
      total += next.length;
      next.slice(0, limit).forEach(inner => waiting.push(inner));
    } else if (isRecord(next)) {
      for (const name in next) {
        total += name.length;
        waiting.push(next[name]);
      }
    } else {
      total += 1;
    }
  }
  return total;
}

/** Understand what arrived. */
export function understand(data: unknown): P.FromKernel | Problem {
  if (!isRecord(data) || !text(data['type']) || !number(data['v'])) {
    return 'malformed';
  }
  if (data['v'] !== VERSION) {
    return 'version';
  }
  const check = CHECKS.get(data['type']);
  if (!check) {
    return 'unknown';
  }
  if (weight(data, MAX_MESSAGE) > MAX_MESSAGE) {
    return 'too-large';
  }
  return check(data) ? data : 'malformed';
}
