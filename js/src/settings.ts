// The user's settings, each with a sound value whatever the file says.
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { type ISignal, Signal } from '@lumino/signaling';
import { isRecord } from './checks';

/** How many interactions of an app may be kept; the kernel refuses others. */
export const FEWEST = 2;
export const MOST = 1000;

export type Mode = 'tab' | 'split-right';

type Loaded = Pick<ISettingRegistry.ISettings, 'composite' | 'changed' | 'set'>;

export class Settings {
  private _loaded: Loaded | null = null;
  /** What was chosen and is not written down yet. */
  private readonly _chosen = new Map<string, boolean>();
  private readonly _changed = new Signal<this, void>(this);

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Use what the user has set; until then, and without a registry, the defaults hold. */
  use(loaded: Loaded): void {
    this._loaded = loaded;
    loaded.changed.connect(() => {
      this._changed.emit();
    });
    this._changed.emit();
  }

  get openInspectorOnLoad(): boolean {
    return this._get('openInspectorOnLoad') === true;
  }

  get showPrivateKeys(): boolean {
    return this._get('showPrivateKeys') === true;
  }

  get confirmClear(): boolean {
    return this._get('confirmClear') !== false;
  }

  get editValues(): boolean {
    return this._get('editValues') !== false;
  }

  /** How many interactions of each app the kernel shall keep; null if it is not known what the user wants. */
  get historyLimit(): number | null {
    const limit = this._get('historyLimit');
    return typeof limit === 'number' && Number.isInteger(limit)
      ? Math.min(MOST, Math.max(FEWEST, limit))
      : null;
  }

  get dashboardMode(): Mode {
    return this._get('dashboardMode') === 'split-right' ? 'split-right' : 'tab';
  }

  /** Whether this user wants the app cells of this file to be run when its dashboard opens. */
  runsOnOpen(path: string): boolean {
    const { [path]: choice } = this._runOnOpen;
    return this._chosen.get(path) ?? choice === true;
  }

  /** Whether the choice can be kept. */
  get canChoose(): boolean {
    return this._loaded !== null;
  }

  /** Keep a choice. It holds at once, also for a dashboard that opens before the server has written it down. */
  async setRunsOnOpen(path: string, choice: boolean): Promise<void> {
    if (!this._loaded) {
      return;
    }
    this._chosen.set(path, choice);
    const all = { ...this._runOnOpen, ...Object.fromEntries(this._chosen) };
    const wanted = Object.entries(all).filter(([, wants]) => wants);
    try {
      await this._loaded.set('runOnOpen', Object.fromEntries(wanted));
    } finally {
      if (this._chosen.get(path) === choice) {
        this._chosen.delete(path);
      }
    }
  }

  private get _runOnOpen(): Record<string, true> {
    const kept = this._get('runOnOpen');
    const entries = isRecord(kept) ? Object.entries(kept) : [];
    return Object.fromEntries(entries.flatMap(([path, choice]) => (choice === true ? [[path, choice]] : [])));
  }

  private _get(name: string): unknown {
    return this._loaded?.composite[name];
  }
}
