// The views of controls, which `drawing.ts` draws: `index.ts` fills the table, since it knows them all.
import type { View, WidgetModel } from './host';

const kinds = new Map<string, View>();

export function addKinds(views: Record<string, View>): void {
  for (const [name, view] of Object.entries(views)) {
    kinds.set(name, view);
  }
}

/** What draws a model that is a plain widget of ours; nothing for those that draw themselves. */
export function kindOf(model: WidgetModel): View | undefined {
  return kinds.get(String(model.get('drawn_by')));
}
