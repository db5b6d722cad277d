// The buttons in the toolbar of a cell, which are there for cells that are apps.
import type { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import type { Cell } from '@jupyterlab/cells';
import { CommandToolbarButton } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { isApp } from './cells';
import { commandIds } from './ids';

/** The names by which schema/plugin.json puts them into the toolbar. */
const ITEMS = {
  'session-state-rerun': commandIds.rerun,
  'session-state-open-dashboard': commandIds.dashboard
};

export function addCellButtons(registry: IToolbarWidgetRegistry, commands: CommandRegistry): void {
  for (const [name, id] of Object.entries(ITEMS)) {
    registry.addFactory<Cell>('Cell', name, ({ model }) => {
      const button = new CommandToolbarButton({ commands, id, args: { cell: model.id }, label: '' });
      const source = () => model.sharedModel.getSource();
      let wasApp = isApp(source());
      const look = () => {
        if (isApp(source()) !== wasApp) {
          wasApp = !wasApp;
          commands.notifyCommandChanged(id);
        }
      };
      model.contentChanged.connect(look);
      button.disposed.connect(() => {
        model.contentChanged.disconnect(look);
      });
      return button;
    });
  }
}
