// What can be done with an app from the palette, the menu, toolbars and the keyboard.
import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { LabIcon } from '@jupyterlab/ui-components';
import { isExported } from './checks';
import { isApp } from './cells';
import type { Question } from './client';
import { saveBeside } from './files';
import { clearIcon, exportIcon, redoIcon, rerunIcon, stopIcon, testIcon, undoIcon } from './icons';
import { commandIds } from './ids';
import type * as P from './protocol';
import type { Settings } from './settings';
import type { Args, Target, Targets } from './targets';
import type { Trans } from './words';

export interface Context {
  readonly app: JupyterFrontEnd;
  readonly targets: Targets;
  readonly settings: Settings;
  readonly trans: Trans;
  readonly palette: ICommandPalette | null;
}

interface Description {
  readonly id: string;
  readonly label: string;
  /** The label when it is known which app is meant. */
  readonly labelOf: (app: string) => string;
  readonly icon: LabIcon;
  readonly canDo?: (app: P.AppInfo) => boolean;
  readonly act: (target: Target) => Promise<unknown>;
}

export function tell(reason: unknown): void {
  Notification.error(reason instanceof Error ? reason.message : String(reason), { autoClose: 6000 });
}

/** Ask the kernel the same about each app of a target. */
function each(question: (app: string) => Question): (target: Target) => Promise<unknown> {
  return ({ session, apps }) => Promise.all(apps.map(({ name }) => session.client.ask(question(name))));
}

/** Do something with each app for itself, one after the other. */
function oneByOne(act: (target: Target, app: P.AppInfo) => Promise<unknown>): Description['act'] {
  return async target => {
    for (const app of target.apps) {
      await act(target, app);
    }
  };
}

function clear({ settings, trans }: Context): Description['act'] {
  const ask = each(app => ({ type: 'clear', app }));
  return async target => {
    const names = target.apps.map(({ name }) => name).join(', ');
    if (settings.confirmClear) {
      const { button } = await showDialog({
        title: trans.__('Clear the session state?'),
        body: trans.__('All keys of %1 are forgotten, and it runs again from the start.', names),
        buttons: [Dialog.cancelButton(), Dialog.warnButton({ label: trans.__('Clear and Rerun') })]
      });
      if (!button.accept) {
        return;
      }
    }
    await ask(target);
  };
}

function exportState({ app: lab, trans }: Context): Description['act'] {
  return oneByOne(async ({ session }, { name }) => {
    const result = await session.client.ask({ type: 'export', app: name });
    if (!isExported(result)) {
      throw new Error(trans.__('The kernel sent something that this page does not understand.'));
    }
    const path = await saveBeside({
      contents: lab.serviceManager.contents,
      trans,
      notebook: session.panel.context.path,
      name: `${name}-state.json`,
      title: trans.__('Export the state of %1', name),
      text: result.text
    });
    if (path !== null && result.left_out.length > 0) {
      Notification.warning(trans.__('Left out, since JSON cannot say them: %1', result.left_out.join(', ')));
    }
  });
}

function recordTest({ app: lab, trans }: Context): Description['act'] {
  return oneByOne(async ({ session }, { name }) => {
    const text = await session.client.ask({ type: 'record', app: name });
    if (typeof text !== 'string') {
      throw new Error(trans.__('The kernel sent something that this page does not understand.'));
    }
    const path = await saveBeside({
      contents: lab.serviceManager.contents,
      trans,
      notebook: session.panel.context.path,
      name: `test_${name.replace(/\W/g, '_')}.py`,
      title: trans.__('Record %1 as a test', name),
      text
    });
    if (path !== null && lab.commands.hasCommand('docmanager:open')) {
      await lab.commands.execute('docmanager:open', { path });
    }
  });
}

function descriptions(context: Context): Description[] {
  const { trans } = context;
  return [
    {
      id: commandIds.rerun,
      label: trans.__('Rerun App'),
      labelOf: name => trans.__('Rerun App “%1”', name),
      icon: rerunIcon,
      act: each(app => ({ type: 'rerun', app }))
    },
    {
      id: commandIds.clear,
      label: trans.__('Clear State and Rerun App'),
      labelOf: name => trans.__('Clear State and Rerun App “%1”', name),
      icon: clearIcon,
      act: clear(context)
    },
    {
      id: commandIds.stop,
      label: trans.__('Stop App'),
      labelOf: name => trans.__('Stop App “%1”', name),
      icon: stopIcon,
      canDo: app => app.running,
      act: oneByOne(({ session }, { name }) => session.client.stop(name))
    },
    {
      id: commandIds.undo,
      label: trans.__('Undo in App'),
      labelOf: name => trans.__('Undo in App “%1”', name),
      icon: undoIcon,
      canDo: app => app.undo,
      act: each(app => ({ type: 'undo', app }))
    },
    {
      id: commandIds.redo,
      label: trans.__('Redo in App'),
      labelOf: name => trans.__('Redo in App “%1”', name),
      icon: redoIcon,
      canDo: app => app.redo,
      act: each(app => ({ type: 'redo', app }))
    },
    {
      id: commandIds.export,
      label: trans.__('Export App State…'),
      labelOf: name => trans.__('Export State of App “%1”…', name),
      icon: exportIcon,
      act: exportState(context)
    },
    {
      id: commandIds.record,
      label: trans.__('Record App as a Test…'),
      labelOf: name => trans.__('Record App “%1” as a Test…', name),
      icon: testIcon,
      act: recordTest(context)
    }
  ];
}

/** Add the commands that are about an app's run and its state. */
export function addCommands(context: Context): void {
  const { app, targets, palette, trans } = context;
  const category = trans.__('Session State');
  for (const { id, label, labelOf, icon, canDo = () => true, act } of descriptions(context)) {
    const able = (args: Args): Target | null => {
      const target = targets.of(args);
      const apps = target?.apps.filter(canDo) ?? [];
      return target && apps.length > 0 ? { ...target, apps } : null;
    };
    app.commands.addCommand(id, {
      label: args => {
        const [only, ...others] = targets.of(args)?.apps ?? [];
        return only && others.length === 0 ? labelOf(only.name) : label;
      },
      caption: label,
      icon,
      isEnabled: args => able(args) !== null,
      isVisible: args => isForCell(args, targets),
      execute: async args => {
        const target = able(args);
        if (target) {
          await act(target).catch(tell);
        }
      }
    });
    palette?.addItem({ command: id, category });
  }
}

/** A button in the toolbar of a cell is there only if the cell is an app. */
export function isForCell(args: Args, targets: Targets): boolean {
  return typeof args['cell'] !== 'string' || isApp(targets.source(args['cell'])?.source ?? '');
}
