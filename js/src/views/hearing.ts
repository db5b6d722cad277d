// anywidget gives a model two seconds to load its code, and refuses all that the kernel sends it if that took longer,
// even once the code is there: on a slow computer an app would stand still for good.
import { ownModel } from './host';
import type { Model, WidgetModel } from './host';

/** A message that every model takes and none does anything about. */
const NOTHING = { content: { data: { method: 'nothing' } }, buffers: [], parent_header: {} };

/** Make sure that a model whose code is there hears the kernel; `late` is called if it had missed messages. */
export async function keepHearing(model: Model, late: () => void): Promise<void> {
  const real = await ownModel(model).catch(() => null);
  try {
    await real?._handle_comm_msg?.(NOTHING); // waits until the model is ready, or has been given up
  } catch {
    if (real && listenWithout(real)) {
      late();
    }
  }
}

/** Let a model take its messages as it would without anywidget. */
function listenWithout(real: WidgetModel): boolean {
  const own = Object.getPrototypeOf(real) as WidgetModel;
  const plain = Object.getPrototypeOf(own) as WidgetModel | null;
  const take = plain?._handle_comm_msg?.bind(real);
  if (!take) {
    return false;
  }
  real._handle_comm_msg = take;
  real.comm?.on_msg(take);
  return true;
}
