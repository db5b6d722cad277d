// What the panel shows: of which notebook and app, which view of it, what was typed. Draws nothing.
import { type ISignal, Signal } from '@lumino/signaling';
import type { Client, Part, Question } from '../client';
import { Pace } from '../pace';
import type * as P from '../protocol';
import type { Session, Sessions } from '../sessions';
import type { Settings } from '../settings';
import type { Pins } from './pins';
import type { Filter, Row } from './tree';
import { Tree } from './tree';

export type View = 'state' | 'timeline';

export class PanelModel {
  view: View = 'state';
  search = '';
  /** The row that has the keyboard's attention. */
  active = '';
  /** The key that is being edited. */
  editing: string | null = null;
  /** A field was closed, so its row gets the focus back. */
  isLeavingField = false;
  tree: Tree;
  private _isVisible = false;
  private _client: Client | null = null;
  private _app: string | undefined;
  private _shown: ReadonlyMap<string, P.Entry> = new Map();
  private readonly _changed = new Signal<this, void>(this);
  private readonly _pace = new Pace(() => {
    this._refresh();
  });

  constructor(
    readonly sessions: Sessions,
    readonly settings: Settings,
    readonly pins: Pins
  ) {
    this.tree = this._newTree();
    sessions.currentChanged.connect(this._onCurrent, this);
    sessions.changed.connect(this._onChanged, this);
    settings.changed.connect(() => {
      this.update();
    });
    this._onCurrent();
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get session(): Session | null {
    return this.sessions.current;
  }

  get client(): Client | null {
    return this._client;
  }

  get app(): P.AppInfo | null {
    return this._client?.chosen ?? null;
  }

  get keys(): Client['keys'] {
    const keys = this._client?.keys ?? null;
    return keys?.app === this.app?.name ? keys : null;
  }

  get past(): Client['past'] {
    const past = this._client?.past ?? null;
    return past?.app === this.app?.name ? past : null;
  }

  get filter(): Filter {
    return {
      search: this.search,
      showPrivate: this.settings.showPrivateKeys,
      pinned: this.pins.of(this._path, this.app?.name ?? '')
    };
  }

  get rows(): Row[] {
    return this.keys ? this.tree.rows(this.keys.entries, this.filter) : [];
  }

  /** How many keys are there and not shown, since they are private. */
  get hidden(): number {
    const { showPrivate, pinned } = this.filter;
    const keys = showPrivate ? [] : [...(this.keys?.entries.keys() ?? [])];
    return keys.filter(key => key.startsWith('_') && !pinned.has(key)).length;
  }

  /** Something was clicked or typed: draw at once. */
  update(): void {
    this._changed.emit();
  }

  show(view: View): void {
    this.view = view;
    this._want();
    this.update();
  }

  setVisible(isVisible: boolean): void {
    this._isVisible = isVisible;
    this._want();
  }

  async togglePin(key: string): Promise<void> {
    const saved = this.pins.toggle(this._path, this.app?.name ?? '', key);
    this.update();
    await saved;
  }

  /** Ask about the app that is shown. */
  ask(question: Question): Promise<P.Json> {
    return this._client?.ask(question) ?? Promise.reject(new Error('There is no kernel.'));
  }

  dispose(): void {
    this._pace.dispose();
    this._client?.want(this, null);
    this.sessions.currentChanged.disconnect(this._onCurrent, this);
    this.sessions.changed.disconnect(this._onChanged, this);
    Signal.clearData(this);
  }

  private get _path(): string {
    return this.session?.panel.context.path ?? '';
  }

  private _newTree(): Tree {
    const look = (key: string, path: readonly (string | number)[], offset: number, limit: number) =>
      this.ask({ type: 'preview', app: this.app?.name ?? '', key, path: [...path], offset, limit });
    return new Tree(look, () => {
      this.update();
    });
  }

  private _startOver(): void {
    this._app = this.app?.name;
    this.tree = this._newTree();
    this.editing = null;
    this.active = '';
    this._shown = new Map();
    this._want();
    this.update();
  }

  /** Ask to be told what is on screen, and nothing while the panel is closed. */
  private _want(): void {
    const app = this.app?.name;
    const wish = this._isVisible && app !== undefined;
    this._client?.want(
      this,
      wish ? { app, state: this.view === 'state', history: this.view === 'timeline', rank: 0 } : null
    );
  }

  private _onCurrent(): void {
    const client = this.session?.client ?? null;
    if (client !== this._client) {
      if (this._client && !this._client.isDisposed) {
        this._client.want(this, null);
      }
      this._client = client;
      this._startOver();
    }
  }

  private _onChanged(_sender: unknown, { session, part }: { session: Session; part: Part }): void {
    if (session.client !== this._client) {
      return;
    }
    if (this.app?.name !== this._app) {
      this._startOver();
    } else if (part === 'apps' || part === 'connection') {
      this._want();
    }
    this._pace.ask();
  }

  private _refresh(): void {
    const entries = this.keys?.entries;
    if (entries && entries !== this._shown) {
      const shown = this._shown;
      this._shown = entries;
      const changed = [...entries].filter(([key, entry]) => shown.get(key) !== entry).map(([key]) => key);
      this.tree.refresh(changed, entries);
    }
    this.update();
  }
}
