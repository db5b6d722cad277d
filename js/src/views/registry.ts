// Which Block is drawn in which element, and what to do about values that are still on their way.
import type { Slots } from './slots';
import type { WidgetModel } from './host';

const drawn = new WeakMap<Element, Slots>();

export function register(el: Element, slots: Slots): () => void {
  drawn.set(el, slots);
  return () => drawn.delete(el);
}

function* modelsIn(root: Element): Iterable<WidgetModel> {
  for (const el of [root, ...root.querySelectorAll('.jss-block')]) {
    for (const view of drawn.get(el)?.views ?? []) {
      yield view.model;
    }
  }
}

/**
 * Send the values that wait for the kernel's answer to an earlier one. A click is sent at once, so without this it
 * would overtake them, and a form would be submitted without its last value.
 */
export function flushValues(root: Element): void {
  for (const model of modelsIn(root)) {
    flushModel(model);
  }
}

/** The same for one model. */
export function flushModel(model: WidgetModel): void {
  const waiting = model._msg_buffer;
  if (waiting && model.send_sync_message) {
    model._msg_buffer = null;
    const sent = model.send_sync_message(waiting, model._msg_buffer_callbacks ?? undefined);
    model.rememberLastUpdateFor?.(sent);
  }
}
