// The buttons of a grid. They show when it is pointed at or has the focus; the keyboard reaches them always.
import { element, setAttributes } from '../../views/dom';
import type { Column, Options, Sorting } from './types';

export interface Actions {
  add?: () => void;
  remove?: () => void;
  undo?: () => void;
  search: () => void;
  save: () => void;
  enlarge: () => void;
  columns: () => void;
  sort?: (sorting: Sorting | null) => void;
}

/** What a table can do, whether or not its toolbar offers it. */
export interface Tools {
  add: () => void;
  remove: () => void;
  undo: () => void;
  search: () => void;
  columns: () => void;
  sort: (sorting: Sorting | null) => void;
  save: () => Promise<void>;
  report: (problem: string) => void;
  /** What is shown on full screen. */
  screen: HTMLElement;
}

/** What the toolbar of a table offers. */
export function toolsOf({ edits, adding, deleting }: Options, tools: Tools): Actions {
  return {
    ...(edits && adding ? { add: tools.add } : {}),
    ...(edits && deleting ? { remove: tools.remove } : {}),
    ...(edits ? { undo: tools.undo } : {}),
    ...(adding || deleting ? {} : { sort: tools.sort }),
    search: tools.search,
    columns: tools.columns,
    save: () => {
      tools.save().catch((error: unknown) => {
        tools.report(`The table could not be saved. ${String(error)}`);
      });
    },
    enlarge: () => {
      const isLarge = document.fullscreenElement === tools.screen;
      void (isLarge ? document.exitFullscreen() : tools.screen.requestFullscreen());
    }
  };
}

const ICONS: Record<string, string> = {
  add: 'M12 5v14M5 12h14',
  remove: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6',
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 0 12',
  columns: 'M4 5h16v14H4zM9.5 5v14M14.5 5v14',
  search: 'M10 4a6 6 0 1 1 0 12 6 6 0 0 1 0-12M15 15l6 6',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  enlarge: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'
};

function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  setAttributes(svg, { viewBox: '0 0 24 24', width: 16, height: 16, fill: 'none', 'aria-hidden': 'true' });
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  setAttributes(path, { d: ICONS[name] ?? '', stroke: 'currentColor', 'stroke-width': 2 });
  svg.append(path);
  return svg;
}

function button(name: string, label: string, act: () => void): HTMLButtonElement {
  const node = element(
    'button',
    'jss-table-button',
    { type: 'button', title: label, 'aria-label': label },
    icon(name)
  );
  node.addEventListener('click', act);
  return node;
}

export class Toolbar {
  readonly node: HTMLDivElement;
  readonly columns: HTMLButtonElement;
  readonly #remove: HTMLButtonElement | null;
  readonly #undo: HTMLButtonElement | null;
  readonly #sort: HTMLSelectElement | null;

  constructor(actions: Actions) {
    const { add, remove, undo, sort } = actions;
    this.#remove = remove ? button('remove', 'Delete selected rows', remove) : null;
    this.#undo = undo ? button('undo', 'Undo', undo) : null;
    this.#sort = sort ? this.#makeSort(sort) : null;
    this.columns = button('columns', 'Columns', actions.columns);
    this.node = element(
      'div',
      'jss-table-toolbar',
      { role: 'toolbar', 'aria-label': 'Table' },
      ...[
        this.#remove,
        add ? button('add', 'Add row', add) : null,
        this.#undo,
        this.#sort,
        this.columns,
        button('search', 'Search', actions.search),
        button('save', 'Save as CSV', actions.save),
        button('enlarge', 'Full screen', actions.enlarge)
      ].filter(node => node !== null)
    );
  }

  #makeSort(sort: (sorting: Sorting | null) => void): HTMLSelectElement {
    const select = element('select', 'jss-table-sort', {
      'aria-label': 'Sort rows by',
      title: 'Sort rows by'
    });
    select.addEventListener('change', () => {
      const [column = '', way] = select.value.split(' ');
      sort(column === '' ? null : { column: Number(column), down: way === 'down' });
    });
    return select;
  }

  update(columns: Column[], sorting: Sorting | null, state: { canRemove: boolean; canUndo: boolean }): void {
    if (this.#remove) {
      this.#remove.disabled = !state.canRemove;
    }
    if (this.#undo) {
      this.#undo.disabled = !state.canUndo;
    }
    if (this.#sort) {
      const names = columns.slice(0, 200).map(column => column.label || 'index');
      const options = [
        element('option', '', { value: '' }, 'Unsorted'),
        ...names.flatMap((name, number) => [
          element('option', '', { value: `${number} up` }, `${name} ↑`),
          element('option', '', { value: `${number} down` }, `${name} ↓`)
        ])
      ];
      this.#sort.replaceChildren(...options);
      this.#sort.value = sorting ? `${sorting.column} ${sorting.down ? 'down' : 'up'}` : '';
    }
  }
}
