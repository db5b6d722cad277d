// What stands in the cells of a table: of the data, or what somebody made of it.
import type { GridCell } from '@glideapps/glide-data-grid';
import { asString } from '../../views/dom';
import { buttonRenderer } from './button_cells';
import { LOADING, cellOf } from './cells';
import type { CellRef, Cells } from './editing';
import { INDEX } from './edits';
import type { Edits } from './edits';
import { editorsWith } from './editors';
import type { Layout } from './layout';
import type { Line } from './messages';
import { readCell } from './parse';
import type { Row, Rows } from './rows';
import { rendererWith } from './special';
import type { Look } from './theme';
import type { Column, Content, Options } from './types';

/** How a table stands at the moment. */
export interface Standing {
  readonly layout: Layout;
  readonly options: Options;
  readonly look: Look;
  readonly count: number;
  readonly mayEdit: boolean;
}

export class Contents implements Cells {
  constructor(
    private readonly rows: Rows,
    private readonly edits: Edits | null,
    private readonly now: () => Standing,
    readonly report: (problem: string) => void
  ) {}

  column(number: number): Column | undefined {
    return this.now().layout.columns[number];
  }

  get theme(): Look['theme'] {
    return this.now().look.theme;
  }

  cell(columnNumber: number, rowNumber: number): GridCell {
    const { layout, count, options, look, mayEdit } = this.now();
    const column = layout.columns[columnNumber];
    const number = layout.order[columnNumber];
    if (!column || number === undefined || rowNumber >= count) {
      return LOADING;
    }
    const ref = this.refAt(rowNumber);
    const own = ref && this.edits?.contentOf(ref, column);
    const row = this.#row(ref, rowNumber);
    if (own === undefined && !row) {
      return LOADING;
    }
    return cellOf(own === undefined ? (row?.cells[number] ?? null) : own, column, {
      editable: mayEdit && (ref === undefined || this.isEditable(column, ref)),
      placeholder: options.placeholder ?? 'None',
      colors: look.colors,
      linkColor: look.theme.linkColor ?? '',
      number,
      ...(row && own === undefined ? { position: row.position, look: row.looks.get(number) } : {})
    });
  }

  /** Which row of an edited table is shown there; undefined while that is not known. */
  refAt(rowNumber: number): CellRef | undefined {
    if (!this.edits || !this.rows.sorting) {
      return this.edits?.at(rowNumber);
    }
    const position = this.rows.positionOf(rowNumber);
    return position === undefined ? undefined : { kind: 'data', position };
  }

  isEditable(column: Column, ref: CellRef): boolean {
    const named = column.name === INDEX && ref.kind === 'new' && this.now().options.names_rows === true;
    return column.editable === true || named;
  }

  contentAt(ref: CellRef, column: Column, rowNumber: number): Content {
    const { layout } = this.now();
    const own = this.edits?.contentOf(ref, column);
    const number = layout.order[layout.columns.indexOf(column)] ?? 0;
    return own === undefined ? (this.#row(ref, rowNumber)?.cells[number] ?? null) : own;
  }

  #row(ref: CellRef | undefined, rowNumber: number): Row | undefined {
    if (ref?.kind === 'new') {
      return undefined;
    }
    return this.rows.get(ref && !this.rows.sorting ? ref.position : rowNumber);
  }
}

/** What draws and opens the cells that the library does not know. */
export function renderersFor(line: Line): [typeof buttonRenderer, ReturnType<typeof rendererWith>] {
  const editors = editorsWith(async (row, column) => {
    const { answer } = await line.ask('cell', { row, column });
    const html = answer.html;
    return { text: asString(answer.text), ...(typeof html === 'string' ? { html } : {}) };
  });
  const renderer = rendererWith(editors, (text, data) => {
    const reading = readCell(text, data.column);
    return 'content' in reading ? { ...data, content: reading.content } : undefined;
  });
  return [buttonRenderer, renderer];
}
