// What is typed into password fields is in no notebook, also where the state of widgets is saved with it.
import type { WidgetModel } from './host';

type State = Record<string, unknown>;
type Saved = WidgetModel & { get_state?: (dropDefaults?: boolean) => State };

const kept = new WeakSet<WidgetModel>();

/** Have the model of a password field, ours or the user's own, leave its value out of what is saved. */
export function keepSecret(model: WidgetModel): void {
  const saved: Saved = model;
  if (kept.has(model) || model.get('_model_name') !== 'PasswordModel' || !saved.get_state) {
    return;
  }
  kept.add(model);
  const whole = saved.get_state.bind(saved);
  saved.get_state = dropDefaults => {
    return Object.fromEntries(Object.entries(whole(dropDefaults)).filter(([name]) => name !== 'value'));
  };
}
