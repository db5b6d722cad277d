// Which apps a command is about.
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import { isApp, nameOf } from './cells';
import type * as P from './protocol';
import { codeOf } from './sessions';
import type { Session, Sessions } from './sessions';

export interface Target {
  readonly session: Session;
  readonly apps: readonly P.AppInfo[];
}

/** Something in the main area that shows apps, and answers for commands while it is in front. */
export interface Stage {
  readonly target: Target | null;
}

export type Args = ReadonlyPartialJSONObject;

function textArg(args: Args, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' ? value : null;
}

export class Targets {
  /** What is in front, if it is one of ours. */
  stage: () => Stage | null = () => null;

  constructor(
    private readonly sessions: Sessions,
    private readonly tracker: Pick<INotebookTracker, 'activeCell'>
  ) {}

  /**
   * @param args `cell`: the id of a cell, as toolbars of cells have it; `path` and `app`: names; without them what is
   *   in front counts, then the app of the active cell, then the one chosen in the panel
   */
  of(args: Args): Target | null {
    const cell = textArg(args, 'cell');
    if (cell !== null) {
      return this._ofCell(cell);
    }
    const path = textArg(args, 'path');
    const session = path === null ? this.sessions.current : this.sessions.at(path);
    const app = textArg(args, 'app');
    if (app !== null) {
      return session && target(session, session.client.app(app));
    }
    return path === null ? (this.stage()?.target ?? this._active(session)) : this._active(session);
  }

  /** The text of a cell of any notebook, that in front first. */
  source(cell: string): { session: Session; source: string } | null {
    const { current } = this.sessions;
    const others = this.sessions.all.filter(session => session.client !== current?.client);
    for (const session of current ? [current, ...others] : others) {
      for (const { id, source } of codeOf(session.panel)) {
        if (id === cell) {
          return { session, source };
        }
      }
    }
    return null;
  }

  private _ofCell(cell: string): Target | null {
    const found = this.source(cell);
    return found && target(found.session, found.session.client.appOf(cell, nameOf(found.source)));
  }

  private _active(session: Session | null): Target | null {
    if (!session) {
      return null;
    }
    const cell = session.panel === this.sessions.current?.panel ? this.tracker.activeCell : null;
    const source = cell?.model.sharedModel.getSource() ?? '';
    const app = cell && isApp(source) ? session.client.appOf(cell.model.id, nameOf(source)) : undefined;
    return target(session, app ?? session.client.chosen ?? undefined);
  }
}

function target(session: Session, app: P.AppInfo | undefined): Target | null {
  return app ? { session, apps: [app] } : null;
}
