// How large the parts of a chart are to be.
import type { ChartState } from '../../views/chart';

export type Spec = Record<string, unknown>;

const MANY = ['hconcat', 'concat', 'facet', 'repeat'];

function has(spec: Spec, ...names: string[]): boolean {
  return names.some(name => name in spec);
}

export function isFacet(spec: Spec): boolean {
  const encoding = (spec['encoding'] ?? {}) as Spec;
  return has(spec, 'facet') || has(encoding, 'row', 'column', 'facet');
}

/** Whether one view fills all of the chart, so that its width can be that of the page. */
export function isSingle(spec: Spec): boolean {
  return !has(spec, ...MANY, 'vconcat') && !isFacet(spec);
}

const SIGN = 40; // pixels of a legend's sign, with the gaps around it
const LETTER = 7;
const LONGEST = 24; // letters of a name that are shown

/** How many names of a legend fit side by side, if the longest has so many letters. */
export function legendColumns(longest: number, width: number): number {
  return Math.max(1, Math.floor(width / (SIGN + LETTER * Math.min(longest, LONGEST))));
}

/** Whether a legend of this description has other columns at another width. */
export function wrapsOtherwise(spec: string, before: number, now: number): boolean {
  return [...spec.matchAll(/"jss:columns:(\d+)"/g)].some(
    ([, longest]) => legendColumns(Number(longest), before) !== legendColumns(Number(longest), now)
  );
}

/** The description with the sizes that were asked for; `spare` is what axes and legends took last time. */
export function sized(spec: Spec, state: ChartState, spare: number): Spec {
  const made: Spec = { ...spec };
  const single = isSingle(spec);
  if (!('autosize' in made)) {
    made['autosize'] = { type: single ? 'fit' : 'pad', contains: 'padding' };
  }
  const width = typeof state.width === 'number' ? state.width : state.width === 'stretch' ? state.room : null;
  if (width !== null && single) {
    made['width'] = width;
  } else if (width !== null && Array.isArray(spec['vconcat'])) {
    made['vconcat'] = (spec['vconcat'] as Spec[]).map(part =>
      isSingle(part) ? { ...part, width: Math.max(50, width - spare) } : part
    );
  }
  if (typeof state.height === 'number' && single) {
    made['height'] = state.height;
  }
  return made;
}
