// A dashboard as JupyterLab sees it: a tab of the main area.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { ReactWidget } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { Message } from '@lumino/messaging';
import { Panel } from '@lumino/widgets';
import * as React from 'react';
import { dashboardIcon } from '../icons';
import { watchPictures } from '../pictures';
import type { Stage, Target } from '../targets';
import type { Trans } from '../words';
import { Grid } from './grid';
import { Header } from './header';
import { listenForKeys } from './keys';
import type { DashboardModel } from './model';

interface Options {
  readonly model: DashboardModel;
  readonly trans: Trans;
  readonly commands: CommandRegistry;
  readonly openNotebook: () => void;
  readonly canVoila: boolean;
  /** Whether the widgets of a notebook can be drawn; what is drawn before that would wait for ever. */
  readonly canDraw: (panel: NotebookPanel) => boolean;
}

/** How often it is looked whether widgets can be drawn, in milliseconds; nothing says so. */
const POLL = 100;

class HeaderWidget extends ReactWidget {
  constructor(private readonly draw: () => React.JSX.Element) {
    super();
    this.addClass('jss-d-header');
  }

  override render() {
    return this.draw();
  }
}

export class Dashboard extends Panel implements Stage {
  readonly model: DashboardModel;
  private readonly _grid: Grid;
  private readonly _header: HeaderWidget;
  private readonly _trans: Trans;
  private readonly _canDraw: Options['canDraw'];
  private _poll: ReturnType<typeof setTimeout> | undefined;
  private readonly _endKeys: () => void;
  private _endPictures: () => void = () => undefined;
  private _watched: NotebookPanel | null = null;

  constructor({ model, trans, commands, openNotebook, canVoila, canDraw }: Options) {
    super();
    this.model = model;
    this._trans = trans;
    this._canDraw = canDraw;
    this._grid = new Grid(trans);
    const run = (command: string) => void commands.execute(command);
    this._header = new HeaderWidget(() => (
      <Header model={model} trans={trans} run={run} openNotebook={openNotebook} canVoila={canVoila} />
    ));
    this.addClass('jp-SessionState-Dashboard');
    this.node.tabIndex = -1;
    this.addWidget(this._header);
    this.addWidget(this._grid);
    this.title.closable = true;
    this.title.icon = dashboardIcon;
    this._endKeys = listenForKeys(this.node, event => {
      commands.processKeydownEvent(event);
    });
    model.changed.connect(this._draw, this);
    this._draw();
  }

  get target(): Target | null {
    return this.model.target(this._grid.focused);
  }

  override dispose(): void {
    if (!this.isDisposed) {
      clearTimeout(this._poll);
      this._endKeys();
      this._endPictures();
      this.model.dispose();
      super.dispose();
    }
  }

  protected override onCloseRequest(): void {
    this.dispose();
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    if (!this.node.contains(document.activeElement)) {
      this.node.focus();
    }
  }

  private _draw(): void {
    const { model } = this;
    const { panel } = model;
    const notebook = (model.path.split('/').at(-1) ?? '').replace(/\.ipynb$/, '');
    this.title.label = model.app ?? notebook;
    this.title.caption = this._trans.__('Dashboard of %1', model.path);
    this._grid.node.dataset['columns'] = String(model.layout.columns);
    clearTimeout(this._poll);
    if (panel && this._canDraw(panel)) {
      this._watch(panel);
      this._grid.fill(panel, model.cells);
    } else if (panel) {
      this._poll = setTimeout(() => {
        this._draw();
      }, POLL);
    } else {
      this._watched = null;
      this._grid.clear();
    }
    const isGone = model.standing === 'gone' || model.standing === 'running';
    this._grid.dim(new Set(isGone ? model.missing : []));
    this._header.update();
  }

  /** Apps whose widgets are gone show the picture that was saved of them, as in the notebook. */
  private _watch(panel: NotebookPanel): void {
    if (panel !== this._watched) {
      this._watched = panel;
      this._endPictures();
      this._endPictures = watchPictures(this._grid, panel.content.rendermime, () => this._grid.areas);
    }
  }
}
