// What our plugins share. Voilà loads lab extensions too and has no notebooks of this kind: there is no core then, and
// every other plugin leaves the host alone.
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import type { Cell } from '@jupyterlab/cells';
import { INotebookTracker, NotebookActions } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Token } from '@lumino/coreutils';
import { isApp, nameOf } from './cells';
import { addCommands } from './commands';
import { DOMAIN, PLUGIN_ID, commandIds } from './ids';
import { watchNotebook } from './pictures';
import { Sessions } from './sessions';
import { Settings } from './settings';
import { Targets } from './targets';
import { addCellButtons } from './toolbar';
import type { Trans } from './words';

/** Apps on this page need no button for what the commands do; `frames.css` knows this name. */
const PRESENT = 'jss-has-extension';

export interface Core {
  readonly tracker: INotebookTracker;
  readonly sessions: Sessions;
  readonly settings: Settings;
  readonly targets: Targets;
  readonly trans: Trans;
}

export const ICore = new Token<Core>(
  'jupyter-session-state:ICore',
  'The session state of the notebooks on this page.'
);

/** Speak to the kernel of every notebook that has apps. */
function follow(tracker: INotebookTracker, sessions: Sessions): void {
  const add = (panel: Parameters<Sessions['add']>[0]) => {
    watchNotebook(panel);
    sessions.add(panel);
  };
  tracker.forEach(add);
  tracker.widgetAdded.connect((_sender, panel) => {
    add(panel);
  });
  tracker.currentChanged.connect((_sender, panel) => {
    sessions.setCurrent(panel);
  });
  sessions.setCurrent(tracker.currentWidget);
  NotebookActions.executed.connect((_sender, { notebook, cell }) => {
    const panel = tracker.find(({ content }) => content === notebook);
    if (panel && cell.model.type === 'code') {
      sessions.executed(panel, cell.model.sharedModel.getSource());
    }
  });
}

/** The page is about the app whose cell is active. */
function chooseActive(tracker: INotebookTracker, sessions: Sessions): void {
  tracker.activeCellChanged.connect((_sender, cell: Cell | null) => {
    const source = cell?.model.sharedModel.getSource() ?? '';
    const client = sessions.current?.client;
    const app = cell && isApp(source) ? client?.appOf(cell.model.id, nameOf(source)) : undefined;
    if (app) {
      client?.choose(app.name);
    }
  });
}

function keepCommandsTrue(app: JupyterFrontEnd, { tracker, sessions }: Core): void {
  const look = () => {
    for (const id of Object.values(commandIds)) {
      if (app.commands.hasCommand(id)) {
        app.commands.notifyCommandChanged(id);
      }
    }
  };
  sessions.changed.connect((_sender, { part }) => {
    if (part !== 'state' && part !== 'history') {
      look();
    }
  });
  sessions.currentChanged.connect(look);
  tracker.activeCellChanged.connect(look);
}

async function loadSettings(registry: ISettingRegistry, settings: Settings): Promise<void> {
  try {
    settings.use(await registry.load(PLUGIN_ID));
  } catch (error) {
    console.warn('jupyter_session_state: the settings could not be read, so the defaults hold:', error);
  }
}

export const core: JupyterFrontEndPlugin<Core | null> = {
  id: PLUGIN_ID,
  description: 'Session state of %%stateapp cells: the notebooks, and the commands.',
  autoStart: true,
  provides: ICore,
  optional: [INotebookTracker, ICommandPalette, ISettingRegistry, ITranslator, IToolbarWidgetRegistry],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker | null,
    palette: ICommandPalette | null,
    registry: ISettingRegistry | null,
    translator: ITranslator | null,
    toolbars: IToolbarWidgetRegistry | null
  ) => {
    if (!tracker) {
      return null;
    }
    document.body.classList.add(PRESENT);
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const sessions = new Sessions();
    const settings = new Settings();
    const targets = new Targets(sessions, tracker);
    const made: Core = { tracker, sessions, settings, targets, trans };
    follow(tracker, sessions);
    chooseActive(tracker, sessions);
    addCommands({ app, targets, settings, trans, palette });
    keepCommandsTrue(app, made);
    if (toolbars) {
      addCellButtons(toolbars, app.commands);
    }
    settings.changed.connect(() => {
      sessions.keep(settings.historyLimit);
    });
    if (registry) {
      void loadSettings(registry, settings);
    }
    return made;
  }
};
