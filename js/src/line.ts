import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';
import type { FromPage } from './protocol';

/** Whether a kernel listens: not asked yet, asked, yes, no. */
export type Status = 'none' | 'asking' | 'open' | 'absent';

/** A way to the kernel. */
export interface Line extends IDisposable {
  readonly status: Status;
  readonly isBusy: boolean;
  readonly statusChanged: ISignal<unknown, Status>;
  /** The way was interrupted for a moment, so messages may be missing. */
  readonly restored: ISignal<unknown, void>;
  readonly received: ISignal<unknown, unknown>;
  send(message: FromPage): void;
  interrupt(): Promise<void>;
}
