// What users did in a chart stays when it is drawn anew, unless its author says another thing of it.
import { parts } from './option';
import type { Option } from './option';

/** Parts that users change, with the fields in which ECharts has what they did. */
const KEPT: [string, string[]][] = [
  ['dataZoom', ['start', 'end']],
  ['legend', ['selected']],
  ['series', ['center', 'zoom']]
];
/** Series that are moved and zoomed by themselves. */
const ROAMING = new Set(['graph', 'tree', 'sankey']);

/** A description with what was done in the chart of the one before. */
export function withKept(next: Option, before: Option, now: Option): Option {
  const made: Option = { ...next };
  for (const [name, fields] of KEPT) {
    const wanted = parts(next[name]);
    const shown = parts(now[name]);
    if (wanted.length > 0 && same(wanted, parts(before[name]), name)) {
      made[name] = wanted.map((part, number) => ({
        ...part,
        ...taken(part, shown[number] ?? {}, name, fields)
      }));
    }
  }
  return made;
}

/** Whether the author says the same of these parts; of series, of how they are seen. */
function same(wanted: Option[], before: Option[], name: string): boolean {
  const said = (part: Option) =>
    JSON.stringify(name === 'series' ? [part['type'], part['center'], part['zoom'], part['roam']] : part);
  return (
    wanted.length === before.length &&
    wanted.every((part, number) => said(part) === said(before[number] ?? {}))
  );
}

function taken(part: Option, shown: Option, name: string, fields: string[]): Option {
  if (name === 'series' && !(ROAMING.has(String(part['type'])) && part['roam'])) {
    return {};
  }
  // Where a zoom begins can be said as a value too, which would be heard first.
  const values = name === 'dataZoom' ? { startValue: undefined, endValue: undefined } : {};
  const found = Object.fromEntries(
    fields
      .filter(field => shown[field] !== undefined && shown[field] !== null)
      .map(field => [field, shown[field]])
  );
  return Object.keys(found).length > 0 ? { ...values, ...found } : {};
}
