// Looking for a text in all rows: the kernel looks at some of them at a time, so that it is there for others too.
import type { DataEditorProps, Item } from '@glideapps/glide-data-grid';
import type { Layout } from './layout';
import type { Line } from './messages';
import type { Sorting } from './types';

/** How many cells are found at most. */
const MOST = 500;

/** The grid gives its field no name; it gets one when it gets the focus, which is as soon as it is there. */
export function nameField({ target }: FocusEvent): void {
  if (target instanceof HTMLInputElement && target.dataset['testid'] === 'search-input') {
    target.setAttribute('aria-label', 'Search the table');
  }
}

export class Searching {
  #state: { text: string; found: Item[] } | null = null;

  constructor(
    private readonly line: Line,
    private readonly layout: () => Layout,
    private readonly sorting: () => Sorting | null,
    private readonly changed: () => void,
    private readonly report: (problem: string) => void
  ) {}

  props(): Partial<DataEditorProps> {
    return {
      showSearch: this.isOpen,
      searchValue: this.#state?.text ?? '',
      searchResults: this.#state?.found ?? [],
      onSearchValueChange: this.#typed,
      onSearchClose: this.#closed
    };
  }

  // The same functions at each drawing: with another one, the grid takes the search for a new one and empties its field.
  readonly #typed = (text: string): void => {
    void this.find(text);
  };

  readonly #closed = (): void => {
    this.close();
  };

  get isOpen(): boolean {
    return this.#state !== null;
  }

  toggle(): void {
    this.#state = this.#state ? null : { text: '', found: [] };
    this.changed();
  }

  close(): void {
    this.#state = null;
    this.changed();
  }

  /** Find cells with a text; what another search found before goes when this one has something to show. */
  async find(text: string): Promise<void> {
    const mine = { text, found: this.#state?.found ?? [] };
    this.#state = mine;
    this.changed();
    const found: Item[] = [];
    try {
      for (let start: number | null = 0; start !== null && found.length < MOST;) {
        const { answer } = await this.line.ask('find', { text, start, sort: this.sorting() });
        if (this.#state !== mine) {
          return; // another text, or none
        }
        const cells = answer.cells as [number, number][];
        const { order } = this.layout();
        const shown = cells.filter(([, column]) => order.includes(column));
        found.push(...shown.map(([row, column]): Item => [order.indexOf(column), row]));
        mine.found = found.slice(0, MOST);
        start = answer.next as number | null;
        this.changed();
      }
    } catch (error) {
      this.report(`The table could not be searched. ${String(error)}`);
    }
  }
}
