// The apps of a dashboard: for each cell a second view of its outputs, which follows the cell's model.
import type { ICodeCellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { SimplifiedOutputArea } from '@jupyterlab/outputarea';
import type { OutputArea } from '@jupyterlab/outputarea';
import { Panel, Widget } from '@lumino/widgets';
import { isApp, nameOf } from '../cells';
import type { Trans } from '../words';
import type { AppCell } from './layout';

export interface ModelCell extends AppCell {
  readonly model: ICodeCellModel;
}

/** The app cells of a notebook, in its order; taken from the model, which has cells that are out of sight too. */
export function appCells(panel: NotebookPanel): ModelCell[] {
  const found: ModelCell[] = [];
  for (const cell of panel.content.model?.cells ?? []) {
    const source = cell.sharedModel.getSource();
    if (cell.type === 'code' && isApp(source)) {
      found.push({ id: cell.id, name: nameOf(source) ?? `cell-${cell.id}`, model: cell as ICodeCellModel });
    }
  }
  return found;
}

/** One app: its outputs, or a line that says why there are none. */
class Section extends Panel {
  readonly area: OutputArea;
  private readonly _empty = new Widget();

  constructor(
    readonly cell: ModelCell,
    panel: NotebookPanel,
    private readonly trans: Trans
  ) {
    super();
    const { rendermime, contentFactory } = panel.content;
    this.area = new SimplifiedOutputArea({ model: cell.model.outputs, rendermime, contentFactory });
    this.addClass('jss-d-section');
    this.node.setAttribute('role', 'region');
    this._empty.addClass('jss-d-empty');
    this.addWidget(this._empty);
    this.addWidget(this.area);
    cell.model.outputs.changed.connect(this._look, this);
    this.rename(cell.name);
  }

  rename(name: string): void {
    this.node.dataset['app'] = name;
    this.node.setAttribute('aria-label', name);
    this._empty.node.textContent = this.trans.__('%1 is shown here once its cell has run.', name);
    this._look();
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this.cell.model.outputs.changed.disconnect(this._look, this);
      super.dispose();
    }
  }

  private _look(): void {
    this._empty.setHidden(this.cell.model.outputs.length > 0);
  }
}

export class Grid extends Panel {
  constructor(private readonly trans: Trans) {
    super();
    this.addClass('jss-d-grid');
  }

  get areas(): OutputArea[] {
    return this._sections.map(({ area }) => area);
  }

  /** Show these cells in this order; what is there already stays as it is, with all that is typed in it. */
  fill(panel: NotebookPanel, cells: readonly ModelCell[]): void {
    const known = new Map(this._sections.map(section => [section.cell.model, section]));
    const wanted = new Set(cells.map(({ model }) => model));
    this._sections
      .filter(({ cell }) => !wanted.has(cell.model))
      .forEach(section => {
        section.dispose();
      });
    cells.forEach((cell, index) => {
      const section = known.get(cell.model) ?? new Section(cell, panel, this.trans);
      section.rename(cell.name);
      if (this.widgets[index] !== section) {
        this.insertWidget(index, section);
      }
    });
  }

  /** Dim those apps that the kernel does not have; nothing in them can be used. */
  dim(names: ReadonlySet<string>): void {
    for (const { node, area } of this._sections) {
      const isGone = names.has(node.dataset['app'] ?? '');
      node.classList.toggle('jss-mod-gone', isGone);
      area.node.inert = isGone;
    }
  }

  clear(): void {
    this._sections.forEach(section => {
      section.dispose();
    });
  }

  /** The app that has the focus. */
  get focused(): string | null {
    const section = document.activeElement?.closest<HTMLElement>('.jss-d-section');
    return section && this.node.contains(section) ? (section.dataset['app'] ?? null) : null;
  }

  private get _sections(): Section[] {
    return this.widgets.filter(widget => widget instanceof Section);
  }
}
