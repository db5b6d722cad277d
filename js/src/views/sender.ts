// Sends files to the kernel in pieces, as binary buffers, a few of them unanswered at a time. The kernel's end is
// uploads.py in the core, which has the same words.
import { asFileInfo } from './files';
import type { Chosen, FileInfo } from './files';
import type { Model } from './host';

/** Well below what servers take as one message. */
export const PIECE = 1024 * 1024;
/** Pieces on their way: enough to keep the line busy, few enough to stop at once when the kernel refuses. */
const UNANSWERED = 4;
const AT_ONCE = 3;

function randomName(): string {
  const words = crypto.getRandomValues(new Uint32Array(3)); // randomUUID is missing where a page is not secure
  return [...words].map(word => word.toString(36)).join('');
}

/** The kernel forgets what another page left half sent. */
const PAGE = randomName();

export interface Sending {
  /** Rejects with an `Error` whose message is for the person. */
  readonly done: Promise<FileInfo>;
  /** Give it up, or take it back as long as it is no part of a value. */
  cancel(): void;
}

type Progress = (received: number) => void;

class Transfer implements Sending {
  readonly id = randomName();
  readonly done: Promise<FileInfo>;
  readonly #model: Model;
  readonly #chosen: Chosen;
  readonly #progress: Progress;
  #settle!: { resolve: (info: FileInfo) => void; reject: (error: Error) => void };
  #sent = 0;
  #received = 0;
  #isReading = false;
  #isOver = false;

  constructor(model: Model, chosen: Chosen, progress: Progress) {
    this.#model = model;
    this.#chosen = chosen;
    this.#progress = progress;
    this.done = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  start(): void {
    const { file, name } = this.#chosen;
    this.#model.send({ op: 'upload', id: this.id, page: PAGE, name, type: file.type, size: file.size });
  }

  cancel(): void {
    this.#model.send({ op: 'cancel', id: this.id });
    this.#fail('given up');
  }

  /** Take what the kernel says about this file. */
  hear(message: Record<string, unknown>): void {
    const info = asFileInfo(message['file']);
    if (message['op'] === 'refused') {
      this.#fail(String(message['problem']));
    } else if (message['op'] === 'arrived' && info) {
      this.#isOver = true;
      this.#settle.resolve(info);
    } else if (message['op'] === 'received') {
      this.#received = Math.max(this.#received, Number(message['size']) || 0);
      this.#progress(this.#received);
      void this.#pump();
    }
  }

  async #pump(): Promise<void> {
    if (this.#isReading) {
      return;
    }
    this.#isReading = true;
    try {
      while (this.#mayGoOn()) {
        await this.#sendPiece();
      }
    } catch {
      this.#model.send({ op: 'cancel', id: this.id });
      this.#fail('The file could not be read.');
    } finally {
      this.#isReading = false;
    }
  }

  #mayGoOn(): boolean {
    const waiting = this.#sent - this.#received;
    return !this.#isOver && this.#sent < this.#chosen.file.size && waiting < UNANSWERED * PIECE;
  }

  async #sendPiece(): Promise<void> {
    const offset = this.#sent;
    const piece = await this.#chosen.file.slice(offset, offset + PIECE).arrayBuffer();
    if (!this.#isOver) {
      this.#sent = offset + piece.byteLength;
      this.#model.send({ op: 'piece', id: this.id, offset }, undefined, [piece]);
    }
  }

  #fail(problem: string): void {
    this.#isOver = true;
    this.#settle.reject(new Error(problem));
  }
}

export class Sender {
  readonly #model: Model;
  readonly #transfers = new Map<string, Transfer>();
  readonly #waiting: Transfer[] = [];
  #active = 0;

  constructor(model: Model) {
    this.#model = model;
    model.on('msg:custom', this.#hear);
  }

  /** Send a file as soon as it is its turn. */
  send(chosen: Chosen, progress: Progress): Sending {
    const transfer = new Transfer(this.#model, chosen, progress);
    this.#transfers.set(transfer.id, transfer);
    this.#waiting.push(transfer);
    const over = () => {
      this.#end(transfer);
    };
    transfer.done.then(over, over);
    this.#startNext();
    return transfer;
  }

  /** Stop listening, and give up what is on its way. */
  dispose(): void {
    this.#model.off('msg:custom', this.#hear);
    for (const transfer of this.#transfers.values()) {
      transfer.cancel();
    }
    this.#active = Infinity; // nothing is started any more
  }

  #startNext(): void {
    while (this.#active < AT_ONCE && this.#waiting.length > 0) {
      this.#active += 1;
      this.#waiting.shift()?.start();
    }
  }

  #end(transfer: Transfer): void {
    this.#transfers.delete(transfer.id);
    const place = this.#waiting.indexOf(transfer);
    if (place >= 0) {
      this.#waiting.splice(place, 1); // it was never started
    } else {
      this.#active -= 1;
    }
    this.#startNext();
  }

  readonly #hear = (message: unknown): void => {
    if (typeof message === 'object' && message !== null) {
      const said = message as Record<string, unknown>;
      this.#transfers.get(String(said['id']))?.hear(said);
    }
  };
}
