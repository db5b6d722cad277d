// What is wrong with a description, in words that help.
import type { Spec } from './sizes';

const VIEWS = ['mark', 'layer', 'concat', 'hconcat', 'vconcat', 'facet', 'repeat'];
const MARKS =
  'arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail'.split(
    ' '
  );

/** Throw if a description can be no chart; the library itself would say so in riddles. */
export function check(spec: Spec): void {
  if (!VIEWS.some(name => name in spec)) {
    throw new Error(`its description has none of ${VIEWS.join(', ')}.`);
  }
  const mark = spec['mark'];
  const type = typeof mark === 'object' && mark !== null ? (mark as Spec)['type'] : mark;
  if ('mark' in spec && !MARKS.includes(String(type))) {
    throw new Error(`there is no mark ${JSON.stringify(type)}. There are ${MARKS.join(', ')}.`);
  }
  for (const name of VIEWS) {
    const parts = spec[name];
    if (Array.isArray(parts)) {
      parts.filter(isSpec).forEach(check);
    }
  }
  if ('spec' in spec) {
    check(spec['spec'] as Spec);
  }
}

/** What is repeated are names. */
function isSpec(part: unknown): part is Spec {
  return typeof part === 'object' && part !== null;
}

/** What the library says of a description, as the words of that library. */
export function told(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`Vega could not read its description (${message}).`);
}
