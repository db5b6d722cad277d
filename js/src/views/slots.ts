// Keeps the nodes of a Block's body equal to its items: what stays is neither moved nor made again.
import { identity, isChild } from './document';
import type { Item, StaticItem } from './document';
import { element, setHtml } from './dom';
import { drawViewsOf, IN_BLOCK } from './drawing';
import { moveNode, rememberFocus, restoreFocus } from './focus';
import { modelId } from './host';
import type { WidgetManager, WidgetView } from './host';
import type { Placer } from './lumino';
import { mend, unavailable } from './mend';
import type { Mended } from './mend';
import { morphHtml } from './morph';

interface Entry {
  key: string;
  item: Item;
  node: HTMLElement;
  view?: WidgetView;
  mended?: Mended;
  failed?: boolean;
}

/** Nodes of children on screen, by child: a child may come into one Block before it leaves another. */
const shown = new Map<string, Set<HTMLElement>>();

export class Slots {
  readonly #manager: WidgetManager;
  readonly #placer: Placer;
  readonly #host: HTMLElement;
  #entries: Entry[] = [];
  #disposed = false;

  constructor(host: HTMLElement, manager: WidgetManager, placer: Placer) {
    this.#host = host;
    this.#manager = manager;
    this.#placer = placer;
    drawViewsOf(manager);
  }

  /** The views of the child widgets, in order. */
  get views(): WidgetView[] {
    return this.#entries.flatMap(entry => entry.view ?? []);
  }

  /** Whether a child could not be drawn, so that another pass may help. */
  get incomplete(): boolean {
    return this.#entries.some(entry => entry.failed);
  }

  /** Show these items, in this order. New children are made first, then all is placed in one go. */
  async show(items: readonly Item[]): Promise<void> {
    const known = new Map(this.#entries.filter(entry => !entry.failed).map(entry => [entry.key, entry]));
    const kept = new Set<Entry>();
    const take = (item: Item): Entry | Promise<Entry> => {
      const entry = known.get(identity(item));
      if (!entry || kept.has(entry)) {
        return this.#make(item);
      }
      kept.add(entry);
      return entry;
    };
    const next = await Promise.all(items.map(async item => take(item)));
    if (this.#disposed) {
      next
        .filter(entry => !kept.has(entry))
        .forEach(entry => {
          drop(entry);
        });
      return;
    }
    const gone = this.#entries.filter(entry => !kept.has(entry));
    const root = this.#host.closest('.jss-app');
    this.#entries = next;
    next.forEach((entry, index) => {
      update(entry, items[index]);
    });
    gone.forEach(entry => {
      drop(entry, root);
    });
    this.#place();
  }

  /** Dim the items from this index on. */
  markStale(from: number | null): void {
    this.#entries.forEach((entry, index) => {
      entry.node.classList.toggle('jss-stale', from !== null && index >= from);
    });
  }

  dispose(): void {
    this.#disposed = true;
    const root = this.#host.closest('.jss-app');
    this.#entries.forEach(entry => {
      drop(entry, root);
    });
    this.#entries = [];
  }

  async #make(item: Item): Promise<Entry> {
    const key = identity(item);
    if (!isChild(item)) {
      return { key, item, node: staticNode(item) };
    }
    try {
      const model = await this.#manager.get_model(modelId(item.child));
      const view = await this.#manager.create_view(model, IN_BLOCK);
      return { key, item, view, node: view.el, mended: mend(view.el, item, model) };
    } catch (error) {
      return { key, item, node: unavailable(error), failed: true };
    }
  }

  #place(): void {
    let cursor = this.#host.firstChild;
    for (const entry of this.#entries) {
      if (entry.node === cursor) {
        cursor = cursor.nextSibling;
      } else {
        this.#insert(entry, cursor);
      }
    }
  }

  #insert(entry: Entry, before: Node | null): void {
    if (entry.node.parentNode === this.#host) {
      moveNode(this.#host, entry.node, before);
    } else if (entry.view) {
      this.#placer.place(entry.view, this.#host, before);
      remember(entry);
      restoreFocus(entry.key, entry.node);
    } else {
      this.#host.insertBefore(entry.node, before);
    }
  }
}

/** `jss-item` gives it the look of content, which the saved picture shares. */
function staticNode(item: StaticItem): HTMLElement {
  const node = element('div', `jss-box jss-item jss-box-${item.kind}`);
  setHtml(node, item.html);
  return node;
}

function update(entry: Entry, item: Item | undefined): void {
  if (!item || entry.item === item) {
    return;
  }
  if (isChild(item)) {
    entry.mended?.update(item);
  } else {
    updateStatic(entry, item);
  }
  entry.item = item;
}

function updateStatic(entry: Entry, item: StaticItem): void {
  if ((entry.item as StaticItem).html !== item.html) {
    morphHtml(entry.node, item.html);
  }
}

function remember(entry: Entry): void {
  const nodes = shown.get(entry.key) ?? new Set();
  shown.set(entry.key, nodes.add(entry.node));
}

function forget(entry: Entry): void {
  const nodes = shown.get(entry.key);
  nodes?.delete(entry.node);
  if (nodes?.size === 0) {
    shown.delete(entry.key);
  }
}

/** Remove an entry; if the same child is elsewhere in this app, the focus goes there. */
function drop(entry: Entry, root: Element | null = null): void {
  if (!entry.view) {
    entry.node.remove();
    return;
  }
  rememberFocus(entry.key, entry.node);
  forget(entry);
  entry.mended?.dispose();
  entry.view.remove();
  for (const node of shown.get(entry.key) ?? []) {
    if (root?.contains(node)) {
      restoreFocus(entry.key, node);
    }
  }
}
