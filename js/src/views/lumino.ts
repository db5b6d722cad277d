// Makes views of any widget children of our own one, whose Lumino widget has no layout.
import { luminoClass, luminoWidget } from './host';
import type { LuminoClass, LuminoMessage, LuminoWidget, WidgetView } from './host';

const FORWARDED = new Set([
  'before-attach',
  'after-attach',
  'before-detach',
  'after-detach',
  'before-show',
  'after-show',
  'before-hide',
  'after-hide',
  'resize'
]);

/** Has the shape of a Lumino `Layout`. Without one, children would never hear that they are on screen. */
class SlotLayout {
  parent: LuminoWidget | null = null;
  isDisposed = false;
  readonly #lumino: LuminoClass;
  readonly #children = new Set<LuminoWidget>();

  constructor(lumino: LuminoClass) {
    this.#lumino = lumino;
  }

  [Symbol.iterator](): IterableIterator<LuminoWidget> {
    return this.#children.values();
  }

  init(): void {}
  fit(): void {}
  update(): void {}

  dispose(): void {
    this.isDisposed = true;
    this.#children.clear();
  }

  removeWidget(widget: LuminoWidget): void {
    this.#children.delete(widget);
  }

  add(widget: LuminoWidget, host: HTMLElement, before: Node | null): void {
    const parent = this.parent;
    this.#children.add(widget);
    widget.parent = parent;
    if (!parent?.isAttached) {
      host.insertBefore(widget.node, before);
      return;
    }
    widget.processMessage(this.#lumino.Msg.BeforeAttach);
    host.insertBefore(widget.node, before);
    widget.processMessage(this.#lumino.Msg.AfterAttach);
    if (parent.isVisible) {
      widget.processMessage(this.#lumino.ResizeMessage.UnknownSize);
    }
  }

  processParentMessage(message: LuminoMessage): void {
    if (message.type === 'child-removed' && message.child) {
      this.#detach(message.child);
    } else if (FORWARDED.has(message.type)) {
      this.#forward(message);
    }
  }

  #forward(message: LuminoMessage): void {
    const sent = message.type === 'resize' ? this.#lumino.ResizeMessage.UnknownSize : message;
    const aboutShowing = message.type.endsWith('show') || message.type.endsWith('hide');
    for (const child of [...this.#children]) {
      if (!(aboutShowing && child.isHidden)) {
        child.processMessage(sent);
      }
    }
  }

  #detach(child: LuminoWidget): void {
    const { BeforeDetach, AfterDetach } = this.#lumino.Msg;
    const attached = child.isAttached;
    this.#children.delete(child);
    if (attached) {
      child.processMessage(BeforeDetach);
    }
    child.node.remove();
    if (attached) {
      child.processMessage(AfterDetach);
    }
  }
}

/** Puts views of child widgets into the page as children of `owner`. */
export class Placer {
  readonly #owner: WidgetView | null;
  #layout: SlotLayout | null = null;

  constructor(owner: WidgetView | null) {
    this.#owner = owner;
  }

  /** Whether the view is in the page by our doing or somebody else's. */
  static isPlaced(view: WidgetView): boolean {
    const widget = luminoWidget(view);
    return widget.parent !== null || widget.isAttached;
  }

  place(view: WidgetView, host: HTMLElement, before: Node | null): void {
    const widget = luminoWidget(view);
    const lumino = luminoClass(widget);
    if (!this.#owner) {
      lumino.attach(widget, host, before);
      return;
    }
    if (!this.#layout) {
      this.#layout = new SlotLayout(lumino);
      luminoWidget(this.#owner).layout = this.#layout;
    }
    this.#layout.add(widget, host, before);
  }
}
