// How a view hears of its model, as long as it is shown.
import { onDispose } from './host';
import type { Model, RenderContext } from './host';

/** What is called for an event of the model. */
type Heard = Readonly<Record<string, Parameters<Model['on']>[1]>>;

/** The events of traits that changed. */
export function changes(traits: readonly string[], call: () => void): Heard {
  return Object.fromEntries(traits.map(name => [`change:${name}`, call]));
}

/** Hear of events until the view goes. */
export function follow({ model, signal }: RenderContext, heard: Heard, dispose?: () => void) {
  const events = Object.entries(heard);
  events.forEach(([event, call]) => {
    model.on(event, call);
  });
  return onDispose(signal, () => {
    events.forEach(([event, call]) => {
      model.off(event, call);
    });
    dispose?.();
  });
}

interface Followed {
  /** The model's traits changed. */
  update(): void;
  /** Its value did. */
  adopt?(): void;
  dispose?(): void;
}

/** A view that is updated when some of its traits change, and adopts a new value. */
export function followed(
  traits: readonly string[],
  made: (model: Model, el: HTMLElement) => Followed
): (context: RenderContext) => (() => void) | undefined {
  return context => {
    const view = made(context.model, context.el);
    const update = changes(traits, () => {
      view.update();
    });
    const adopt = view.adopt
      ? changes(['value'], () => {
          view.adopt?.();
        })
      : {};
    return follow(context, { ...update, ...adopt }, () => view.dispose?.());
  };
}
