// Narrowing a list of options to what somebody typed.

export type FilterMode = 'fuzzy' | 'contains' | 'prefix' | null;

/** How well a label fits: 0 starts with the text, 1 contains it, 2 has its letters in this order, -1 not at all. */
function rank(label: string, text: string, mode: FilterMode): number {
  const at = label.indexOf(text);
  if (at === 0) {
    return 0;
  }
  if (at > 0 && mode !== 'prefix') {
    return 1;
  }
  return mode === 'fuzzy' && hasInOrder(label, text) ? 2 : -1;
}

function hasInOrder(label: string, text: string): boolean {
  let from = 0;
  for (const letter of text) {
    const at = label.indexOf(letter, from);
    if (at < 0) {
      return false;
    }
    from = at + letter.length;
  }
  return true;
}

/** The labels that fit, the best ones first, else in their order. */
export function matching(labels: readonly string[], typed: string, mode: FilterMode): string[] {
  const text = typed.trim().toLocaleLowerCase();
  if (!text || mode === null) {
    return [...labels];
  }
  const ranked: string[][] = [[], [], []];
  for (const label of labels) {
    ranked[rank(label.toLocaleLowerCase(), text, mode)]?.push(label);
  }
  return ranked.flat();
}
