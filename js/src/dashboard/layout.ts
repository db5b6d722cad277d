// How a notebook's dashboard is laid out, as its metadata says; a notebook is a file that anybody may have edited.
import { isRecord } from '../checks';

export const METADATA = 'jupyter_session_state';

export type Columns = 1 | 2 | 3;
export const COLUMNS: readonly Columns[] = [1, 2, 3];

export interface Layout {
  readonly columns: Columns;
  /** The names of the apps that are shown; null for all. */
  readonly apps: readonly string[] | null;
}

export function readLayout(metadata: unknown): Layout {
  const dashboard = isRecord(metadata) ? metadata['dashboard'] : undefined;
  const { columns, apps } = isRecord(dashboard) ? dashboard : { columns: 1, apps: null };
  const names = Array.isArray(apps) ? apps.filter(name => typeof name === 'string') : [];
  return {
    columns: COLUMNS.find(count => count === columns) ?? 1,
    apps: names.length > 0 ? names : null
  };
}

/** The metadata with another layout; what else is in it stays. */
export function withLayout(metadata: unknown, { columns, apps }: Layout): Record<string, unknown> {
  return { ...(isRecord(metadata) ? metadata : {}), dashboard: { columns, apps: apps && [...apps] } };
}

export interface AppCell {
  readonly id: string;
  readonly name: string;
}

/** Those that are shown: the one the dashboard is about, or those of the layout; all if it names none that is there. */
export function shown<C extends AppCell>(
  cells: readonly C[],
  one: string | null,
  { apps }: Layout
): readonly C[] {
  if (one !== null) {
    return cells.filter(({ name }) => name === one);
  }
  const chosen = apps && cells.filter(({ name }) => apps.includes(name));
  return chosen && chosen.length > 0 ? chosen : cells;
}

/** The layout after an app was ticked or unticked; the last one cannot be taken away. */
export function toggled(layout: Layout, name: string, all: readonly string[]): Layout {
  const before = layout.apps ?? all;
  const apps = before.includes(name) ? before.filter(other => other !== name) : [...before, name];
  if (apps.length === 0) {
    return layout;
  }
  return { ...layout, apps: all.every(other => apps.includes(other)) ? null : apps };
}
