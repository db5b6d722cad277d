// What this page knows of one kernel's apps, and what it asks of them. Speaks to a `Line`, which a test can play.
import { type ISignal, Signal } from '@lumino/signaling';
import type { IDisposable } from '@lumino/disposable';
import { isRecord, understand, weight } from './checks';
import type { Problem } from './checks';
import type { Line, Status } from './line';
import type * as P from './protocol';
import { MAX_MESSAGE, VERSION } from './protocol';
import { RequestError, Requests } from './requests';
import { Keys, Past } from './state';
import { NOTHING, Wishes } from './wishes';
import type { Wish } from './wishes';

/** What of a kernel changed. */
export type Part = 'connection' | 'apps' | 'state' | 'history' | 'run';

type Body<M> = M extends unknown ? Omit<M, 'v' | 'id'> : never;
export type Question = Body<P.FromPage>;

export class Client implements IDisposable {
  apps: readonly P.AppInfo[] = [];
  session = '';
  version = '';
  keys: Keys | null = null;
  past: Past | null = null;
  /** How many interactions of each app the kernel keeps. */
  limit = 0;
  /** How long the last run of each app took, in milliseconds. */
  readonly took = new Map<string, number>();
  /** Why something the kernel said could not be shown; null if all could. */
  problem: Problem | null = null;
  isDisposed = false;

  private _chosen: string | null = null;
  private readonly _changed = new Signal<this, Part>(this);
  private readonly _requests: Requests;
  private readonly _wishes = new Wishes();
  private _watched = NOTHING;
  private _limit: number | null = null;
  private _seq = 0;
  private _isSyncing = false;

  constructor(readonly line: Line) {
    this._requests = new Requests(() => line.isBusy);
    line.received.connect(this._onReceived, this);
    line.statusChanged.connect(this._onStatus, this);
    line.restored.connect(this._sync, this);
  }

  get changed(): ISignal<this, Part> {
    return this._changed;
  }

  get isOpen(): boolean {
    return this.line.status === 'open' && this.session !== '';
  }

  app(name: string): P.AppInfo | undefined {
    return this.apps.find(app => app.name === name);
  }

  /** The app of a cell: by the cell's id, or else by the name its text gives it. */
  appOf(cell: string, name: string | null): P.AppInfo | undefined {
    return this.apps.find(app => app.cell === cell) ?? this.app(name ?? `cell-${cell}`);
  }

  /** The app that this page is about: the one that was chosen, or the first. */
  get chosen(): P.AppInfo | null {
    return this.app(this._chosen ?? '') ?? this.apps[0] ?? null;
  }

  choose(name: string): void {
    if (name !== this._chosen) {
      this._chosen = name;
      this._changed.emit('apps');
    }
  }

  /** Ask the kernel something; the promise is broken with a `RequestError` that tells why. */
  ask(question: Question): Promise<P.Json> {
    return this._requests.ask(id => {
      const message: P.FromPage = { v: VERSION, id, ...question };
      if (weight(message, MAX_MESSAGE) > MAX_MESSAGE) {
        throw new RequestError(
          'too-large',
          `This is more than ${MAX_MESSAGE / 1000} kB, which is too large.`
        );
      }
      if (this.line.status !== 'open') {
        throw new RequestError('gone', 'The kernel cannot be reached.');
      }
      this.line.send(message);
    });
  }

  /** Say what `who` shows of an app, so that the kernel sends that and nothing else. */
  want(who: object, wish: Wish | null): void {
    this._wishes.set(who, wish);
    this._watch();
  }

  /** Have the kernel keep so many interactions of each app, also after its next restart; null leaves that to it. */
  keep(limit: number | null): void {
    this._limit = limit;
    if (this.isOpen && limit !== null && limit !== this.limit) {
      this.limit = limit;
      void this._quietly({ type: 'keep', limit });
    }
  }

  /** Stop an app, if it runs: the kernel is interrupted, and never for anything else. */
  async stop(name: string): Promise<boolean> {
    if (!this.app(name)?.running) {
      return false;
    }
    await this.line.interrupt();
    return true;
  }

  dispose(): void {
    if (!this.isDisposed) {
      this.isDisposed = true;
      this._requests.drop();
      this.line.dispose();
      Signal.clearData(this);
    }
  }

  // -- what is watched ------------------------------------------------------------------------------------------

