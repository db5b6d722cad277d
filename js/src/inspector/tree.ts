// The keys of an app as the rows of a tree: which are open, which match, what was looked into. Pure but for `look`.
import { isInside } from '../checks';
import type * as P from '../protocol';

/** How many entries of a container are fetched at once. */
export const PAGE = 50;

/** How many keys of a group are shown at first, and more at a time. */
export const KEYS = 200;

export type Path = readonly (string | number)[];

export interface GroupRow {
  readonly what: 'group';
  readonly id: string;
  readonly level: 1;
  readonly group: P.Group | 'pinned';
  readonly count: number;
  readonly isOpen: boolean;
}

/** A key, or an entry inside its value. */
export interface ValueRow {
  readonly what: 'value';
  readonly id: string;
  readonly level: number;
  readonly key: string;
  readonly path: Path;
  readonly name: string;
  readonly value: P.Entry | P.Child;
  /** The entry of the state, if the row is a key's. */
  readonly entry: P.Entry | null;
  readonly isOpen: boolean;
  readonly isPinned: boolean;
}

/** What stands in place of entries: that they are on their way, that there are more, or why there are none. */
export interface NoteRow {
  readonly what: 'note';
  readonly id: string;
  readonly level: number;
  readonly key: string;
  readonly path: Path;
  /** The group whose keys it is about; null inside of a value. */
  readonly group: GroupRow['group'] | null;
  readonly state: 'loading' | 'more' | 'empty' | 'failed';
  readonly text: string;
  readonly left: number;
}

export type Row = GroupRow | ValueRow | NoteRow;

interface Node {
  readonly key: string;
  readonly path: Path;
  children: readonly P.Child[];
  total: number;
  isLoading: boolean;
  error: string;
  /** Goes up with each fetch, so that one which was overtaken changes nothing. */
  turn: number;
}

export interface Filter {
  readonly search: string;
  readonly showPrivate: boolean;
  readonly pinned: ReadonlySet<string>;
}

export type Look = (key: string, path: Path, offset: number, limit: number) => Promise<unknown>;

const GROUPS: readonly P.Group[] = ['yours', 'widgets', 'forms', 'kept'];

function idOf(key: string, path: Path): string {
  return JSON.stringify([key, ...path]);
}

function matches(entry: P.Entry, search: string): boolean {
  const words = [entry.key, entry.preview, entry.type, entry.owner?.label ?? ''];
  return words.some(word => word.toLowerCase().includes(search));
}

/** The entries that are shown, in groups; pinned ones come first. */
export function grouped(
  entries: Iterable<P.Entry>,
  { search, showPrivate, pinned }: Filter
): [GroupRow['group'], P.Entry[]][] {
  const wanted = search.trim().toLowerCase();
  const shown = [...entries].filter(
    entry => (showPrivate || !entry.key.startsWith('_') || pinned.has(entry.key)) && matches(entry, wanted)
  );
  const isPinned = (entry: P.Entry) => pinned.has(entry.key);
  const groups: [GroupRow['group'], P.Entry[]][] = [
    ['pinned', shown.filter(isPinned)],
    ...GROUPS.map((name): [P.Group, P.Entry[]] => [
      name,
      shown.filter(entry => entry.group === name && !isPinned(entry))
    ])
  ];
  return groups.filter(([, members]) => members.length > 0);
}

export class Tree {
  private readonly _nodes = new Map<string, Node>();
  private readonly _closed = new Set<string>();
  private readonly _shown = new Map<GroupRow['group'], number>();

  /**
   * @param look asks the kernel for entries inside a value
   * @param changed is called when there is something new to draw
   */
  constructor(
    private readonly look: Look,
    private readonly changed: () => void
  ) {}

  rows(entries: ReadonlyMap<string, P.Entry>, filter: Filter): Row[] {
    return grouped(entries.values(), filter).flatMap(([group, members]): Row[] => {
      const id = `group ${group}`;
      const isOpen = !this._closed.has(id) || filter.search.trim() !== '';
      const head: GroupRow = { what: 'group', id, level: 1, group, count: members.length, isOpen };
      return isOpen ? [head, ...this._members(group, members, filter.pinned)] : [head];
    });
  }

  /** The first keys of a group, and how many there are besides. */
  private _members(
    group: GroupRow['group'],
    members: readonly P.Entry[],
    pinned: ReadonlySet<string>
  ): Row[] {
    const shown = this._shown.get(group) ?? KEYS;
    const rows = members.slice(0, shown).flatMap(entry => this._value(entry.key, [], entry, pinned));
    const left = members.length - shown;
    const note: NoteRow = {
      what: 'note',
      id: `more ${group}`,
      level: 2,
      key: '',
      path: [],
      group,
      state: 'more',
      text: '',
      left
    };
    return left > 0 ? [...rows, note] : rows;
  }

