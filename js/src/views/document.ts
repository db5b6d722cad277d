// The document of a Block and the patches that change it. Pure: no DOM, no model.

import type { Rules } from './rules';

export interface StaticItem {
  kind: string;
  html: string;
}

export interface ChildItem {
  kind: string;
  child: string;
  /** Sanitised HTML of the help text. */
  help?: string | null;
  label?: 'hidden' | 'collapsed' | null;
  class?: string;
  attrs?: Record<string, string | number | boolean | null>;
  /** The icon before the text of a field, as sanitised HTML. */
  icon?: string;
  /** What a button says, as sanitised HTML, where that is more than a text. */
  html?: string;
  rules?: Rules;
  width?: number;
  height?: number | 'content' | 'stretch';
}

export type Item = StaticItem | ChildItem;
export type Props = Record<string, unknown>;

export interface Doc {
  v: number;
  kind: string;
  props: Props;
  items: Item[];
  stale: number | null;
}

export interface Patch {
  op: 'patch';
  v: number;
  set?: [number, Item][];
  splice?: [number, number, Item[]][];
  props?: Props;
  stale?: number | null;
}

export function isChild(item: Item): item is ChildItem {
  return 'child' in item;
}

export function isPatch(message: unknown): message is Patch {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<Patch>).op === 'patch' &&
    typeof (message as Partial<Patch>).v === 'number'
  );
}

// A static item has no id, so it gets a name when it is first seen. The item that replaces it inherits the name,
// and with it the node on the page.
const names = new WeakMap<Item, string>();
let lastName = 0;

/** The identity of what an item shows: its child's id, or a name that survives being set anew. */
export function identity(item: Item): string {
  if (isChild(item)) {
    return item.child;
  }
  let name = names.get(item);
  if (name === undefined) {
    lastName += 1;
    name = `static-${lastName}`;
    names.set(item, name);
  }
  return name;
}

function inherit(from: Item | undefined, to: Item): void {
  if (from && from !== to && !isChild(from) && !isChild(to) && from.kind === to.kind && !names.has(to)) {
    names.set(to, identity(from));
  }
}

export type Outcome = 'applied' | 'known' | 'gap';

/**
 * Apply a patch in place. Nothing is set on the model: there is no difference that could be sent back, and a view
 * that comes later reads the same array.
 */
export function applyPatch(doc: Doc, patch: Patch): Outcome {
  if (patch.v <= doc.v) {
    return 'known';
  }
  if (patch.v !== doc.v + 1) {
    return 'gap';
  }
  doc.v = patch.v;
  for (const [index, item] of patch.set ?? []) {
    inherit(doc.items[index], item);
    doc.items[index] = item;
  }
  for (const [index, count, items] of patch.splice ?? []) {
    const gone = doc.items.splice(index, count, ...items);
    gone.slice(0, items.length).forEach((old, offset) => {
      inherit(old, items[offset] as Item);
    });
  }
  Object.assign(doc.props, patch.props);
  if (patch.stale !== undefined) {
    doc.stale = patch.stale;
  }
  return 'applied';
}

/** After a resync all items are new objects: let each keep the name of its equal, else of the one in its place. */
export function inheritAll(before: Doc, after: Doc): void {
  const free = new Set(before.items.filter(item => !isChild(item)));
  const claim = (old: Item | undefined, item: Item) => {
    if (old && free.delete(old)) {
      inherit(old, item);
    }
  };
  const equal = new Map([...free].map(item => [JSON.stringify(item), item]));
  const added = after.items.filter(item => !isChild(item));
  for (const item of added) {
    claim(equal.get(JSON.stringify(item)), item);
  }
  after.items.forEach((item, index) => {
    if (!isChild(item) && !names.has(item)) {
      claim(before.items[index], item);
    }
  });
}