  private _watch(): void {
    const wanted = this._wishes.together;
    if (JSON.stringify(wanted) === JSON.stringify(this._watched)) {
      return;
    }
    this._watched = wanted;
    this._prepare();
    this._tellWatch();
  }

  /** Keep what is known of what is watched, and nothing else. */
  private _prepare(): void {
    const { app, state, history } = this._watched;
    this.keys = app !== null && state ? (this.keys?.app === app ? this.keys : new Keys(app)) : null;
    this.past = app !== null && history ? (this.past?.app === app ? this.past : new Past(app)) : null;
  }

  private _tellWatch(): void {
    if (this.isOpen) {
      void this._quietly(this._watched);
    }
  }

  private _sync(): void {
    if (this.line.status === 'open' && !this._isSyncing) {
      this._isSyncing = true;
      void this._quietly({ type: 'sync' }).then(() => {
        this._isSyncing = false;
      });
    }
  }

  /** Ask something whose failure shows by itself: nothing arrives, and the next answer mends it. */
  private async _quietly(question: Question): Promise<void> {
    try {
      await this.ask(question);
    } catch (reason) {
      if (!(reason instanceof RequestError) || reason.code !== 'gone') {
        console.warn(`jupyter_session_state: ${question.type} was not answered:`, reason);
      }
    }
  }

  // -- what arrives ---------------------------------------------------------------------------------------------

  private _onStatus(_sender: unknown, status: Status): void {
    if (status !== 'open') {
      this._requests.drop();
      this._forget();
      this.apps = [];
      this.session = '';
      this.problem = null;
    }
    this._changed.emit('connection');
  }

  private _forget(): void {
    this.keys = null;
    this.past = null;
    this._prepare();
    this.took.clear();
    this._isSyncing = false;
    this._seq = 0;
  }

  private _onReceived(_sender: unknown, data: unknown): void {
    const message = understand(data);
    if (typeof message === 'string') {
      this._refuse(message, data);
      return;
    }
    switch (message.type) {
      case 'hello':
        this._hello(message);
        break;
      case 'apps':
        this.apps = message.apps;
        this._changed.emit('apps');
        break;
      case 'state':
        this._state(message);
        break;
      case 'patch':
        this._patch(message);
        break;
      case 'run':
        this._run(message);
        break;
      case 'history':
        if (this.past?.app === message.app) {
          this.past.take(message);
          this._changed.emit('history');
        }
        break;
      case 'news':
        message.messages.forEach(one => {
          this._onReceived(this, one);
        });
        break;
      case 'reply':
        this._requests.settle(message);
        break;
    }
  }

  private _refuse(problem: Problem, data: unknown): void {
    if (problem === 'unknown') {
      return;
    }
    const type = isRecord(data) ? String(data['type']).slice(0, 40) : typeof data;
    console.warn(`jupyter_session_state: a message of the kernel was not taken (${problem}): ${type}`);
    this.problem = problem;
    this._changed.emit('connection');
  }

  private _hello(message: P.Hello): void {
    const isNew = message.session !== this.session;
    if (isNew) {
      this._forget();
    }
    this.session = message.session;
    this.version = message.version;
    this.limit = message.limit;
    this.apps = message.apps;
    this.problem = null;
    this._changed.emit('connection');
    this._changed.emit('apps');
    this.keep(this._limit);
    if (isNew && this._watched.app !== null) {
      this._tellWatch();
    }
  }

  private _state(message: P.State): void {
    this._seq = message.seq;
    this._isSyncing = false;
    if (this.keys?.app === message.app) {
      this.keys.take(message);
      this._changed.emit('state');
    }
  }

  private _patch(message: P.Patch): void {
    if (message.seq !== this._seq + 1) {
      this._sync();
      return;
    }
    this._seq = message.seq;
    if (this.keys?.app === message.app) {
      this.keys.patch(message);
      this._changed.emit('state');
    }
  }

  private _run(message: P.Run): void {
    const running = message.phase === 'running';
    const wasRunning = this.app(message.app)?.running === true;
    if (!running) {
      this.took.set(message.app, message.ms);
    }
    // A quick run is told once, when it is over; what it changed comes after that.
    if (!wasRunning && this.keys?.app === message.app) {
      this.keys.begin();
    }
    this.apps = this.apps.map(app => (app.name === message.app ? { ...app, running } : app));
    this._changed.emit('run');
  }
}
