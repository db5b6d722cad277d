// The view of a container: a frame, and in it the items of the document, patched by message.
import { applyPatch, inheritAll, isPatch } from './document';
import type { Doc, Item } from './document';
import { createFrame } from './frame';
import type { Frame } from './frame';
import { keepHearing } from './hearing';
import { onDispose, ownView } from './host';
import type { InitializeContext, Model, RenderContext } from './host';
import { Placer } from './lumino';
import { isMedia, takeMedia } from './media_shelf';
import { register } from './registry';
import { Slots } from './slots';

const RETRY_MS = 1000;

function docOf(model: Model): Doc {
  return model.get('doc') as Doc;
}

/** Once per model and before any view listens: keep the document up to date. */
function initialize({ model, missed = 0 }: InitializeContext): void {
  let asked = false;
  let last = docOf(model);
  const resync = () => {
    if (!asked) {
      asked = true;
      model.send({ op: 'resync' });
    }
  };
  model.on('change:doc', () => {
    asked = false;
    const doc = docOf(model);
    inheritAll(last, doc);
    last = doc;
  });
  model.on('msg:custom', (message, buffers) => {
    if (isMedia(message)) {
      takeMedia(message, buffers ?? []);
    }
    if (isPatch(message) && applyPatch(docOf(model), message) === 'gap') {
      resync();
    }
  });
  if (missed > 0) {
    resync();
  }
  void keepHearing(model, resync);
}

class BlockView {
  readonly #model: Model;
  readonly #frame: Frame;
  readonly #slots: Slots;
  #busy = false;
  #dirty = false;
  #disposed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(model: Model, frame: Frame, slots: Slots) {
    this.#model = model;
    this.#frame = frame;
    this.#slots = slots;
  }

  /** Bring the page up to the document. One pass at a time; patches during a pass lead to one more. */
  async refresh(): Promise<void> {
    this.#frame.update(docOf(this.#model).props);
    if (this.#busy) {
      this.#dirty = true;
      return;
    }
    this.#busy = true;
    try {
      await this.#passes();
    } finally {
      this.#busy = false;
    }
  }

  async #passes(): Promise<void> {
    await this.#pass();
    while (this.#takeDirty()) {
      await this.#pass();
    }
  }

  #takeDirty(): boolean {
    const dirty = this.#dirty && !this.#disposed;
    this.#dirty = false;
    return dirty;
  }

  async #pass(): Promise<void> {
    const doc = docOf(this.#model);
    const items: Item[] = this.#frame.order([...doc.items]);
    await this.#slots.show(items);
    if (this.#disposed) {
      return;
    }
    this.#slots.markStale(doc.stale);
    this.#frame.filled(this.#slots.views, items.length);
    // After a reload a child's model may be restored later than ours.
    if (this.#slots.incomplete && !this.#retry) {
      this.#retry = setTimeout(() => void this.refresh(), RETRY_MS);
    }
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#retry);
    this.#slots.dispose();
    this.#frame.dispose();
  }
}

async function render({ model, el, signal }: RenderContext): Promise<(() => void) | undefined> {
  const doc = docOf(model);
  const act = (name: string, extra: object = {}) => {
    model.send({ op: 'action', name, ...extra });
  };
  const change = (value: unknown) => {
    docOf(model).props['value'] = value; // the kernel notes it too, and does not send it back
    model.send({ op: 'change', value });
  };
  const frame = createFrame(el, doc.kind, { act, change, manager: model.widget_manager });
  const slots = new Slots(frame.body, model.widget_manager, new Placer(await ownView(model, el)));
  const view = new BlockView(model, frame, slots);
  const unregister = register(el, slots);
  const dispose = onDispose(signal, () => {
    unregister();
    view.dispose();
  });
  model.on('change:doc', () => void view.refresh());
  model.on('msg:custom', message => {
    if (isPatch(message)) {
      void view.refresh();
    } else {
      frame.hear(message);
    }
  });
  await view.refresh();
  return dispose;
}

export const block = { initialize, render };
