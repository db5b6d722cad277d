// Which keys are pinned, per notebook and app; kept in the user's workspace, never in the notebook.
import type { IStateDB } from '@jupyterlab/statedb';
import { isRecord } from '../checks';

const ID = 'jupyter-session-state:pins';

export class Pins {
  private _pins = new Map<string, ReadonlySet<string>>();

  constructor(private readonly db: Pick<IStateDB, 'fetch' | 'save'> | null) {}

  async load(): Promise<void> {
    const kept: unknown = await this.db?.fetch(ID);
    for (const [place, keys] of Object.entries(isRecord(kept) ? kept : {})) {
      if (Array.isArray(keys)) {
        this._pins.set(place, new Set(keys.filter(key => typeof key === 'string')));
      }
    }
  }

  of(path: string, app: string): ReadonlySet<string> {
    return this._pins.get(`${path}:${app}`) ?? NONE;
  }

  async toggle(path: string, app: string, key: string): Promise<void> {
    const place = `${path}:${app}`;
    const pins = new Set(this._pins.get(place));
    if (!pins.delete(key)) {
      pins.add(key);
    }
    if (pins.size > 0) {
      this._pins.set(place, pins);
    } else {
      this._pins.delete(place);
    }
    await this.db?.save(
      ID,
      Object.fromEntries([...this._pins].map(([name, keys]): [string, string[]] => [name, [...keys]]))
    );
  }
}

const NONE: ReadonlySet<string> = new Set();
