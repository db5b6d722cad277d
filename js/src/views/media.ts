// What a camera or a microphone gives, in the one form that scripts can rely on: JPEG, and WAV with one channel.
import type { Chosen } from './files';

const JPEG = 'image/jpeg';
const WAV = 'audio/wav';
const QUALITY = 0.92;
const HEADER = 44;

function renamed(name: string, extension: string): string {
  return `${name.replace(/\.[^./\\]*$/, '')}${extension}`;
}

function chosen(data: Blob, name: string, extension: string): Chosen {
  const file = new File([data], renamed(name, extension), { type: data.type });
  return { file, name: file.name };
}

/** What a source shows now, as a JPEG picture. */
export async function jpegOf(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, JPEG, QUALITY);
  });
  if (!blob) {
    throw new Error('no picture');
  }
  return blob;
}

/** A picture file as JPEG. */
export async function toJpeg({ file, name }: Chosen): Promise<Chosen> {
  if (file.type === JPEG) {
    return chosen(file, name, '.jpg');
  }
  const picture = await createImageBitmap(file);
  const blob = await jpegOf(picture, picture.width, picture.height);
  picture.close();
  return chosen(blob, name, '.jpg');
}

/** Samples from -1 to 1 as a WAV file: one channel, 16 bits. */
export function wavOf(samples: Float32Array, rate: number): Blob {
  const bytes = new DataView(new ArrayBuffer(HEADER + 2 * samples.length));
  const text = (at: number, word: string) => {
    new TextEncoder().encode(word).forEach((letter, index) => {
      bytes.setUint8(at + index, letter);
    });
  };
  text(0, 'RIFF');
  bytes.setUint32(4, bytes.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true); // plain samples
  bytes.setUint16(22, 1, true); // channels
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, 2 * rate, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, index) => {
    bytes.setInt16(HEADER + 2 * index, Math.round(Math.min(1, Math.max(-1, sample)) * 0x7fff), true);
  });
  return new Blob([bytes.buffer], { type: WAV });
}

async function usualRate(): Promise<number> {
  const context = new AudioContext();
  const { sampleRate } = context;
  await context.close();
  return sampleRate;
}

/** A recording in any form the browser knows as WAV, with so many samples a second. */
export async function toWav({ file, name }: Chosen, rate: number | null): Promise<Chosen> {
  const wanted = rate ?? (await usualRate());
  const context = new OfflineAudioContext(1, 1, wanted);
  const audio = await context.decodeAudioData(await file.arrayBuffer()); // resamples too
  return chosen(wavOf(mixed(audio), wanted), name, '.wav');
}

function mixed(audio: AudioBuffer): Float32Array {
  const sum = new Float32Array(audio.length);
  for (let channel = 0; channel < audio.numberOfChannels; channel += 1) {
    audio.getChannelData(channel).forEach((sample, index) => {
      sum[index] = (sum[index] ?? 0) + sample / audio.numberOfChannels;
    });
  }
  return sum;
}
