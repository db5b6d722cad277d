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
  messages: [string, Data][];
}

export function isDelivery(message: unknown): message is Delivery {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<Delivery>).op === 'deliver' &&
    Array.isArray((message as Partial<Delivery>).messages)
  );
}

/** Hand each message to its model, as if it had come alone; one whose model is gone is for nobody. */
export async function deliver(manager: WidgetManager, { messages }: Delivery): Promise<void> {
  await Promise.all(
    messages.map(async ([id, data]) => {
      const model = await manager.get_model(id).catch(() => undefined);
      if (model) {
        await hand(model, data);
      }
    })
  );
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
