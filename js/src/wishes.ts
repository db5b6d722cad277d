// What the parts of a page want to be told, taken together: the kernel is asked for one app at a time.
import type * as P from './protocol';

/** What somebody on the page wants to be told; the app of the first in rank is watched. */
export interface Wish {
  app: string;
  state: boolean;
  history: boolean;
  rank: number;
}

export type Watched = Omit<P.Watch, 'v' | 'id'>;

export const NOTHING: Watched = { type: 'watch', app: null, state: false, history: false };

export class Wishes {
  private readonly _of = new Map<object, Wish>();

  /** Note what `who` wants; nothing any more without a wish. */
  set(who: object, wish: Wish | null): void {
    if (wish) {
      this._of.set(who, wish);
    } else {
      this._of.delete(who);
    }
  }

  /** What is to be watched for all of them. */
  get together(): Watched {
    const first = [...this._of.values()].sort((one, other) => one.rank - other.rank)[0];
    const same = [...this._of.values()].filter(({ app }) => app === first?.app);
    return first
      ? {
          ...NOTHING,
          app: first.app,
          state: same.some(({ state }) => state),
          history: same.some(({ history }) => history)
        }
      : NOTHING;
  }
}
