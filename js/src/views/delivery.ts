// Messages for many models that came as one, since a notebook server drops what is sent one by one.
import type { WidgetManager, WidgetModel } from './host';

/** What a model's own message holds: `update` with a state, or `custom` with a content. */
export interface Data {
  method: 'update' | 'custom';
  state?: Record<string, unknown>;
  content?: unknown;
}

export interface Delivery {
  op: 'deliver';
  /** They are counted, so that the kernel can tell what a page missed that was loading. */
  number: number;
  messages: [string, Data][];
}

/** How long a model that is not there yet is waited for: a page that is loaded again makes them one by one. */
const PATIENCE = { tries: 120, ms: 250 };

/** What each model is still given, so that messages of two deliveries come in order. */
const queues = new Map<string, Promise<void>>();

export function isDelivery(message: unknown): message is Delivery {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<Delivery>).op === 'deliver' &&
    Array.isArray((message as Partial<Delivery>).messages)
  );
}

/** Hand each message to its model, as if it had come alone; one whose model does not come is for nobody. */
export async function deliver(manager: WidgetManager, { messages }: Delivery): Promise<void> {
  await Promise.all(messages.map(async ([id, data]) => enqueue(manager, id, data)));
}

async function enqueue(manager: WidgetManager, id: string, data: Data): Promise<void> {
  const before = queues.get(id) ?? Promise.resolve();
  const mine = before.then(async () => give(manager, id, data));
  queues.set(id, mine);
  await mine;
  if (queues.get(id) === mine) {
    queues.delete(id);
  }
}

async function give(manager: WidgetManager, id: string, data: Data): Promise<void> {
  const model = await find(manager, id);
  if (!model) {
    return;
  }
  try {
    await hand(model, data);
  } catch (error) {
    console.error('a widget could not take its message', error); // the others get theirs
  }
}

async function find(manager: WidgetManager, id: string): Promise<WidgetModel | undefined> {
  for (let turn = 0; turn < PATIENCE.tries; turn += 1) {
    const model = await manager.get_model(id).catch(() => undefined);
    if (model) {
      return model;
    }
    await new Promise(resolve => {
      setTimeout(resolve, PATIENCE.ms);
    });
  }
  return undefined;
}

async function hand(model: WidgetModel, data: Data): Promise<void> {
  if (model._handle_comm_msg) {
    await model._handle_comm_msg({ content: { data }, buffers: [], parent_header: {} });
  } else if (data.method === 'update') {
    model.set_state?.(data.state ?? {});
  } else {
    model.trigger?.('msg:custom', data.content, []);
  }
}
