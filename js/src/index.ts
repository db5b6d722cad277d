import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { watchPictures } from './pictures';

export const PLUGIN_ID = 'jupyter-session-state:plugin';

/**
 * The shell's side of jupyter_session_state: comfort for people who develop or open an app.
 *
 * Nothing an app needs lives here. Voilà loads lab extensions too and provides no notebook tracker, so every
 * token is optional and a host without them is left alone.
 */
const plugin: JupyterFrontEndPlugin<void> = {
  id: PLUGIN_ID,
  description: 'Session state of %%stateapp cells, for JupyterLab.',
  autoStart: true,
  optional: [INotebookTracker],
  activate: (_app: JupyterFrontEnd, tracker: INotebookTracker | null): void => {
    tracker?.forEach(watchPictures);
    tracker?.widgetAdded.connect((_sender, panel) => {
      watchPictures(panel);
    });
  }
};

export default plugin;
