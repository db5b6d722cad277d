// The comm to one kernel. It is opened only after the kernel was asked, by executing code, to listen: in Voilà,
// where visitors may open comms but execute nothing, the target therefore does not exist.
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { JSONValue } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';
import type { Line, Status } from './line';
import type { FromPage } from './protocol';
import { TARGET } from './protocol';

/**
 * Lets the package listen, if it is loaded and has an app; is false if it does not. Binds no name of the notebook, so
 * nothing of the user's is touched.
 */
export const OPEN =
  '"jupyter_session_state" in __import__("sys").modules and ' +
  '__import__("jupyter_session_state._jupyter.inspector", fromlist=["open"]).open()';
const GONE: ReadonlySet<string> = new Set(['restarting', 'autorestarting', 'terminating', 'dead']);

/** Whether a kernel said that it does not listen. What cannot be told counts as yes: the comm then closes by itself. */
function saysNo(content: KernelMessage.IExecuteReplyMsg['content']): boolean {
  if (content.status !== 'ok') {
    return true;
  }
  const { listens } = content.user_expressions as { listens?: { data?: { 'text/plain'?: unknown } } };
  return listens?.data?.['text/plain'] === 'False';
}

export class Transport implements Line {
  isDisposed = false;
  private _status: Status = 'none';
  private _comm: Kernel.IComm | null = null;
  private _turn = 0;
  private readonly _statusChanged = new Signal<this, Status>(this);
  private readonly _restored = new Signal<this, void>(this);
  private readonly _received = new Signal<this, unknown>(this);

  /**
   * @param context the notebook's session
   * @param isWanted whether there is anything in the notebook to ask a kernel about
   */
  constructor(
    private readonly context: ISessionContext,
    private readonly isWanted: () => boolean
  ) {
    context.kernelChanged.connect(this._onKernel, this);
    context.statusChanged.connect(this._onKernelStatus, this);
    context.connectionStatusChanged.connect(this._onConnection, this);
    void this.ask();
  }

  get status(): Status {
    return this._status;
  }

  get isBusy(): boolean {
    return this._kernel?.status === 'busy';
  }

  get statusChanged(): ISignal<this, Status> {
    return this._statusChanged;
  }

  get restored(): ISignal<this, void> {
    return this._restored;
  }

  get received(): ISignal<this, unknown> {
    return this._received;
  }

  /** Ask the kernel to listen, unless it does or nothing is wanted of it. */
  async ask(): Promise<void> {
    const kernel = this._kernel;
    if (!kernel || this._status !== 'none' || !this.isWanted()) {
      return;
    }
    const turn = ++this._turn;
    this._set('asking');
    const listens = await this._listens(kernel).catch(() => false);
    if (turn !== this._turn) {
      return; // the kernel was restarted or exchanged, or nobody wants it any more
    }
    if (listens) {
      this._open(kernel);
    } else {
      this._set('absent');
    }
  }

  /** Something happened in the kernel that may have brought the package: ask again, also if it was not there. */
  async retry(): Promise<void> {
    if (this._status === 'absent') {
      this._set('none');
    }
    await this.ask();
  }

  send(message: FromPage): void {
    this._comm?.send(message as unknown as JSONValue);
  }

  async interrupt(): Promise<void> {
    await this._kernel?.interrupt();
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.isDisposed = true;
    const comm = this._comm;
    this._leave();
    if (comm && !comm.isDisposed && this._kernel?.connectionStatus === 'connected') {
      comm.close();
    }
    this.context.kernelChanged.disconnect(this._onKernel, this);
    this.context.statusChanged.disconnect(this._onKernelStatus, this);
    this.context.connectionStatusChanged.disconnect(this._onConnection, this);
    Signal.clearData(this);
  }

  private get _kernel(): Kernel.IKernelConnection | null {
    return this.context.session?.kernel ?? null;
  }

  private async _listens(kernel: Kernel.IKernelConnection): Promise<boolean> {
    const info = await kernel.info;
    if (info.language_info.name !== 'python') {
      return false;
    }
    const future = kernel.requestExecute(
      {
        code: OPEN,
        silent: true,
        store_history: false,
        stop_on_error: false,
        allow_stdin: false,
        user_expressions: { listens: OPEN } // its value, so that no comm is opened which a kernel would log as unknown
      },
      true
    );
    const reply = await future.done;
    return !saysNo(reply.content);
  }

  private _open(kernel: Kernel.IKernelConnection): void {
    const comm = kernel.createComm(TARGET);
    comm.onMsg = message => {
      if (comm === this._comm) {
        this._received.emit(message.content.data);
      }
    };
    comm.onClose = () => {
      if (comm === this._comm) {
        this._comm = null;
        this._set('absent');
      }
    };
    this._comm = comm;
    this._set('open');
    comm.open();
  }

  private _set(status: Status): void {
    if (status !== this._status) {
      this._status = status;
      this._statusChanged.emit(status);
    }
  }

  /** The kernel that was spoken to is no more, or is not spoken to any more. */
  private _leave(): void {
    this._turn += 1;
    this._comm = null;
    this._set('none');
  }

  private _onKernel(): void {
    this._leave();
    void this.ask();
  }

  private _onKernelStatus(_sender: unknown, status: string): void {
    if (GONE.has(status)) {
      this._leave();
    } else if (this._status === 'none' && status === 'idle') {
      void this.ask();
    }
  }

  private _onConnection(_sender: unknown, status: string): void {
    if (status !== 'connected') {
      return;
    }
    if (this._status === 'open') {
      this._restored.emit();
    } else if (this._status === 'none') {
      void this.ask();
    }
  }
}
