import { ILabShell, ILayoutRestorer } from '@jupyterlab/application';
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { isApp, nameOf } from '../cells';
import { isForCell, tell } from '../commands';
import type { Core } from '../core';
import { ICore } from '../core';
import { dashboardIcon } from '../icons';
import { commandIds } from '../ids';
import { codeOf } from '../sessions';
import type { Args } from '../targets';
import { DashboardModel } from './model';
import { hasVoila, voilaUrl } from './voila';
import { Dashboard } from './widget';

interface Address {
  readonly path: string;
  readonly app: string | null;
}

/** Which notebook, and which app of it, a command is about. */
function addressOf(args: Args, { sessions, targets }: Core): Address | null {
  if (typeof args['cell'] === 'string') {
    const found = targets.source(args['cell']);
    const name = found && (nameOf(found.source) ?? `cell-${args['cell']}`);
    return found && { path: found.session.panel.context.path, app: name };
  }
  const stage = targets.stage()?.target?.session.panel.context.path;
  const path =
    typeof args['path'] === 'string' ? args['path'] : (stage ?? sessions.current?.panel.context.path);
  return path === undefined ? null : { path, app: typeof args['app'] === 'string' ? args['app'] : null };
}

const WIDGET = 'application/vnd.jupyter.widget-view+json';

/**
 * Whether a notebook has its widget manager. It comes some time after the kernel, and gives the notebook a renderer of
 * its own in place of the one that all have.
 */
export function drawsWidgets(
  own: Pick<IRenderMimeRegistry, 'getFactory'>,
  common: Pick<IRenderMimeRegistry, 'getFactory'> | null
): boolean {
  const factory = common?.getFactory(WIDGET);
  return factory === undefined || own.getFactory(WIDGET) !== factory;
}

class Dashboards {
  readonly tracker = new WidgetTracker<Dashboard>({ namespace: 'jupyter-session-state-dashboard' });

  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly core: Core,
    private readonly documents: IDocumentManager | null,
    private readonly rendermime: IRenderMimeRegistry | null
  ) {
    core.tracker.widgetAdded.connect(() => {
      this.attachAll();
    });
    void app.restored.then(() => {
      this.tracker.forEach(({ model }) => {
        model.isSettled = true;
      });
      this.attachAll();
    });
  }

  /** Show a dashboard; one that is open comes to the front. */
  open({ path, app }: Address, isRestored: boolean): Dashboard {
    const known = this.tracker.find(({ model }) => model.path === path && model.app === app);
    const dashboard = known ?? this._make({ path, app }, isRestored);
    if (!isRestored) {
      this.app.shell.activateById(dashboard.id);
    }
    return dashboard;
  }

  /** Bring dashboards together with notebooks that were opened since. */
  attachAll(): void {
    this.tracker.forEach(({ model }) => {
      const panel = this.core.tracker.find(({ context }) => context.path === model.path);
      if (panel) {
        model.attach(panel).catch(tell);
      }
    });
  }

  private _make({ path, app }: Address, isRestored: boolean): Dashboard {
    const { sessions, settings, trans, tracker } = this.core;
    const model = new DashboardModel(path, app, sessions, settings);
    model.isSettled = !isRestored;
    const dashboard = new Dashboard({
      model,
      trans,
      commands: this.app.commands,
      canVoila: hasVoila(this.app.commands),
      canDraw: ({ content }) => drawsWidgets(content.rendermime, this.rendermime),
      openNotebook: () => {
        this.documents?.openOrReveal(model.path);
      }
    });
    dashboard.id = `jupyter-session-state-dashboard-${++count}`;
    const panel = tracker.find(({ context }) => context.path === path);
    const beside = settings.dashboardMode === 'split-right';
    this.app.shell.add(dashboard, 'main', {
      mode: beside ? 'split-right' : 'tab-after',
      ...(panel ? { ref: panel.id } : {})
    });
    void this.tracker.add(dashboard);
    model.pathChanged.connect(() => void this.tracker.save(dashboard));
    if (panel) {
      model.attach(panel).catch(tell);
    }
    return dashboard;
  }
}

let count = 0;

function addCommands(app: JupyterFrontEnd, core: Core, dashboards: Dashboards): void {
  const { trans, targets, sessions } = core;
  const hasApps = (args: Args) => {
    const address = addressOf(args, core);
    const session = address && sessions.at(address.path);
    return session ? [...codeOf(session.panel)].some(({ source }) => isApp(source)) : false;
  };
  app.commands.addCommand(commandIds.dashboard, {
    label: trans.__('Open as Dashboard'),
    caption: trans.__('Show the apps of this notebook in a tab, without their code'),
    icon: dashboardIcon,
    isEnabled: hasApps,
    isVisible: args => isForCell(args, targets),
    execute: args => {
      const address = addressOf(args, core);
      if (address) {
        dashboards.open(address, args['restored'] === true);
      }
    }
  });
  app.commands.addCommand(commandIds.voila, {
    label: trans.__('Open in Voilà'),
    caption: trans.__('Show this notebook as a page of its own, with a kernel for each visitor'),
    isEnabled: args => addressOf(args, core) !== null,
    isVisible: () => hasVoila(app.commands),
    execute: args => {
      const address = addressOf(args, core);
      if (address && hasVoila(app.commands)) {
        window.open(voilaUrl(address.path), '_blank', 'noopener');
      }
    }
  });
}

export const dashboard: JupyterFrontEndPlugin<void> = {
  id: 'jupyter-session-state:dashboard',
  description: 'Shows the apps of a notebook in a tab, without their code.',
  autoStart: true,
  optional: [ICore, ILabShell, IDocumentManager, IRenderMimeRegistry, ILayoutRestorer, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    core: Core | null,
    shell: ILabShell | null,
    documents: IDocumentManager | null,
    rendermime: IRenderMimeRegistry | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null
  ) => {
    if (!core || !shell) {
      return; // Notebook 7 has one document on its page
    }
    const dashboards = new Dashboards(app, core, documents, rendermime);
    addCommands(app, core, dashboards);
    core.targets.stage = () => (shell.currentWidget instanceof Dashboard ? shell.currentWidget : null);
    shell.currentChanged.connect((_sender, { newValue }) => {
      if (newValue instanceof Dashboard && newValue.model.panel) {
        core.sessions.setCurrent(newValue.model.panel);
      }
    });
    for (const command of [commandIds.dashboard, commandIds.voila]) {
      palette?.addItem({ command, category: core.trans.__('Session State') });
    }
    void restorer?.restore(dashboards.tracker, {
      command: commandIds.dashboard,
      args: ({ model }) => ({ path: model.path, app: model.app, restored: true }),
      name: ({ model }) => JSON.stringify([model.path, model.app])
    });
  }
};
