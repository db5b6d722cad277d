// Data sets as ECharts reads them: by their columns.
import type { TypedColumn } from '../charts/columns';
import type { Tables } from './option';

/** All tables, each as lists of values by the names of its columns. */
export function sources(tables: Record<string, Map<string, TypedColumn>>): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, columns]) => [
      name,
      Object.fromEntries([...columns].map(([column, { kind, values }]) => [column, listed(kind, values)]))
    ])
  );
}

/** Moments are texts, which read well on an axis of names too; a day alone where all have no time. */
function listed(kind: string, values: unknown[]): unknown[] {
  if (kind !== 'wall' && kind !== 'instant') {
    return values;
  }
  const texts = values.map(value => (value instanceof Date ? isoText(value, kind) : null));
  const areDays = kind === 'wall' && texts.every(text => text === null || text.endsWith('T00:00:00.000'));
  return texts.map(text => text && (areDays ? text.slice(0, 10) : text.replace(/\.000(?=Z?$)/, '')));
}

function isoText(value: Date, kind: string): string {
  if (kind === 'instant') {
    return value.toISOString();
  }
  const wall = new Date(value);
  wall.setMinutes(wall.getMinutes() - wall.getTimezoneOffset());
  return wall.toISOString().slice(0, -1);
}
