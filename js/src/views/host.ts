// The edge to the host: anywidget's model proxy, the widget manager and Lumino, typed by what we use of them.
// None of these can be imported here, since the host brings its own copies; so they are typed by shape.

/** anywidget's proxy of a model, narrowed: events carry `unknown`, which the receiver checks. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  send(content: unknown, callbacks?: object, buffers?: ArrayBuffer[]): void;
  on(event: string, callback: (content: unknown, buffers?: readonly DataView[]) => void): void;
  off(event: string, callback: (content: unknown, buffers?: readonly DataView[]) => void): void;
  widget_manager: WidgetManager;
}

/** What anywidget hands to `render`; `signal` is missing before anywidget 0.11. */
export interface RenderContext {
  model: Model;
  el: HTMLElement;
  signal?: AbortSignal;
}

export interface InitializeContext {
  model: Model;
  /** Messages that arrived before this code did. */
  missed?: number;
}

type Disposer = (() => void) | undefined;

export interface View {
  initialize(context: InitializeContext): void;
  /** What it returns, if anything, is called when the view goes. */
  render(context: RenderContext): Disposer | Promise<Disposer>;
}

/** What hosts draw values of other kinds with. */
export interface Rendermime {
  mimeTypes: readonly string[];
  createModel(options: { data: Record<string, string> }): unknown;
  createRenderer(mimeType: string): {
    node: HTMLElement;
    renderModel(model: unknown): Promise<void>;
  };
}

export interface WidgetManager {
  get_model(id: string): Promise<WidgetModel>;
  create_view(model: WidgetModel, options?: object): Promise<WidgetView>;
  /** All models there are (not public; may be absent). */
  _models?: Record<string, Promise<WidgetModel>>;
  /** What the host draws values with; JupyterLab's and Voilà's managers know it. */
  rendermime?: Rendermime;
  /** They know their kernel too. */
  kernel?: { interrupt?(): Promise<void> } | null;
}

/** A real Backbone model of ipywidgets. */
export interface WidgetModel {
  get(name: string): unknown;
  on(event: string, callback: () => void, context?: object): void;
  off(event: string | null, callback: null, context: object): void;
  views?: Record<string, Promise<WidgetView>>;
  /** State that waits for the kernel's answer to an earlier message (not public; may be absent). */
  _msg_buffer?: object | null;
  _msg_buffer_callbacks?: object | null;
  send_sync_message?(state: object, callbacks?: object): string;
  rememberLastUpdateFor?(messageId: string): void;
  /** Takes a message of the kernel (not public either); what it comes to is beside it. */
  _handle_comm_msg?(message: object): Promise<void>;
  /** The line to the kernel; who listens to it last is the only one. */
  comm?: { on_msg(callback: (message: object) => Promise<void>): void };
  set_state?(state: Record<string, unknown>): void;
  trigger?(event: string, ...rest: unknown[]): void;
}

export interface WidgetView {
  el: HTMLElement;
  model: WidgetModel;
  /** What the view was asked for with. */
  options?: Record<string, unknown>;
  once(event: 'remove', callback: () => void): void;
  remove(): void;
  luminoWidget?: LuminoWidget;
  /** The name before ipywidgets 8. */
  pWidget?: LuminoWidget;
}

export interface LuminoMessage {
  type: string;
  child?: LuminoWidget;
}

export interface LuminoWidget {
  node: HTMLElement;
  parent: LuminoWidget | null;
  layout: unknown;
  isAttached: boolean;
  isVisible: boolean;
  isHidden: boolean;
  processMessage(message: LuminoMessage): void;
}

/** Lumino's class `Widget`, with the messages it owns. */
export interface LuminoClass {
  attach(widget: LuminoWidget, host: HTMLElement, before: Node | null): void;
  Msg: Record<'BeforeAttach' | 'AfterAttach' | 'BeforeDetach' | 'AfterDetach', LuminoMessage>;
  ResizeMessage: { UnknownSize: LuminoMessage };
}

const REFERENCE = 'IPY_MODEL_';

/** The model id in a reference such as `IPY_MODEL_12ab`. */
export function modelId(reference: string): string {
  return reference.startsWith(REFERENCE) ? reference.slice(REFERENCE.length) : reference;
}

export function luminoWidget(view: WidgetView): LuminoWidget {
  const widget = view.luminoWidget ?? view.pWidget;
  if (!widget) {
    throw new Error('this front end shows widgets without Lumino');
  }
  return widget;
}

/** Find the class `Widget`, which owns `attach`, among the ancestors of a widget's class. */
export function luminoClass(widget: LuminoWidget): LuminoClass {
  let found: unknown = widget.constructor;
  while (typeof found === 'function' && !Object.hasOwn(found, 'attach')) {
    found = Object.getPrototypeOf(found);
  }
  return found as LuminoClass;
}

/** The model that anywidget's proxy hides. */
export async function ownModel(model: Model): Promise<WidgetModel> {
  return model.widget_manager.get_model(String(model.get('_id')));
}

/** The view object whose element anywidget gave us, or null where there is none. */
export async function ownView(model: Model, el: HTMLElement): Promise<WidgetView | null> {
  const real = await ownModel(model);
  for (const promise of Object.values(real.views ?? {})) {
    const view = await promise;
    if (view.el === el) {
      return view;
    }
  }
  return null;
}

/** Run `callback` when the view goes: anywidget 0.11 gives a signal, older ones call what `render` returns. */
export function onDispose(signal: AbortSignal | undefined, callback: () => void): (() => void) | undefined {
  if (!signal) {
    return callback;
  }
  signal.addEventListener('abort', callback, { once: true });
  return undefined;
}
