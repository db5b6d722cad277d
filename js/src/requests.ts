// What was asked of the kernel and is not answered yet.
import type * as P from './protocol';

export type Code = P.Error['code'] | 'timeout' | 'gone';

/** A question that came to nothing; `message` is for a person. */
export class RequestError extends Error {
  constructor(
    readonly code: Code,
    message: string
  ) {
    super(message);
  }
}

/** Milliseconds an idle kernel has; one that is busy answers when it is done. */
export const PATIENCE = 10_000;

interface Pending {
  resolve: (result: P.Json) => void;
  reject: (reason: RequestError) => void;
  timer: ReturnType<typeof setTimeout>;
}

export class Requests {
  private _next = 1;
  private readonly _pending = new Map<number, Pending>();

  /** @param isBusy whether the kernel is at work, so that an answer may take as long as that. */
  constructor(private readonly isBusy: () => boolean) {}

  get waiting(): number {
    return this._pending.size;
  }

  /** Number a question, send it, and wait for its answer. */
  ask(send: (id: number) => void): Promise<P.Json> {
    const id = this._next++;
    return new Promise((resolve, reject) => {
      const expire = () => {
        const pending = this._pending.get(id);
        if (pending && this.isBusy()) {
          pending.timer = setTimeout(expire, PATIENCE);
        } else if (this._pending.delete(id)) {
          reject(new RequestError('timeout', 'The kernel did not answer.'));
        }
      };
      this._pending.set(id, { resolve, reject, timer: setTimeout(expire, PATIENCE) });
      try {
        send(id);
      } catch (error) {
        this._take(id);
        reject(
          error instanceof RequestError ? error : new RequestError('gone', 'The kernel cannot be reached.')
        );
      }
    });
  }

  /** Take an answer; one that nobody waits for any longer is let go. */
  settle(reply: P.Reply): void {
    const pending = this._take(reply.id);
    if (!pending) {
      return;
    }
    if (reply.ok) {
      pending.resolve(reply.result);
    } else {
      const { code, message } = reply.error ?? { code: 'failed', message: 'The kernel did not say why.' };
      pending.reject(new RequestError(code, message));
    }
  }

  /** Nothing will be answered any more. */
  drop(): void {
    for (const id of [...this._pending.keys()]) {
      this._take(id)?.reject(new RequestError('gone', 'The kernel was restarted or is gone.'));
    }
  }

  private _take(id: number): Pending | undefined {
    const pending = this._pending.get(id);
    if (pending) {
      clearTimeout(pending.timer);
      this._pending.delete(id);
    }
    return pending;
  }
}
