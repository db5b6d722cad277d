// Stand-ins for what a page of JupyterLab has: a way to the kernel, and the kernel's end of it.
import { Signal } from '@lumino/signaling';
import type { Line, Status } from '../../src/line';
import type * as P from '../../src/protocol';
import { VERSION } from '../../src/protocol';
import type { Trans } from '../../src/words';

function fill(text: string, args: readonly unknown[]): string {
  return args.reduce<string>((filled, arg, index) => filled.replaceAll(`%${index + 1}`, String(arg)), text);
}

/** English. */
export const trans = {
  __: (text: string, ...args: unknown[]) => fill(text, args),
  _n: (one: string, many: string, n: number, ...args: unknown[]) => fill(n === 1 ? one : many, [n, ...args])
} as unknown as Trans;

export function app(name: string, more: Partial<P.AppInfo> = {}): P.AppInfo {
  const rest = { cell: null, running: false, error: '' };
  return { name, ...rest, undo: false, redo: false, ...more };
}

export function entry(key: string, preview = '1', more: Partial<P.Entry> = {}): P.Entry {
  return {
    key,
    group: 'yours',
    type: 'int',
    preview,
    size: 1,
    open: false,
    json: preview,
    editable: true,
    why_not: '',
    masked: false,
    owner: null,
    writer: null,
    ...more
  };
}

export function child(name: string, step: string | number, more: Partial<P.Child> = {}): P.Child {
  return { name, step, type: 'int', preview: name, size: 1, open: false, ...more };
}

export function item(number: number, more: Partial<P.Item> = {}): P.Item {
  return {
    number,
    at: 1_700_000_000 + number,
    cause: `step ${number}`,
    callbacks: [],
    changes: [],
    refused: [],
    printed: '',
    error: '',
    ending: 'completed',
    ms: 5,
    restorable: true,
    why_not: '',
    ...more
  };
}

/** A way to a kernel whose every word a test says. */
export class FakeLine implements Line {
  isDisposed = false;
  isBusy = false;
  interrupts = 0;
  readonly sent: P.FromPage[] = [];
  readonly statusChanged = new Signal<object, Status>(this);
  readonly restored = new Signal<object, void>(this);
  readonly received = new Signal<object, unknown>(this);
  private _status: Status = 'none';

  get status(): Status {
    return this._status;
  }

  set status(status: Status) {
    this._status = status;
    this.statusChanged.emit(status);
  }

  /** The last question of a type. */
  last<T extends P.FromPage['type']>(type: T): Extract<P.FromPage, { type: T }> {
    const found = this.sent.filter(message => message.type === type).at(-1);
    if (!found) {
      throw new Error(`nobody asked ${type}`);
    }
    return found as Extract<P.FromPage, { type: T }>;
  }

  count(type: P.FromPage['type']): number {
    return this.sent.filter(message => message.type === type).length;
  }

  send(message: P.FromPage): void {
    this.sent.push(message);
  }

  interrupt(): Promise<void> {
    this.interrupts += 1;
    return Promise.resolve();
  }

  dispose(): void {
    this.isDisposed = true;
  }

  // -- the kernel says --

  says(message: object): void {
    this.received.emit({ v: VERSION, ...message });
  }

  /** How many interactions the kernel keeps. */
  limit = 100;

  opens(session = 'one', ...apps: P.AppInfo[]): void {
    this.status = 'open';
    this.says({ type: 'hello', version: '0.1.0', session, limit: this.limit, apps });
  }

  state(of: string, seq: number, entries: P.Entry[], more = 0, offset = 0): void {
    this.says({ type: 'state', app: of, seq, entries, offset, more });
  }

  patch(of: string, seq: number, set: P.Entry[], gone: string[] = []): void {
    this.says({ type: 'patch', app: of, seq, set, gone });
  }

  history(of: string, items: P.Item[], cursor: number, whole = true, first = 1): void {
    this.says({ type: 'history', app: of, whole, items, first, cursor, undo: cursor > 1, redo: false });
  }

  answers(type: P.FromPage['type'], result: P.Json = null): void {
    this.says({ type: 'reply', id: this.last(type).id, ok: true, result, error: null });
  }

  refuses(type: P.FromPage['type'], code: P.Error['code'], message: string): void {
    this.says({ type: 'reply', id: this.last(type).id, ok: false, result: null, error: { code, message } });
  }
}

/** Let promises go on that wait for what was just said. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}
