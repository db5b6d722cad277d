// Draws our inputs, which are plain widgets, into the empty views that the host makes of them: in a Block, in a box of
// the user's own, in a cell's output.
import { element } from './dom';
import { keepKeys } from './keyboard';
import { kindOf } from './kinds';
import { keepSecret } from './secrets';
import type { Model, View, WidgetManager, WidgetModel, WidgetView } from './host';

/** Asks for a view whose surroundings are ours: look and keys are cared for there. */
export const IN_BLOCK = { jssInBlock: true };

/** Where a manager has what draws: one place for all versions of this bundle, so that none wraps it twice. */
const PAINTER = Symbol.for('jupyter_session_state.painter');

interface Painter {
  draw: (view: WidgetView) => Promise<void>;
}

type Painted = WidgetManager & { [PAINTER]?: Painter };

/** From here on each view that this manager makes of one of our inputs is drawn when its promise is kept. */
export function drawViewsOf(manager: WidgetManager): void {
  const painted: Painted = manager;
  const painter = painted[PAINTER];
  if (painter) {
    painter.draw = draw; // the kernel may have been started again with another version of us
    return;
  }
  wrap(painted);
  for (const model of Object.values(manager._models ?? {})) {
    void model.then(drawWaiting, () => undefined); // one that could not be made is not ours to report
  }
}

function wrap(manager: Painted): void {
  const painter: Painter = { draw };
  const create = manager.create_view.bind(manager);
  manager[PAINTER] = painter;
  manager.create_view = async (model, options = {}) => {
    keepSecret(model);
    const view = await create(model, options);
    await painter.draw(view);
    return view;
  };
}

/** Views that were made before this code came, while a page was loading. */
async function drawWaiting(model: WidgetModel): Promise<void> {
  keepSecret(model);
  if (kindOf(model)) {
    await Promise.all(Object.values(model.views ?? {}).map(async view => draw(await view)));
  }
}

const drawn = new WeakMap<WidgetView, Promise<void>>();

async function draw(view: WidgetView): Promise<void> {
  const kind = kindOf(view.model);
  if (!kind) {
    return;
  }
  const drawing = drawn.get(view) ?? drawFirst(view, kind);
  drawn.set(view, drawing);
  await drawing;
}

async function drawFirst(view: WidgetView, kind: View): Promise<void> {
  const life = new AbortController();
  view.once('remove', () => {
    life.abort();
  });
  const el = view.options?.['jssInBlock'] ? view.el : surround(view.el);
  await kind.render({ model: view.model as unknown as Model, el, signal: life.signal });
}

/** What the app around it does for a control in one, where there is none: the look, and keys that stay in it. */
function surround(el: HTMLElement): HTMLElement {
  el.classList.add('jss-app', 'jss-alone');
  keepKeys(el);
  const control = element('div', 'jss-control');
  el.append(control);
  return control;
}
