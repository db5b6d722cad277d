// How columns stand: which come first, how wide they are, what their headers say; and how high the grid is.
import type { GridColumn, Theme } from '@glideapps/glide-data-grid';
import { isPinned } from './arrangement';
import type { Arrangement } from './arrangement';
import type { Column, Options, Sorting } from './types';

export const ROW = 35;
const WIDTHS: Record<string, number> = { small: 75, medium: 200, large: 400 };
/** The header of an index without a name: read to those who cannot see that it is one, and not drawn. */
export const NAMELESS = 'index\u2060';
const TALL = 400;
const TALLEST = 20_000;

export class Layout {
  readonly columns: Column[];
  /** By place on the page, which column of the kernel's it is. */
  readonly order: number[];
  readonly pinned: number;

  constructor(
    given: Column[],
    private readonly arrangement: Arrangement
  ) {
    const shown = arrangement.shown(given);
    this.order = shown.map(([number]) => number);
    this.columns = shown.map(([, column]) => column);
    this.pinned = this.columns.filter(isPinned).length;
  }

  gridColumns(
    options: Options,
    sorting: Sorting | null,
    edits: boolean,
    theme: Partial<Theme>
  ): GridColumn[] {
    return this.columns.map((column, number) => {
      const arrow = sorting?.column === number ? (sorting.down ? ' ↓' : ' ↑') : '';
      const needed = edits && column.required ? ' *' : '';
      const base = {
        id: column.name,
        hasMenu: true,
        title:
          (column.label || (arrow || column.help ? '' : NAMELESS)) +
          needed +
          arrow +
          (column.help ? ' (?)' : ''),
        ...(column.index ? { themeOverride: indexTheme(theme) } : {})
      };
      const width = this.#width(column);
      if (width !== undefined) {
        return { ...base, width };
      }
      return options.width === 'content' ? base : { ...base, grow: column.index ? 0 : 1 };
    });
  }

  /** What the author says of the columns, and which have buttons, for those who cannot see it or point at it. */
  get helps(): string {
    const told = this.columns.flatMap(({ label, help, clickable }) => [
      ...(help ? [`${label}: ${help}`] : []),
      ...(clickable ? [`${label || 'A column'} has buttons, which Enter presses`] : [])
    ]);
    return [...told, 'Alt and the down arrow open the menu of a column'].join('\n');
  }

  #width(column: Column): number | undefined {
    const said = typeof column.width === 'string' ? WIDTHS[column.width] : column.width;
    return this.arrangement.widths.get(column.name) ?? said;
  }
}

function indexTheme({ bgHeader, textMedium }: Partial<Theme>): Partial<Theme> {
  return { ...(bgHeader ? { bgCell: bgHeader } : {}), ...(textMedium ? { textDark: textMedium } : {}) };
}

/** How high a grid with so many rows is. */
export function heightOf(rows: number, { height, row_height: rowHeight = ROW }: Options): number {
  const all = ROW + rows * rowHeight + 1;
  if (typeof height === 'number') {
    return height;
  }
  return Math.min(all, height === 'content' ? TALLEST : TALL);
}

/** What a table is called that has no name. */
export function tableName(rows: number): string {
  return `Table, ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** What is told of columns that are not shown. */
export function columnsNote(shown: number, total: number): string {
  return shown < total
    ? `showing the first ${shown.toLocaleString('en')} of ${total.toLocaleString('en')} columns`
    : '';
}
