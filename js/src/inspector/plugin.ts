import { ILayoutRestorer } from '@jupyterlab/application';
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Clipboard, ICommandPalette } from '@jupyterlab/apputils';
import { IStateDB } from '@jupyterlab/statedb';
import type { Client } from '../client';
import type { Core } from '../core';
import { ICore } from '../core';
import { copyIcon, stateIcon } from '../icons';
import { INSPECTOR, commandIds } from '../ids';
import { PanelModel } from './model';
import { InspectorPanel } from './panel';
import { Pins } from './pins';
import { textOf } from './row';
import type { ValueRow } from './tree';

/** Its tab is not there until the page has met an app, unless the panel was left open. */
const ABSENT = 'jss-mod-absent';

function makePanel(
  app: JupyterFrontEnd,
  { sessions, settings, trans }: Core,
  db: IStateDB | null
): InspectorPanel {
  const pins = new Pins(db);
  const model = new PanelModel(sessions, settings, pins);
  const panel = new InspectorPanel({
    model,
    trans,
    canDashboard: app.commands.hasCommand(commandIds.dashboard),
    run: command => {
      const { session, app: shown } = model;
      if (session && shown) {
        const { path } = session.panel.context;
        const isAboutAll = command === commandIds.dashboard;
        void app.commands.execute(command, isAboutAll ? { path } : { path, app: shown.name });
      }
    }
  });
  pins.load().then(
    () => {
      model.update();
    },
    (error: unknown) => {
      console.warn('jupyter_session_state: pinned keys could not be read:', error);
    }
  );
  return panel;
}

/** Show the tab with the first app; open the panel too, where the user wants that. */
function appear(app: JupyterFrontEnd, { sessions, settings }: Core, panel: InspectorPanel): void {
  const met = new WeakSet<Client>();
  panel.title.className = ABSENT;
  sessions.changed.connect((_sender, { session: { client } }) => {
    if (client.apps.length === 0 || met.has(client)) {
      return;
    }
    met.add(client);
    panel.title.className = '';
    if (settings.openInspectorOnLoad) {
      app.shell.activateById(panel.id);
    }
  });
}

interface SideShell {
  collapseRight?: () => void;
}

function addCommands(
  app: JupyterFrontEnd,
  panel: InspectorPanel,
  { trans }: Core,
  palette: ICommandPalette | null
): void {
  const { commands, shell } = app;
  commands.addCommand(commandIds.inspector, {
    label: trans.__('Show Session State'),
    icon: stateIcon,
    isToggleable: true,
    isToggled: () => panel.isVisible,
    execute: () => {
      const { collapseRight } = shell as SideShell;
      if (panel.isVisible && collapseRight) {
        collapseRight.call(shell);
      } else {
        panel.title.className = '';
        shell.activateById(panel.id);
      }
    }
  });
  const active = (): ValueRow | null => {
    const { rows, active: id } = panel.model;
    const row = rows.find(other => other.id === id);
    return row?.what === 'value' && row.entry?.masked !== true ? row : null;
  };
  commands.addCommand(commandIds.copy, {
    label: trans.__('Copy Value'),
    caption: trans.__('Copy the value of the key that is selected in the Session State panel'),
    icon: copyIcon,
    isEnabled: () => active() !== null,
    execute: () => {
      const row = active();
      if (row) {
        Clipboard.copyToSystem(textOf(row.value));
      }
    }
  });
  for (const command of [commandIds.inspector, commandIds.copy]) {
    palette?.addItem({ command, category: trans.__('Session State') });
  }
}

export const inspector: JupyterFrontEndPlugin<void> = {
  id: 'jupyter-session-state:inspector',
  description: 'The Session State panel: keys, values, and the timeline.',
  autoStart: true,
  optional: [ICore, ILayoutRestorer, IStateDB, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    shared: Core | null,
    restorer: ILayoutRestorer | null,
    db: IStateDB | null,
    palette: ICommandPalette | null
  ) => {
    if (!shared) {
      return;
    }
    const panel = makePanel(app, shared, db);
    addCommands(app, panel, shared, palette);
    app.shell.add(panel, 'right', { rank: 650, type: shared.trans.__('Session State') });
    restorer?.add(panel, INSPECTOR);
    appear(app, shared, panel);
  }
};
