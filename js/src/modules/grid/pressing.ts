// Buttons in cells that are clicked: by pointer, by Enter or Space, by a screen reader; and the menus of those with more.
import { GridCellKind } from '@glideapps/glide-data-grid';
import type { DataEditorProps, Rectangle, Theme } from '@glideapps/glide-data-grid';
import type { Model } from '../../views/host';
import { isOnButton, labelsOf } from './button_cells';
import { htmlOf, wordsOf } from './icons';
import type { Contents } from './contents';
import { MenuAt } from './menu_at';
import type { Line } from './messages';
import type { Picking } from './picking';
import { isSpecial } from './special';
import type { SpecialCell } from './special';

type Props = Required<Pick<DataEditorProps, 'onCellClicked' | 'onKeyDown'>>;

export class Pressing {
  readonly props: Props;
  readonly #menu: MenuAt;

  constructor(
    private readonly line: Line,
    private readonly contents: Contents,
    private readonly picking: Picking,
    private readonly model: Model,
    el: HTMLElement
  ) {
    this.#menu = new MenuAt(el);
    this.props = { onCellClicked: this.#clicked, onKeyDown: this.#key };
  }

  close(): void {
    this.#menu.close();
  }

  readonly #clicked: Props['onCellClicked'] = ([column, row], event) => {
    const cell = this.#buttonAt(column, row);
    const { bounds, localEventX: x, localEventY: y } = event;
    if (cell && isOnButton(cell, bounds, x, y, this.contents.theme as Theme)) {
      event.preventDefault();
      this.#use(cell, bounds);
    }
  };

  readonly #key: Props['onKeyDown'] = event => {
    const isPress = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey;
    const at = event.location;
    const read = at && ([at[0] - Number(this.picking.hasMarks), at[1]] as const); // what a screen reader clicks
    const [column, row] = (event.rawEvent ? this.picking.shown.current?.cell : read) ?? [-1, -1];
    const cell = isPress && !event.shiftKey && this.#buttonAt(column, row);
    if (cell) {
      event.cancel();
      event.preventDefault();
      this.#use(cell, event.bounds);
    }
  };

  #buttonAt(column: number, row: number): SpecialCell | null {
    const cell = this.contents.cell(column, row);
    if (cell.kind !== GridCellKind.Custom || !isSpecial(cell) || this.model.get('disabled') === true) {
      return null;
    }
    return cell.data.column.clickable === true && labelsOf(cell).length > 0 ? cell : null;
  }

  #use(cell: SpecialCell, bounds: Rectangle | undefined): void {
    const labels = labelsOf(cell);
    if (labels.length === 1) {
      this.#press(cell, 0);
      return;
    }
    this.#menu.open(
      bounds ?? { x: 0, y: 0, width: 0, height: 0 },
      cell.data.column.label || 'Actions',
      labels.map((label, entry) => ({
        label: wordsOf(label),
        html: htmlOf(label),
        act: () => {
          this.#press(cell, entry);
        }
      }))
    );
  }

  #press(cell: SpecialCell, entry: number): void {
    const { position: row, number: column } = cell.data;
    this.line.ask('press', { row, column, entry, seen: this.model.get('version') }).then(
      () => {
        this.contents.report('');
      },
      (error: unknown) => {
        this.contents.report(
          `The button was not pressed: ${error instanceof Error ? error.message : String(error)}`
        );
      }
    );
  }
}
