// What a dashboard knows: its notebook, the layout, and which of its apps the kernel has. Draws nothing.
import { NotebookActions } from '@jupyterlab/notebook';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { type ISignal, Signal } from '@lumino/signaling';
import { isApp, isSetup } from '../cells';
import type { Client } from '../client';
import { Pace } from '../pace';
import type { Session, Sessions } from '../sessions';
import type { Settings } from '../settings';
import type { Target } from '../targets';
import { appCells } from './grid';
import type { ModelCell } from './grid';
import { METADATA, readLayout, shown, withLayout } from './layout';
import type { Layout } from './layout';

/** Where things stand with the notebook and its kernel. */
export type Standing = 'waiting' | 'closed' | 'empty' | 'gone' | 'running' | 'fine';

export class DashboardModel {
  panel: NotebookPanel | null = null;
  /** The page is restored, so a notebook that is not open now will not open by itself. */
  isSettled = false;
  private _isRunning = false;
  private _hasDecided = false;
  private readonly _changed = new Signal<this, void>(this);
  private readonly _pathChanged = new Signal<this, string>(this);
  private readonly _pace = new Pace(() => {
    this._changed.emit();
  });

  /**
   * @param path the notebook
   * @param app the name of the app that is shown; null for all
   */
  constructor(
    private _path: string,
    readonly app: string | null,
    private readonly sessions: Sessions,
    readonly settings: Settings
  ) {
    sessions.changed.connect(this._onSession, this);
    settings.changed.connect(this._look, this);
  }

  get path(): string {
    return this._path;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get pathChanged(): ISignal<this, string> {
    return this._pathChanged;
  }

  get layout(): Layout {
    return readLayout(this.panel?.content.model?.getMetadata(METADATA));
  }

  setLayout(layout: Layout): void {
    const model = this.panel?.content.model;
    model?.setMetadata(METADATA, withLayout(model.getMetadata(METADATA), layout));
  }

  /** All apps of the notebook. */
  get all(): ModelCell[] {
    return this.panel ? appCells(this.panel) : [];
  }

  get cells(): readonly ModelCell[] {
    return shown(this.all, this.app, this.layout);
  }

  /** The apps that the kernel does not have, and those whose outputs the notebook does not have. */
  get missing(): string[] {
    const { client } = this;
    return this.cells
      .filter(({ id, name, model }) => model.outputs.length === 0 || !client?.appOf(id, name))
      .map(({ name }) => name);
  }

  get standing(): Standing {
    if (!this.panel) {
      return this.isSettled ? 'closed' : 'waiting';
    }
    const status = this.client?.line.status;
    const isTold = status === 'absent' || this.client?.isOpen === true;
    if (this._isRunning || this.cells.length === 0 || !isTold) {
      return this._isRunning ? 'running' : this.cells.length === 0 ? 'empty' : 'waiting';
    }
    return this.missing.length > 0 ? 'gone' : 'fine';
  }

  get session(): Session | null {
    return this.panel && this.sessions.of(this.panel);
  }

  get client(): Client | null {
    return this.session?.client ?? null;
  }

  /** What commands are about while the dashboard is in front: the app with the focus, else all that are shown. */
  target(focused: string | null): Target | null {
    const { session, cells } = this;
    const apps = cells.flatMap(({ id, name }) => session?.client.appOf(id, name) ?? []);
    const one = apps.filter(({ name }) => name === focused);
    return session && apps.length > 0 ? { session, apps: one.length > 0 ? one : apps } : null;
  }

  /** The notebook is open, so its apps can be shown. */
  async attach(panel: NotebookPanel): Promise<void> {
    if (this.panel) {
      return;
    }
    this.panel = panel;
    panel.disposed.connect(this._detach, this);
    panel.context.pathChanged.connect(this._onPath, this);
    await panel.context.ready;
    const model = panel.content.model;
    if (model && !panel.isDisposed) {
      model.contentChanged.connect(this._look, this);
      model.metadataChanged.connect(this._look, this);
    }
    this._look();
  }

  /** Run the cells of the apps, and those that load the package; or all cells. A click asks for it, or the user's setting. */
  async run(which: 'apps' | 'all'): Promise<void> {
    const { panel } = this;
    if (!panel || this._isRunning) {
      return;
    }
    const isWanted = (source: string) => which === 'all' || isApp(source) || isSetup(source);
    const cells = panel.content.widgets.filter(
      ({ model }) => model.type === 'code' && isWanted(model.sharedModel.getSource())
    );
    this._isRunning = true;
    this._changed.emit();
    try {
      await NotebookActions.runCells(panel.content, cells, panel.sessionContext);
    } finally {
      this._isRunning = false;
      this._changed.emit();
    }
  }

  dispose(): void {
    this._pace.dispose();
    this._detach();
    this.sessions.changed.disconnect(this._onSession, this);
    this.settings.changed.disconnect(this._look, this);
    Signal.clearData(this);
  }

  private _detach(): void {
    const { panel } = this;
    if (panel) {
      panel.disposed.disconnect(this._detach, this);
      panel.context.pathChanged.disconnect(this._onPath, this);
      panel.content.model?.contentChanged.disconnect(this._look, this);
      panel.content.model?.metadataChanged.disconnect(this._look, this);
      this.panel = null;
      this._changed.emit();
    }
  }

  private _onPath(_sender: unknown, path: string): void {
    this._path = path;
    this._pathChanged.emit(path);
    this._look();
  }

  private _onSession(_sender: unknown, { session }: { session: Session }): void {
    if (session.client === this.client) {
      this._look();
    }
  }

  private _look(): void {
    this._decide();
    this._pace.ask();
  }

  /** Once, when it is known whether the kernel has the apps: run them, if this user wants that for this file. */
  private _decide(): void {
    const { standing } = this;
    if (!this._hasDecided && this.settings.canChoose && (standing === 'gone' || standing === 'fine')) {
      this._hasDecided = true;
      if (standing === 'gone' && this.settings.runsOnOpen(this._path)) {
        void this.run('apps');
      }
    }
  }
}
