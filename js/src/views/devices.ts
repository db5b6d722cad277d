// The camera and the microphone, where the browser gives them. Nothing is asked for before a button is pressed.
import { element } from './dom';
import { jpegOf } from './media';

export interface Device {
  readonly node: HTMLElement;
  update(disabled: boolean): void;
  /** Let go of the device. */
  stop(): void;
}

export interface DeviceEvents {
  take: (file: File) => void;
  problem: (text: string) => void;
}

/** Pages that are not secure have no devices. */
export function hasDevices(): boolean {
  return 'mediaDevices' in navigator && typeof navigator.mediaDevices.getUserMedia === 'function';
}

function reasonOf(error: unknown, what: string): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError') {
    return `The ${what} may not be used here: allow it in the browser, or choose a file instead.`;
  }
  return name === 'NotFoundError'
    ? `There is no ${what}. Choose a file instead.`
    : `The ${what} could not be started. Choose a file instead.`;
}

function stamped(word: string, extension: string): string {
  return `${word}-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}${extension}`;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'jss-device-button', { type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
}

/** What both have in common: a stream of the browser that is open or not. */
abstract class StreamDevice implements Device {
  readonly node = element('div', 'jss-device');
  protected stream: MediaStream | null = null;
  protected readonly start: HTMLButtonElement;
  #isDisabled = false;
  #isStarting = false;

  constructor(
    readonly what: string,
    startText: string,
    protected readonly events: DeviceEvents,
    protected readonly wanted: MediaStreamConstraints
  ) {
    this.start = button(startText, () => void this.#open());
  }

  update(disabled: boolean): void {
    this.#isDisabled = disabled;
    this.start.disabled = disabled;
    if (disabled) {
      this.stop();
    }
  }

  stop(): void {
    this.stream?.getTracks().forEach(track => {
      track.stop();
    });
    this.stream = null;
    this.shown(false);
  }

  /** The stream is open, or it is no more. */
  protected abstract shown(isOpen: boolean): void;

  protected abstract opened(stream: MediaStream): Promise<void>;

  async #open(): Promise<void> {
    if (this.#isStarting || this.stream) {
      return;
    }
    this.#isStarting = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia(this.wanted);
      this.stream = stream;
      if (this.#isDisabled || !this.node.isConnected) {
        this.stop();
        return;
      }
      this.shown(true);
      await this.opened(stream);
    } catch (error) {
      this.stop();
      this.events.problem(reasonOf(error, this.what));
    } finally {
      this.#isStarting = false;
    }
  }
}

export class Camera extends StreamDevice {
  readonly #video = element('video', 'jss-camera', {
    playsinline: true,
    'aria-label': 'What the camera sees'
  });
  readonly #take = button('Take photo', () => void this.#snap());
  readonly #off = button('Turn camera off', () => {
    this.stop();
    this.start.focus();
  });

  constructor(events: DeviceEvents, height: number | null) {
    super('camera', 'Use camera', events, { video: height === null ? true : { height: { ideal: height } } });
    this.#video.muted = true;
    this.node.append(this.#video, this.start, this.#take, this.#off);
    this.shown(false);
  }

  protected override shown(isOpen: boolean): void {
    this.#video.hidden = this.#take.hidden = this.#off.hidden = !isOpen;
    this.start.hidden = isOpen;
    if (!isOpen) {
      this.#video.srcObject = null;
    }
  }

  protected override async opened(stream: MediaStream): Promise<void> {
    this.#video.srcObject = stream;
    this.#take.focus();
    await this.#video.play();
  }

  async #snap(): Promise<void> {
    const { videoWidth, videoHeight } = this.#video;
    if (videoWidth === 0) {
      return; // no picture has come yet
    }
    const photo = await jpegOf(this.#video, videoWidth, videoHeight);
    this.stop();
    this.start.focus();
    this.events.take(new File([photo], stamped('photo', '.jpg'), { type: photo.type }));
  }
}

export class Microphone extends StreamDevice {
  readonly #end = button('Stop recording', () => {
    this.#recorder?.stop();
  });
  readonly #time = element('span', 'jss-device-time', { role: 'timer' });
  #recorder: MediaRecorder | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(events: DeviceEvents) {
    super('microphone', 'Record', events, { audio: true });
    this.node.append(this.start, this.#end, this.#time);
    this.shown(false);
  }

  override stop(): void {
    if (this.#recorder) {
      this.#recorder.onstop = null; // what was recorded so far is not wanted
      this.#recorder = null;
    }
    super.stop();
  }

  protected override shown(isOpen: boolean): void {
    this.#end.hidden = this.#time.hidden = !isOpen;
    this.start.hidden = isOpen;
    clearInterval(this.#clock);
  }

  protected override opened(stream: MediaStream): Promise<void> {
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    const since = Date.now();
    recorder.ondataavailable = ({ data }) => {
      parts.push(data);
    };
    recorder.onstop = () => {
      this.stop();
      this.start.focus();
      const type = recorder.mimeType;
      this.events.take(new File(parts, stamped('recording', '.audio'), { type }));
    };
    this.#recorder = recorder;
    recorder.start();
    this.#end.focus();
    const tick = () => {
      this.#time.textContent = timeText(Math.floor((Date.now() - since) / 1000));
    };
    tick();
    this.#clock = setInterval(tick, 500);
    return Promise.resolve();
  }
}

/** Seconds as on a clock. */
export function timeText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
