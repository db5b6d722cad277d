// The notebooks that are open on this page, each with what is known of its kernel.
import type { ISessionContext } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';
import { isApp, isSetup } from './cells';
import { Client } from './client';
import type { Part } from './client';
import { Transport } from './transport';

export interface Session {
  readonly panel: NotebookPanel;
  readonly client: Client;
}

interface Known {
  readonly client: Client;
  readonly transport: Transport;
  readonly panels: Set<NotebookPanel>;
}

/** The text of each code cell; the model has all of them, also those that are out of sight and not on the page. */
export function* codeOf(panel: NotebookPanel): Iterable<{ id: string; source: string }> {
  for (const cell of panel.content.model?.cells ?? []) {
    if (cell.type === 'code') {
      yield { id: cell.id, source: cell.sharedModel.getSource() };
    }
  }
}

function speaksOfUs(panel: NotebookPanel): boolean {
  return [...codeOf(panel)].some(({ source }) => isApp(source) || isSetup(source));
}

export class Sessions {
  private readonly _known = new Map<ISessionContext, Known>();
  private _current: NotebookPanel | null = null;
  private _limit: number | null = null;
  private readonly _currentChanged = new Signal<this, Session | null>(this);
  private readonly _changed = new Signal<this, { session: Session; part: Part }>(this);

  /** The notebook that the panel and the commands are about. */
  get current(): Session | null {
    return this._current && this.of(this._current);
  }

  get currentChanged(): ISignal<this, Session | null> {
    return this._currentChanged;
  }

  /** Something changed in one of the kernels. */
  get changed(): ISignal<this, { session: Session; part: Part }> {
    return this._changed;
  }

  /** One for each kernel that is spoken to. */
  get all(): Session[] {
    return [...this._known.values()].flatMap(({ panels, client }) =>
      [...panels].slice(0, 1).map(panel => ({ panel, client }))
    );
  }

  of(panel: NotebookPanel): Session | null {
    const known = this._known.get(panel.sessionContext);
    return known ? { panel, client: known.client } : null;
  }

  /** The notebook of this path, if it is open. */
  at(path: string): Session | null {
    for (const { panels, client } of this._known.values()) {
      const panel = [...panels].find(({ context }) => context.path === path);
      if (panel) {
        return { panel, client };
      }
    }
    return null;
  }

  setCurrent(panel: NotebookPanel | null): void {
    if (panel !== this._current && panel?.isDisposed !== true) {
      this._current = panel;
      this._currentChanged.emit(this.current);
    }
  }

  add(panel: NotebookPanel): void {
    const known = this._known.get(panel.sessionContext) ?? this._connect(panel);
    known.panels.add(panel);
    const { sessionContext } = panel;
    panel.disposed.connect(() => {
      this._remove(panel, sessionContext);
    });
    void panel.context.ready.then(() => known.transport.ask());
    if (panel === this._current) {
      this._currentChanged.emit(this.current); // it was in front before it was known
    }
  }

  /** Have all kernels keep so many interactions of each app; null leaves that to them. */
  keep(limit: number | null): void {
    this._limit = limit;
    for (const { client } of this._known.values()) {
      client.keep(limit);
    }
  }

  /** A cell was executed: perhaps the package is there now. */
  executed(panel: NotebookPanel, source: string): void {
    if (isApp(source) || isSetup(source)) {
      void this._known.get(panel.sessionContext)?.transport.retry();
    }
  }

  private _connect(panel: NotebookPanel): Known {
    const panels = new Set<NotebookPanel>();
    const transport = new Transport(panel.sessionContext, () => [...panels].some(speaksOfUs));
    const client = new Client(transport);
    const known: Known = { client, transport, panels };
    client.keep(this._limit);
    client.changed.connect((_sender, part) => {
      const [first] = panels;
      if (first) {
        this._changed.emit({ session: { panel: first, client }, part });
      }
    });
    this._known.set(panel.sessionContext, known);
    return known;
  }

  private _remove(panel: NotebookPanel, context: ISessionContext): void {
    const known = this._known.get(context);
    known?.panels.delete(panel);
    if (known?.panels.size === 0) {
      this._known.delete(context);
      known.client.dispose();
    }
    if (panel === this._current) {
      this._current = null;
      this._currentChanged.emit(null);
    }
  }
}

export const ISessions = new Token<Sessions>(
  'jupyter-session-state:ISessions',
  'The session state of the notebooks on this page.'
);
