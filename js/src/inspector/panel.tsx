// The side panel as JupyterLab sees it: it draws when something changed, and is told when it is on screen.
import { Clipboard, Notification } from '@jupyterlab/apputils';
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import * as React from 'react';
import { stateIcon } from '../icons';
import { INSPECTOR } from '../ids';
import type { Trans } from '../words';
import type { PanelModel } from './model';
import { Around } from './parts';
import type { Surroundings } from './parts';
import { PanelView } from './view';

interface PanelOptions {
  readonly model: PanelModel;
  readonly trans: Trans;
  readonly canDashboard: boolean;
  readonly run: (command: string) => void;
}

export class InspectorPanel extends ReactWidget {
  readonly model: PanelModel;
  private readonly _around: Surroundings;
  private readonly _canDashboard: boolean;

  constructor({ model, trans, canDashboard, run }: PanelOptions) {
    super();
    this.model = model;
    this._canDashboard = canDashboard;
    this._around = {
      trans,
      run,
      fail: reason => {
        Notification.error(reason instanceof Error ? reason.message : String(reason), { autoClose: 6000 });
      },
      copy: text => {
        Clipboard.copyToSystem(text);
      }
    };
    this.id = INSPECTOR;
    this.title.icon = stateIcon;
    this.title.caption = trans.__('Session State');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Session State'));
    this.addClass('jp-SessionState-Inspector');
    model.changed.connect(() => {
      this.update();
    });
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this.model.dispose();
      super.dispose();
    }
  }

  override render() {
    return (
      <Around.Provider value={this._around}>
        <PanelView model={this.model} canDashboard={this._canDashboard} />
      </Around.Provider>
    );
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.model.setVisible(this.isVisible);
  }

  protected override onBeforeDetach(message: Message): void {
    this.model.setVisible(false);
    super.onBeforeDetach(message);
  }

  protected override onAfterShow(): void {
    this.model.setVisible(true);
  }

  protected override onAfterHide(): void {
    this.model.setVisible(false);
  }
}
