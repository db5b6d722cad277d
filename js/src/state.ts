// What a page knows of the state and the past of the app it watches. No network, no clock, no page.
import type * as P from './protocol';

function looksDifferent(one: P.Entry | undefined, other: P.Entry): boolean {
  return !one || one.preview !== other.preview || one.type !== other.type || one.size !== other.size;
}

/** The keys of one app. */
export class Keys {
  entries: ReadonlyMap<string, P.Entry> = new Map();
  more = 0;
  /** The keys that changed since the last run began, and how often each did. */
  changed: ReadonlyMap<string, number> = new Map();
  private _known = false;
  /** What was known before all keys were told anew. */
  private _before: ReadonlyMap<string, P.Entry> | null = null;

  constructor(readonly app: string) {}

  /** Whether the kernel has told of it yet. */
  get known(): boolean {
    return this._known;
  }

  /** A run begins: what changed before is no news any more. */
  begin(): void {
    this.changed = new Map();
  }

  /** All keys, or those that go on where the message before ended. */
  take(message: P.State): void {
    if (message.offset === 0) {
      this._before = this._known ? this.entries : null;
    }
    const before = this._before;
    if (before) {
      this._mark(message.entries.filter(entry => looksDifferent(before.get(entry.key), entry)));
    }
    this._known = true;
    const earlier = message.offset === 0 ? [] : this.entries;
    this.entries = new Map([...earlier, ...message.entries.map(entry => [entry.key, entry] as const)]);
    this.more = message.more;
  }

  patch(message: P.Patch): void {
    this._mark(message.set.filter(entry => looksDifferent(this.entries.get(entry.key), entry)));
    const entries = new Map(this.entries);
    message.gone.forEach(key => entries.delete(key));
    message.set.forEach(entry => entries.set(entry.key, entry));
    this.entries = entries;
  }

  private _mark(entries: readonly P.Entry[]): void {
    const changed = new Map(this.changed);
    entries.forEach(({ key }) => changed.set(key, (changed.get(key) ?? 0) + 1));
    this.changed = changed;
  }
}

/** The interactions of one app, in order. */
export class Past {
  items: readonly P.Item[] = [];
  /** The number of the oldest that the kernel keeps; this page may have been told of the newest alone. */
  first = 0;
  cursor = 0;
  undo = false;
  redo = false;

  constructor(readonly app: string) {}

  take(message: P.History): void {
    const byNumber = new Map((message.whole ? [] : this.items).map(item => [item.number, item]));
    message.items.forEach(item => byNumber.set(item.number, item));
    this.items = [...byNumber.values()]
      .filter(item => item.number >= message.first)
      .sort((one, other) => one.number - other.number);
    this.first = message.first;
    this.cursor = message.cursor;
    this.undo = message.undo;
    this.redo = message.redo;
  }
}