  toggle(row: Row): void {
    if (row.what === 'group') {
      if (!this._closed.delete(row.id)) {
        this._closed.add(row.id);
      }
      this.changed();
    } else if (row.what === 'value' && row.value.open) {
      if (this._nodes.has(row.id)) {
        this._close(row.id);
        this.changed();
      } else {
        this._nodes.set(row.id, {
          key: row.key,
          path: row.path,
          children: [],
          total: 0,
          isLoading: false,
          error: '',
          turn: 0
        });
        void this._load(row.id, 0, PAGE);
      }
    }
  }

  /** Show what comes after the keys, or fetch what comes after the entries, that are there. */
  more(row: NoteRow): void {
    if (row.group !== null) {
      this._shown.set(row.group, (this._shown.get(row.group) ?? KEYS) + KEYS);
      this.changed();
      return;
    }
    const id = idOf(row.key, row.path);
    const node = this._nodes.get(id);
    if (node && !node.isLoading) {
      void this._load(id, node.children.length, node.children.length + PAGE);
    }
  }

  /** These keys have other values now: look into them again where they are open, and forget what is gone. */
  refresh(keys: Iterable<string>, entries: ReadonlyMap<string, P.Entry>): void {
    const changed = new Set(keys);
    for (const [id, node] of [...this._nodes]) {
      if (entries.get(node.key)?.open !== true) {
        this._nodes.delete(id);
      } else if (changed.has(node.key)) {
        void this._load(id, 0, Math.max(PAGE, node.children.length));
      }
    }
  }

  private _close(id: string): void {
    const inside = `${id.slice(0, -1)},`;
    for (const other of [...this._nodes.keys()]) {
      if (other === id || other.startsWith(inside)) {
        this._nodes.delete(other);
      }
    }
  }

  /** Fetch the entries of a node from `start` up to `end`, page by page, so that no answer is too large. */
  private async _load(id: string, start: number, end: number): Promise<void> {
    const node = this._nodes.get(id);
    if (!node) {
      return;
    }
    const turn = ++node.turn;
    node.isLoading = true;
    this.changed();
    const found = await this._fetch(node, start, end).catch((reason: unknown) =>
      reason instanceof Error ? reason.message : String(reason)
    );
    if (turn !== node.turn || this._nodes.get(id) !== node) {
      return;
    }
    node.isLoading = false;
    node.error = typeof found === 'string' ? found : '';
    if (typeof found !== 'string') {
      node.children = found.children;
      node.total = found.total;
    }
    this.changed();
  }

  private async _fetch(node: Node, start: number, end: number): Promise<P.Inside> {
    const children = node.children.slice(0, start);
    let total = end;
    while (children.length < Math.min(end, total)) {
      const found = await this.look(node.key, node.path, children.length, PAGE);
      if (!isInside(found)) {
        throw new Error('The kernel sent something that this page does not understand.');
      }
      children.push(...found.children);
      total = found.children.length > 0 ? found.total : children.length;
    }
    return { children, total };
  }

  private _value(key: string, path: Path, value: P.Entry | P.Child, pinned: ReadonlySet<string>): Row[] {
    const id = idOf(key, path);
    const node = this._nodes.get(id);
    const entry = 'key' in value ? value : null;
    const row: ValueRow = {
      what: 'value',
      id,
      level: path.length + 2,
      key,
      path,
      name: entry ? key : (value as P.Child).name,
      value,
      entry,
      isOpen: node !== undefined,
      isPinned: entry !== null && pinned.has(key)
    };
    return node ? [row, ...this._inside(node, row, pinned)] : [row];
  }

  private _inside(node: Node, parent: ValueRow, pinned: ReadonlySet<string>): Row[] {
    const { key, path } = node;
    const rows = node.children.flatMap(child => this._value(key, [...path, child.step], child, pinned));
    const note = (state: NoteRow['state'], left = 0, text = ''): NoteRow => ({
      what: 'note',
      id: `note ${parent.id}`,
      level: parent.level + 1,
      key,
      path,
      group: null,
      state,
      text,
      left
    });
    if (node.error) {
      return [...rows, note('failed', 0, node.error)];
    }
    if (node.isLoading && rows.length === 0) {
      return [note('loading')];
    }
    if (rows.length === 0) {
      return [note('empty')];
    }
    return node.total > node.children.length
      ? [...rows, note('more', node.total - node.children.length)]
      : rows;
  }
}
