// The line above a dashboard, and what it says when the apps are not there.
import * as React from 'react';
import { IconButton } from '../inspector/parts';
import { clearIcon, rerunIcon } from '../icons';
import { commandIds } from '../ids';
import type { Trans } from '../words';
import { COLUMNS, toggled } from './layout';
import type { DashboardModel } from './model';

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A checkbox that shows at once what was clicked, and afterwards what came of it. */
function Tick({ label, checked, disabled, onChange }: TickProps) {
  const [shown, setShown] = React.useState(checked);
  React.useEffect(() => {
    setShown(checked);
  }, [checked]);
  return (
    <label>
      <input
        type="checkbox"
        checked={shown}
        disabled={disabled}
        onChange={event => {
          setShown(event.target.checked);
          onChange(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}

interface HeaderProps {
  readonly model: DashboardModel;
  readonly trans: Trans;
  readonly run: (command: string) => void;
  readonly openNotebook: () => void;
  readonly canVoila: boolean;
}

export function Header(props: HeaderProps) {
  const { model, trans, run, openNotebook, canVoila } = props;
  const name = model.path.split('/').at(-1) ?? model.path;
  return (
    <>
      <div className="jss-d-bar" role="toolbar" aria-label={trans.__('Dashboard')}>
        <button type="button" className="jss-d-notebook" title={model.path} onClick={openNotebook}>
          {name}
        </button>
        <IconButton
          icon={rerunIcon}
          label={trans.__('Rerun (R)')}
          onClick={() => {
            run(commandIds.rerun);
          }}
        />
        <IconButton
          icon={clearIcon}
          label={trans.__('Clear and rerun (C)')}
          onClick={() => {
            run(commandIds.clear);
          }}
        />
        <span className="jss-d-space" />
        <Columns {...props} />
        {model.app === null && model.all.length > 1 && <Choice {...props} />}
        {canVoila && (
          <button
            type="button"
            className="jss-i-textbutton"
            onClick={() => {
              run(commandIds.voila);
            }}
          >
            {trans.__('Open in Voilà')}
          </button>
        )}
      </div>
      <Notice {...props} />
    </>
  );
}

function Columns({ model, trans }: HeaderProps) {
  const { layout } = model;
  return (
    <div className="jss-d-columns" role="group" aria-label={trans.__('Columns')}>
      {COLUMNS.map(columns => (
        <button
          key={columns}
          type="button"
          aria-pressed={layout.columns === columns}
          aria-label={trans._n('%1 column', '%1 columns', columns)}
          title={trans._n('%1 column', '%1 columns', columns)}
          onClick={() => {
            model.setLayout({ ...layout, columns });
          }}
        >
          {Array.from({ length: columns }, (_, index) => (
            <i key={index} />
          ))}
        </button>
      ))}
    </div>
  );
}

/** Which apps are shown. */
function Choice({ model, trans }: HeaderProps) {
  const { layout, all } = model;
  const names = all.map(({ name }) => name);
  const isShown = (name: string) => layout.apps?.includes(name) ?? true;
  return (
    <details className="jss-d-choice">
      <summary className="jss-i-textbutton">{trans.__('Apps')}</summary>
      <div role="group" aria-label={trans.__('Apps that are shown')}>
        {names.map(name => (
          <Tick
            key={name}
            label={name}
            checked={isShown(name)}
            disabled={isShown(name) && names.filter(isShown).length === 1}
            onChange={() => {
              model.setLayout(toggled(layout, name, names));
            }}
          />
        ))}
      </div>
    </details>
  );
}

function Notice({ model, trans, openNotebook }: HeaderProps) {
  switch (model.standing) {
    case 'fine':
      return null;
    case 'closed':
      return (
        <div className="jss-d-notice" role="status">
          <p>{trans.__('The notebook %1 is not open.', model.path)}</p>
          <button type="button" className="jss-i-textbutton" onClick={openNotebook}>
            {trans.__('Open the notebook')}
          </button>
        </div>
      );
    case 'gone':
      return <Gone model={model} trans={trans} />;
    default:
      return (
        <div className="jss-d-notice" role="status">
          <p>{quiet(model, trans)}</p>
        </div>
      );
  }
}

function quiet({ standing, app }: DashboardModel, trans: Trans): string {
  if (standing === 'running') {
    return trans.__('The cells are running…');
  }
  if (standing === 'waiting') {
    return trans.__('Waiting for the kernel…');
  }
  return app === null
    ? trans.__('This notebook has no cell that begins with %%stateapp.')
    : trans.__('This notebook has no app %1 any more.', app);
}

/** The kernel does not have the apps: nothing runs unless the user wants it. */
function Gone({ model, trans }: Pick<HeaderProps, 'model' | 'trans'>) {
  const run = (which: 'apps' | 'all') => () => {
    void model.run(which);
  };
  return (
    <div className="jss-d-notice" role="status">
      <p>
        {trans._n(
          'The app %2 is not running here: its cell was not run yet, the kernel was restarted, or the page was loaded again before the notebook was saved. State that the kernel has stays.',
          '%1 apps are not running here: %2. Their cells were not run yet, the kernel was restarted, or the page was loaded again before the notebook was saved. State that the kernel has stays.',
          model.missing.length,
          model.missing.join(', ')
        )}
      </p>
      <div className="jss-d-answers">
        <button type="button" className="jss-i-textbutton jss-mod-first" onClick={run('apps')}>
          {trans.__('Run the app cells')}
        </button>
        <button type="button" className="jss-i-textbutton" onClick={run('all')}>
          {trans.__('Run all cells')}
        </button>
        {model.settings.canChoose && (
          <Tick
            label={trans.__('Run the app cells whenever I open this dashboard')}
            checked={model.settings.runsOnOpen(model.path)}
            onChange={checked => {
              void model.settings.setRunsOnOpen(model.path, checked);
            }}
          />
        )}
      </div>
    </div>
  );
}
