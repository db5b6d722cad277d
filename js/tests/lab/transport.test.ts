import { Signal } from '@lumino/signaling';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../../src/line';
import { TARGET } from '../../src/protocol';
import { OPEN, Transport } from '../../src/transport';
import { settled } from './fakes';

type Handler = (message: unknown) => void;

class FakeComm {
  isOpen = false;
  isDisposed = false;
  sent: unknown[] = [];
  onMsg: Handler = () => undefined;
  onClose: Handler = () => undefined;
  open() {
    this.isOpen = true;
  }
  close() {
    this.isOpen = false;
  }
  send(data: unknown) {
    this.sent.push(data);
  }
}

/** A kernel that says what a test wants, when it wants. */
class FakeKernel {
  status = 'idle';
  connectionStatus = 'connected';
  language = 'python';
  interrupts = 0;
  comms: [string, FakeComm][] = [];
  executed: Record<string, unknown>[] = [];
  answer: (content: object) => void = () => undefined;

  get info() {
    return Promise.resolve({ language_info: { name: this.language } });
  }
  requestExecute(content: Record<string, unknown>) {
    this.executed.push(content);
    const done = new Promise(resolve => {
      this.answer = reply => {
        resolve({ content: reply });
      };
    });
    return { done };
  }
  createComm(target: string) {
    const comm = new FakeComm();
    this.comms.push([target, comm]);
    return comm;
  }
  interrupt() {
    this.interrupts += 1;
    return Promise.resolve();
  }
  get comm(): FakeComm {
    const last = this.comms.at(-1);
    if (!last) {
      throw new Error('no comm was made');
    }
    return last[1];
  }
}

const loaded = (yes: boolean) => ({
  status: 'ok',
  user_expressions: {
    listens: { status: 'ok', data: { 'text/plain': yes ? 'True' : 'False' }, metadata: {} }
  }
});

describe('the way to a kernel', () => {
  let kernel: FakeKernel;
  let session: { kernel: FakeKernel } | null;
  let isWanted: boolean;
  let statuses: Status[];
  let transport: Transport;
  const kernelChanged = new Signal<object, unknown>({});
  const statusChanged = new Signal<object, string>({});
  const connectionStatusChanged = new Signal<object, string>({});
  const make = () => {
    const context = {
      get session() {
        return session;
      },
      kernelChanged,
      statusChanged,
      connectionStatusChanged
    };
    transport = new Transport(context as never, () => isWanted);
    transport.statusChanged.connect((_sender, status) => statuses.push(status));
  };
  const connect = async () => {
    make();
    await settled();
    kernel.answer(loaded(true));
    await settled();
  };

  beforeEach(() => {
    [kernelChanged, statusChanged, connectionStatusChanged].forEach(signal => {
      Signal.disconnectAll(signal.sender);
      Signal.clearData(signal.sender);
    });
    kernel = new FakeKernel();
    session = { kernel };
    isWanted = true;
    statuses = [];
  });

  it('is opened after the kernel was asked by silent code that binds no name', async () => {
    await connect();
    expect(kernel.executed).toEqual([
      {
        code: OPEN,
        silent: true,
        store_history: false,
        stop_on_error: false,
        allow_stdin: false,
        user_expressions: { listens: OPEN }
      }
    ]);
    expect(OPEN).not.toMatch(/^\s*(import|from)\b|=(?!=)(?!\["open"\])/);
    expect(kernel.comms.map(([target]) => target)).toEqual([TARGET]);
    expect(kernel.comm.isOpen).toBe(true);
    expect(transport.status).toBe('open');
  });

  it.each([
    ['the package is not loaded', loaded(false)],
    ['the code failed', { status: 'error', ename: 'AttributeError', evalue: '', traceback: [] }],
    ['the request was given up', { status: 'aborted' }]
  ])('is not opened if %s', async (_why, reply) => {
    make();
    await settled();
    kernel.answer(reply);
    await settled();
    expect(kernel.comms).toEqual([]);
    expect(transport.status).toBe('absent');
  });

  it('is tried if the kernel does not say whether the package is there; the comm then closes by itself', async () => {
    make();
    await settled();
    kernel.answer({ status: 'ok', user_expressions: {} });
    await settled();
    kernel.comm.onClose({});
    expect(transport.status).toBe('absent');
  });

  it('asks nothing of kernels of other languages, of notebooks without apps, or without a kernel', async () => {
    kernel.language = 'R';
    make();
    await settled();
    expect(transport.status).toBe('absent');
    isWanted = false;
    make();
    session = null;
    isWanted = true;
    make();
    await settled();
    expect(kernel.executed).toEqual([]);
  });

  it('is tried again when a cell was executed that may have brought the package', async () => {
    make();
    await settled();
    kernel.answer(loaded(false));
    await settled();
    void transport.retry();
    await settled();
    kernel.answer(loaded(true));
    await settled();
    expect(transport.status).toBe('open');
    await transport.retry();
    expect(kernel.executed.length).toBe(2);
  });

  it('carries messages both ways', async () => {
    await connect();
    const received: unknown[] = [];
    transport.received.connect((_sender, data) => received.push(data));
    kernel.comm.onMsg({ content: { data: { type: 'hello' } } });
    transport.send({ v: 1, type: 'sync', id: 1 });
    expect(received).toEqual([{ type: 'hello' }]);
    expect(kernel.comm.sent).toEqual([{ v: 1, type: 'sync', id: 1 }]);
  });

  it('is new after a restart, and what the old comm says does not count', async () => {
    await connect();
    const old = kernel.comm;
    const received: unknown[] = [];
    transport.received.connect((_sender, data) => received.push(data));
    statusChanged.emit('restarting');
    expect(transport.status).toBe('none');
    old.onMsg({ content: { data: 'late' } });
    old.onClose({});
    statusChanged.emit('idle');
    await settled();
    kernel.answer(loaded(false));
    await settled();
    expect(received).toEqual([]);
    expect(transport.status).toBe('absent');
    expect(statuses).toEqual(['asking', 'open', 'none', 'asking', 'absent'].slice(1));
  });

  it('does not open a comm when the kernel restarted while it was asked', async () => {
    make();
    await settled();
    statusChanged.emit('restarting');
    kernel.answer(loaded(true));
    await settled();
    expect(kernel.comms).toEqual([]);
    expect(transport.status).toBe('none');
  });

  it('leads to another kernel when that is changed', async () => {
    await connect();
    kernel = new FakeKernel();
    session = { kernel };
    kernelChanged.emit({});
    await settled();
    kernel.answer(loaded(true));
    await settled();
    expect(transport.status).toBe('open');
    expect(kernel.comm.isOpen).toBe(true);
  });

  it('says when it was interrupted, since messages may be missing', async () => {
    await connect();
    let times = 0;
    transport.restored.connect(() => times++);
    connectionStatusChanged.emit('connecting');
    connectionStatusChanged.emit('connected');
    expect(times).toBe(1);
    expect(kernel.executed.length).toBe(1);
  });

  it('closes its comm at the end, and hears nothing more', async () => {
    await connect();
    transport.dispose();
    expect(kernel.comm.isOpen).toBe(false);
    statusChanged.emit('idle');
    kernelChanged.emit({});
    await settled();
    expect(kernel.executed.length).toBe(1);
  });

  it('knows whether the kernel is at work, and interrupts it', async () => {
    await connect();
    expect(transport.isBusy).toBe(false);
    kernel.status = 'busy';
    expect(transport.isBusy).toBe(true);
    await transport.interrupt();
    expect(kernel.interrupts).toBe(1);
  });
});
