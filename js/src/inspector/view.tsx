// The panel: which app, what can be done with it, and its state or its past.
import * as React from 'react';
import {
  clearIcon,
  dashboardIcon,
  exportIcon,
  redoIcon,
  rerunIcon,
  stopIcon,
  testIcon,
  undoIcon
} from '../icons';
import { commandIds } from '../ids';
import type * as P from '../protocol';
import { TimelineView } from '../timeline/view';
import { duration, problem } from '../words';
import { KeysView } from './keys';
import type { PanelModel, View } from './model';
import { Around, IconButton } from './parts';

export function PanelView({
  model,
  canDashboard
}: {
  readonly model: PanelModel;
  readonly canDashboard: boolean;
}) {
  const { trans } = React.useContext(Around);
  const { client, app } = model;
  const fault = client?.problem;
  return (
    <>
      {fault && (
        <p className="jss-i-problem" role="status">
          {problem(fault, trans)}
        </p>
      )}
      {app ? (
        <>
          <Header model={model} app={app} canDashboard={canDashboard} />
          <Tabs model={model} />
        </>
      ) : (
        <Welcome model={model} />
      )}
    </>
  );
}

function Welcome({ model }: { readonly model: PanelModel }) {
  const { trans } = React.useContext(Around);
  return (
    <div className="jss-i-empty">
      <p>
        {model.session ? trans.__('No app is running in this notebook.') : trans.__('No notebook is open.')}
      </p>
      <p>
        {trans.__('Execute a cell that begins with')} <code>%%stateapp NAME</code>
        {trans.__(': its session state appears here.')}
      </p>
    </div>
  );
}

function Header({
  model,
  app,
  canDashboard
}: {
  readonly model: PanelModel;
  readonly app: P.AppInfo;
  readonly canDashboard: boolean;
}) {
  const { trans, run } = React.useContext(Around);
  const apps = model.client?.apps ?? [];
  const button = (command: string) => ({
    onClick: () => {
      run(command);
    }
  });
  return (
    <div className="jss-i-header">
      <div className="jss-i-app">
        {apps.length > 1 ? (
          <select
            aria-label={trans.__('App')}
            value={app.name}
            onChange={event => {
              model.client?.choose(event.target.value);
            }}
          >
            {apps.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <span className="jss-i-title">{app.name}</span>
        )}
        <RunState app={app} ms={model.client?.took.get(app.name)} />
      </div>
      <div className="jss-i-tools" role="toolbar" aria-label={trans.__('App')}>
        <IconButton icon={rerunIcon} label={trans.__('Rerun')} {...button(commandIds.rerun)} />
        <IconButton
          icon={stopIcon}
          label={trans.__('Stop')}
          disabled={!app.running}
          {...button(commandIds.stop)}
        />
        <IconButton icon={clearIcon} label={trans.__('Clear and rerun')} {...button(commandIds.clear)} />
        <span className="jss-i-gap" />
        <IconButton
          icon={undoIcon}
          label={trans.__('Undo')}
          disabled={!app.undo}
          {...button(commandIds.undo)}
        />
        <IconButton
          icon={redoIcon}
          label={trans.__('Redo')}
          disabled={!app.redo}
          {...button(commandIds.redo)}
        />
        <span className="jss-i-gap" />
        {canDashboard && (
          <IconButton
            icon={dashboardIcon}
            label={trans.__('Open as dashboard')}
            {...button(commandIds.dashboard)}
          />
        )}
        <IconButton icon={exportIcon} label={trans.__('Export the state')} {...button(commandIds.export)} />
        <IconButton icon={testIcon} label={trans.__('Record as a test')} {...button(commandIds.record)} />
      </div>
    </div>
  );
}

function RunState({ app, ms }: { readonly app: P.AppInfo; readonly ms: number | undefined }) {
  const { trans } = React.useContext(Around);
  if (app.running) {
    return <span className="jss-i-state jss-mod-running">{trans.__('running')}</span>;
  }
  if (app.error) {
    return (
      <span className="jss-i-state jss-mod-error" title={app.error}>
        {trans.__('error')}
      </span>
    );
  }
  return ms === undefined ? null : <span className="jss-i-state">{duration(ms, trans)}</span>;
}

/** Two tabs, as tabs everywhere: arrows go from one to the other. */
function Tabs({ model }: { readonly model: PanelModel }) {
  const { trans } = React.useContext(Around);
  const id = React.useId();
  const names: [View, string][] = [
    ['state', trans.__('State')],
    ['timeline', trans.__('Timeline')]
  ];
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
      const other = tabs.find(tab => tab !== event.target);
      other?.focus();
      other?.click();
    }
  };
  return (
    <>
      <div className="jss-i-tabs" role="tablist" aria-label={trans.__('Views')} onKeyDown={onKeyDown}>
        {names.map(([view, name]) => (
          <button
            key={view}
            type="button"
            role="tab"
            id={`${id}-${view}`}
            aria-selected={model.view === view}
            aria-controls={`${id}-panel`}
            tabIndex={model.view === view ? 0 : -1}
            onClick={() => {
              model.show(view);
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${model.view}`} className="jss-i-body">
        {model.view === 'state' ? (
          <KeysView model={model} />
        ) : (
          <TimelineView key={model.app?.name} model={model} />
        )}
      </div>
    </>
  );
}
