// The item in the status bar: how many apps the notebook has, whether one runs, whether one failed.
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ReactWidget } from '@jupyterlab/ui-components';
import { type ISignal, Signal } from '@lumino/signaling';
import * as React from 'react';
import type { Core } from './core';
import { ICore } from './core';
import { commandIds } from './ids';
import { Pace } from './pace';
import type { AppInfo } from './protocol';
import type { Trans } from './words';

/** What is said of the apps; empty if there is none. */
export function summary(apps: readonly AppInfo[], trans: Trans): string {
  if (apps.length === 0) {
    return '';
  }
  const running = apps.filter(app => app.running).length;
  const failed = apps.filter(app => app.error !== '').length;
  return [
    trans._n('%1 app', '%1 apps', apps.length),
    running > 0 && trans.__('%1 running', running),
    failed > 0 && trans._n('%1 error', '%1 errors', failed)
  ]
    .filter(Boolean)
    .join(' · ');
}

class StatusItem extends ReactWidget {
  private readonly _looked = new Signal<this, void>(this);

  constructor(
    private readonly core: Core,
    private readonly open: () => void
  ) {
    super();
    this.addClass('jp-SessionState-Status');
  }

  get text(): string {
    return summary(this.core.sessions.current?.client.apps ?? [], this.core.trans);
  }

  /** It was looked at anew, so it may have to appear or to go. */
  get looked(): ISignal<this, void> {
    return this._looked;
  }

  look(): void {
    this.update();
    this._looked.emit();
  }

  override render() {
    const { trans } = this.core;
    return (
      <button type="button" title={trans.__('Show or hide the Session State panel')} onClick={this.open}>
        {this.text}
      </button>
    );
  }
}

export const status: JupyterFrontEndPlugin<void> = {
  id: 'jupyter-session-state:status',
  description: 'The apps of the notebook in front, in the status bar.',
  autoStart: true,
  optional: [ICore, IStatusBar],
  activate: (app: JupyterFrontEnd, shared: Core | null, bar: IStatusBar | null) => {
    if (!shared || !bar) {
      return;
    }
    const item = new StatusItem(shared, () => {
      void app.commands.execute(commandIds.inspector);
    });
    const { sessions } = shared;
    const pace = new Pace(() => {
      item.look();
    });
    const look = () => {
      pace.ask();
    };
    sessions.currentChanged.connect(look);
    sessions.changed.connect(look);
    bar.registerStatusItem('jupyter-session-state:status', {
      item,
      align: 'left',
      rank: 15,
      isActive: () => item.text !== '',
      activeStateChanged: item.looked
    });
    look();
  }
};
