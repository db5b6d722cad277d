// Stand-ins for what the host brings: a model proxy, a widget manager, and widgets that hang on a Lumino tree.
import { vi } from 'vitest';
import type { Model, WidgetManager, WidgetModel, WidgetView } from '../host';

type Callback = (content: unknown, buffers?: readonly DataView[]) => void;

export class FakeModel implements Model {
  readonly sent: unknown[] = [];
  readonly saved: Record<string, unknown>[] = [];
  readonly #callbacks = new Map<string, Set<Callback>>();
  #dirty: Record<string, unknown> = {};
  widget_manager: WidgetManager;

  constructor(
    readonly state: Record<string, unknown>,
    manager: FakeManager = new FakeManager()
  ) {
    this.widget_manager = manager;
  }

  get(name: string): unknown {
    return this.state[name];
  }

  set(name: string, value: unknown): void {
    this.#dirty[name] = value;
    this.push(name, value);
  }

  save_changes(): void {
    this.saved.push(this.#dirty);
    this.#dirty = {};
  }

  send(content: unknown): void {
    this.sent.push(content);
  }

  on(event: string, callback: Callback): void {
    this.#callbacks.set(event, (this.#callbacks.get(event) ?? new Set()).add(callback));
  }

  off(event: string, callback: Callback): void {
    this.#callbacks.get(event)?.delete(callback);
  }

  /** The kernel sets a trait. */
  push(name: string, value: unknown): void {
    this.state[name] = value;
    this.#trigger(`change:${name}`, undefined);
  }

  /** The kernel sends a custom message. */
  receive(content: unknown, buffers: readonly DataView[] = []): void {
    this.#trigger('msg:custom', content, buffers);
  }

  listeners(): number {
    return [...this.#callbacks.values()].reduce((sum, callbacks) => sum + callbacks.size, 0);
  }

  #trigger(event: string, content: unknown, buffers: readonly DataView[] = []): void {
    for (const callback of [...(this.#callbacks.get(event) ?? [])]) {
      callback(content, buffers);
    }
  }
}

class FakeLumino {
  parent: FakeLumino | null = null;
  isAttached = false;
  isVisible = false;
  isHidden = false;
  layout: unknown = null;

  constructor(readonly node: HTMLElement) {}

  static attach(widget: FakeLumino, host: HTMLElement, before: Node | null): void {
    host.insertBefore(widget.node, before);
    widget.isAttached = true;
  }

  processMessage(): void {}
}

export class FakeManager implements WidgetManager {
  readonly views: Record<string, () => HTMLElement> = {};
  readonly removed: string[] = [];
  readonly created: string[] = [];
  /** What models hold beside their id. */
  readonly states: Record<string, Record<string, unknown>> = {};

  /** Let the model `id` have a view that looks like this. */
  add(id: string, html = '<label class="widget-label">Name</label><input type="text">'): string {
    this.views[id] = () => {
      const el = document.createElement('div');
      el.className = 'jupyter-widgets widget-inline-hbox';
      el.innerHTML = html;
      return el;
    };
    return `IPY_MODEL_${id}`;
  }

  get_model(id: string): Promise<WidgetModel> {
    if (id !== 'own' && !this.views[id]) {
      return Promise.reject(new Error('widget model not found'));
    }
    const get = (name: string) => (name === 'id' || name === '_id' ? id : this.states[id]?.[name]);
    return Promise.resolve({ get, on: vi.fn(), off: vi.fn() });
  }

  create_view(model: WidgetModel, options: Record<string, unknown> = {}): Promise<WidgetView> {
    const id = String(model.get('id'));
    const el = this.views[id]?.() ?? document.createElement('div');
    this.created.push(id);
    const listeners: (() => void)[] = [];
    return Promise.resolve({
      el,
      model,
      options,
      luminoWidget: new FakeLumino(el),
      once: (_event: 'remove', callback: () => void) => listeners.push(callback),
      remove: () => {
        this.removed.push(id);
        el.remove();
        listeners.splice(0).forEach(callback => {
          callback();
        });
      }
    });
  }
}

/** Let promises that are under way settle. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
}
