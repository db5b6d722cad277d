// The files of jsdom cannot be read; those of Node can.
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { timeText } from '../devices';
import { droppedFiles } from '../drops';
import { fileInfos, hintText, isAccepted, sizeText } from '../files';
import { wavOf } from '../media';
import { PIECE } from '../sender';
import { upload } from '../upload';
import { FakeModel, settled } from './fakes';

const MB = 1024 * 1024;

interface Message {
  op: string;
  id: string;
  name?: string;
  size?: number;
  offset?: number;
}

let el: HTMLElement;
let model: FakeModel;
let controller: AbortController;

vi.stubGlobal('Blob', NodeBlob);
vi.stubGlobal('File', NodeFile);

beforeEach(() => {
  el = document.createElement('div');
  document.body.replaceChildren(el);
  controller = new AbortController();
  URL.createObjectURL = () => 'blob:of-the-file';
  URL.revokeObjectURL = vi.fn();
});

describe('types', () => {
  it.each([
    ['a.TXT', '', ['.txt'], true],
    ['a.txt.exe', '', ['.txt'], false],
    ['a', 'image/png', ['image/*'], true],
    ['a.png', '', ['image/*'], false],
    ['a', 'application/pdf', ['application/pdf'], true],
    ['a', 'application/pdfx', ['application/pdf'], false],
    ['a.csv', '', ['image/*', '.csv'], true],
    ['a', '', [], true]
  ])('of %s (%s) among %j: %s', (name, type, types, wanted) => {
    expect(isAccepted(name, type, types)).toBe(wanted);
  });

  it('are told in few words, with the size', () => {
    expect(hintText(['image/*', '.csv', 'application/pdf'], 200 * MB, false)).toBe(
      'Up to 200 MB each · images, CSV, application/pdf'
    );
    expect(hintText([], 1536, true)).toBe('Up to 1.5 kB');
    expect(sizeText(12)).toBe('12 B');
  });
});

it('takes for files only what the kernel would send', () => {
  const file = { id: '1', name: 'a', type: '', size: 3 };
  expect(fileInfos([file, { id: 5, name: 'b' }, null, 'x'])).toEqual([file]);
  expect(fileInfos('junk')).toEqual([]);
});

it('says minutes and seconds', () => {
  expect([timeText(0), timeText(59), timeText(61)]).toEqual(['0:00', '0:59', '1:01']);
});

it('makes a WAV file of samples', async () => {
  const bytes = new DataView(await wavOf(new Float32Array([0, 1, -2]), 8000).arrayBuffer());
  const word = (at: number) => String.fromCharCode(...new Uint8Array(bytes.buffer, at, 4));
  expect([word(0), word(8), word(36)]).toEqual(['RIFF', 'WAVE', 'data']);
  expect([bytes.getUint32(24, true), bytes.getUint32(40, true), bytes.byteLength]).toEqual([8000, 6, 50]);
  expect([44, 46, 48].map(at => bytes.getInt16(at, true))).toEqual([0, 0x7fff, -0x7fff]);
});

describe('what is dropped', () => {
  const file = new File(['x'], 'a.txt');

  it('may be files, in a browser without directories too', async () => {
    const items = [{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file }, { kind: 'string' }];
    expect(await droppedFiles({ items } as unknown as DataTransfer)).toEqual([{ file, name: 'a.txt' }]);
    expect(await droppedFiles({ items: [], files: [file] } as unknown as DataTransfer)).toHaveLength(1);
    expect(await droppedFiles(null)).toEqual([]);
  });

  it('may be a directory, read to its end', async () => {
    const leaf = (path: string) => ({
      isDirectory: false,
      fullPath: path,
      file: (done: (found: File) => void) => {
        done(file);
      }
    });
    const directory = (path: string, ...batches: unknown[][]) => ({
      isDirectory: true,
      fullPath: path,
      createReader: () => ({
        readEntries: (done: (entries: unknown[]) => void) => {
          done(batches.shift() ?? []);
        }
      })
    });
    const inner = directory('/top/in', [leaf('/top/in/c')]);
    const top = directory('/top', [leaf('/top/a')], [leaf('/top/b'), inner]);
    const items = [{ kind: 'file', webkitGetAsEntry: () => top, getAsFile: () => null }];
    const found = await droppedFiles({ items } as unknown as DataTransfer);
    expect(found.map(one => one.name)).toEqual(['top/a', 'top/b', 'top/in/c']);
  });
});

describe('an upload', () => {
  const base = { value: [], types: [], max_size: 10 * MB, multiple: '', device: '', disabled: false };

  function show(state: Record<string, unknown> = {}): void {
    model = new FakeModel({ ...base, description: 'Your <b>file</b>', ...state });
    upload.render({ model, el, signal: controller.signal });
  }

  const input = () => el.querySelector('input') as HTMLInputElement;
  const rows = () => [...el.querySelectorAll('.jss-file')] as HTMLElement[];
  const text = (selector: string) => el.querySelector(selector)?.textContent ?? '';
  const names = () => rows().map(row => row.querySelector('.jss-file-name')?.textContent);
  const said = (op: string) => (model.sent as Message[]).filter(message => message.op === op);

  async function choose(...files: File[]): Promise<void> {
    Object.defineProperty(input(), 'files', { value: files, configurable: true });
    input().dispatchEvent(new Event('change'));
    await settled();
  }

  /** Be the kernel: answer what was announced last. */
  async function answer(id: string, message: object): Promise<void> {
    model.receive({ id, ...message });
    await settled();
    await new Promise(resolve => setTimeout(resolve, 20)); // pieces are read in the background
  }

  async function arrive({ id, name, size }: Message): Promise<void> {
    await answer(id, { op: 'arrived', file: { id: `kernel-${name}`, name, type: '', size } });
  }

  function remove(name: string): void {
    el.querySelector<HTMLButtonElement>(`[aria-label="Remove ${name}"]`)?.click();
  }

  it('is a real file input with the label as its name', () => {
    show({ types: ['.csv', 'image/*'] });
    expect(input().type).toBe('file');
    expect(input().labels?.[0]?.textContent).toBe('Your file');
    expect(input().accept).toBe('.csv,image/*');
    expect(document.getElementById(input().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Up to 10 MB · CSV, images'
    );
  });

  it.each([
    ['', false, false],
    ['files', true, false],
    ['directory', true, true]
  ])('for %j takes what it should', (multiple, many, directory) => {
    show({ multiple });
    expect([input().multiple, input().hasAttribute('webkitdirectory')]).toEqual([many, directory]);
  });

  it('has a name also without a label', () => {
    show({ description: '' });
    expect(input().getAttribute('aria-label')).toBe('Drop a file here');
  });

  it('announces a file, sends its pieces as buffers when told to, and then its value', async () => {
    show();
    const send = vi.spyOn(model, 'send');
    const data = new Uint8Array(PIECE + 3).fill(7);
    await choose(new File([data], 'a.bin', { type: 'x/y' }));
    const [announced] = said('upload') as [Message];
    expect(announced).toMatchObject({ name: 'a.bin', type: 'x/y', size: PIECE + 3 });
    expect(said('piece')).toEqual([]);
    await answer(announced.id, { op: 'received', size: 0 });
    expect(said('piece').map(piece => piece.offset)).toEqual([0, PIECE]);
    const [, , buffers] = send.mock.lastCall as unknown as [unknown, unknown, ArrayBuffer[]];
    expect(new Uint8Array(buffers[0] as ArrayBuffer)).toEqual(new Uint8Array([7, 7, 7]));
    expect(model.saved).toEqual([]);
    await arrive(announced);
    expect(model.saved).toEqual([
      { value: [{ id: 'kernel-a.bin', name: 'a.bin', type: '', size: PIECE + 3 }] }
    ]);
    expect(names()).toEqual(['a.bin']);
    expect(text('[role=status]')).toBe('a.bin was uploaded.');
  });

  it('keeps only a few pieces unanswered, and shows how far it is', async () => {
    show();
    await choose(new File([new Uint8Array(8 * MB)], 'a.bin'));
    const [{ id }] = said('upload') as [Message];
    await answer(id, { op: 'received', size: 0 });
    expect(said('piece')).toHaveLength(4);
    await answer(id, { op: 'received', size: 2 * MB });
    expect(said('piece')).toHaveLength(6);
    const progress = el.querySelector('progress') as HTMLProgressElement;
    expect([progress.value, progress.max, progress.getAttribute('aria-label')]).toEqual([
      2 * MB,
      8 * MB,
      'Sending a.bin'
    ]);
    expect(text('.jss-file-size')).toBe('2 MB of 8 MB');
  });

  it('stops at once when the kernel refuses, and says why', async () => {
    show();
    await choose(new File([new Uint8Array(8 * MB)], 'a.bin'));
    const [{ id }] = said('upload') as [Message];
    await answer(id, { op: 'received', size: 0 });
    await answer(id, { op: 'refused', problem: 'Too much.' });
    await answer(id, { op: 'received', size: 4 * MB });
    expect(said('piece')).toHaveLength(4);
    expect(text('.jss-file-problem')).toBe('Too much.');
    expect(text('[role=status]')).toBe('a.bin: Too much.');
    expect(model.saved).toEqual([]);
    remove('a.bin');
    expect(rows()).toHaveLength(0);
  });

  it('does not send what is too large or of another type, and says so', async () => {
    show({ types: ['.txt'], max_size: 10, multiple: 'files' });
    await choose(new File(['x'.repeat(11)], 'long.txt'), new File(['x'], 'a.exe'));
    expect(said('upload')).toEqual([]);
    expect(rows().map(row => row.querySelector('.jss-file-problem')?.textContent)).toEqual([
      'It is larger than 10 B, the most that is taken here.',
      'This type is not taken here, only .txt.'
    ]);
    expect(model.saved).toEqual([]);
  });

  it('of several files sends some at a time, and its value when all are there', async () => {
    show({ multiple: 'files' });
    await choose(...['a', 'b', 'c', 'd'].map(name => new File(['1'], name)));
    expect(said('upload').map(message => message.name)).toEqual(['a', 'b', 'c']);
    await arrive(said('upload')[1] as Message);
    expect(said('upload').map(message => message.name)).toEqual(['a', 'b', 'c', 'd']);
    for (const index of [0, 2]) {
      await arrive(said('upload')[index] as Message);
    }
    expect(model.saved).toEqual([]);
    await arrive(said('upload')[3] as Message);
    expect((model.get('value') as { name: string }[]).map(file => file.name)).toEqual(['a', 'b', 'c', 'd']);
    expect(model.saved).toHaveLength(1);
    await choose(new File(['1'], 'e'));
    await arrive(said('upload')[4] as Message);
    expect((model.get('value') as { name: string }[]).map(file => file.name)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e'
    ]);
  });

  it('of one file puts the new one in the place of the old one', async () => {
    show();
    await choose(new File(['1'], 'a'));
    await arrive(said('upload')[0] as Message);
    await choose(new File(['1'], 'b'), new File(['1'], 'left out'));
    expect(names()).toEqual(['a', 'b']);
    expect(text('.jss-problem')).toBe('1 of 2 files were left out.');
    await arrive(said('upload')[1] as Message);
    expect(names()).toEqual(['b']);
    expect((model.get('value') as { name: string }[]).map(file => file.name)).toEqual(['b']);
  });

  it('keeps the old file when the new one fails', async () => {
    show();
    await choose(new File(['1'], 'a'));
    await arrive(said('upload')[0] as Message);
    await choose(new File(['1'], 'b'));
    await answer((said('upload')[1] as Message).id, { op: 'refused', problem: 'No.' });
    expect(model.saved).toHaveLength(1);
    expect(names()).toEqual(['a', 'b']);
  });

  it('of a directory leaves out what it does not take', async () => {
    show({ multiple: 'directory', types: ['.txt'] });
    const inside = new File(['1'], 'a.txt');
    Object.defineProperty(inside, 'webkitRelativePath', { value: 'top/a.txt' });
    await choose(inside, new File(['1'], 'b.png'));
    expect(said('upload').map(message => message.name)).toEqual(['top/a.txt']);
    expect(rows()).toHaveLength(1);
  });

  it('removes a file, and leaves the focus where the next one can be removed', () => {
    const value = ['a', 'b', 'c'].map(name => ({ id: name, name, type: '', size: 1 }));
    show({ multiple: 'files', value });
    el.querySelector<HTMLButtonElement>('[aria-label="Remove b"]')?.focus();
    remove('b');
    expect(model.saved).toEqual([{ value: [value[0], value[2]] }]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove c');
    remove('c');
    remove('a');
    expect(document.activeElement).toBe(input());
    expect(model.get('value')).toEqual([]);
  });

  it('gives up a file that is removed while it is sent, and one that waits for its turn', async () => {
    show({ multiple: 'files' });
    await choose(...['a', 'b', 'c', 'd', 'e'].map(name => new File(['1'], name)));
    remove('d');
    remove('a');
    await settled();
    expect(said('cancel').map(message => message.id)).toContain((said('upload')[0] as Message).id);
    expect(said('upload').map(message => message.name)).toEqual(['a', 'b', 'c', 'e']);
    await arrive(said('upload')[1] as Message);
    await arrive(said('upload')[2] as Message);
    expect(model.saved).toEqual([]);
    await arrive(said('upload')[3] as Message);
    expect((model.get('value') as { name: string }[]).map(file => file.name)).toEqual(['b', 'c', 'e']);
  });

  it('takes back a file that arrived while others are still sent', async () => {
    show({ multiple: 'files' });
    await choose(new File(['1'], 'a'), new File(['1'], 'b'));
    await arrive(said('upload')[0] as Message);
    remove('a');
    expect(said('cancel').map(message => message.id)).toEqual([(said('upload')[0] as Message).id]);
    await arrive(said('upload')[1] as Message);
    expect((model.get('value') as { name: string }[]).map(file => file.name)).toEqual(['b']);
  });

  it('follows the kernel, and keeps what is on its way', async () => {
    show({ multiple: 'files' });
    await choose(new File(['1'], 'a'));
    model.push('value', [{ id: '1', name: 'old', type: '', size: 1 }]);
    expect(names()).toEqual(['old', 'a']);
    await arrive(said('upload')[0] as Message);
    expect((model.get('value') as { name: string }[]).map(file => file.name)).toEqual(['old', 'a']);
    model.push('value', []);
    expect(names()).toEqual([]);
  });

  it('takes what is dropped on it', async () => {
    show();
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    const file = new File(['1'], 'a');
    Object.assign(drop, { dataTransfer: { items: [], files: [file] } });
    el.querySelector('.jss-upload-zone')?.dispatchEvent(drop);
    await settled();
    expect(drop.defaultPrevented).toBe(true);
    expect(said('upload').map(message => message.name)).toEqual(['a']);
  });

  it('does nothing while it is disabled', async () => {
    show({ disabled: true, value: [{ id: '1', name: 'a', type: '', size: 1 }] });
    expect(input().disabled).toBe(true);
    await choose(new File(['1'], 'b'));
    remove('a');
    expect(model.sent).toEqual([]);
    expect(model.saved).toEqual([]);
  });

  it('holds back the submit button of its form while a file is sent', async () => {
    const form = document.createElement('div');
    form.className = 'jss-form';
    form.innerHTML = '<button data-jss-kind="form_submit_button">Go</button>';
    document.body.replaceChildren(form);
    form.prepend(el);
    show();
    const clicked = vi.fn();
    const go = form.querySelector('button') as HTMLButtonElement;
    go.addEventListener('click', clicked);
    await choose(new File(['1'], 'a'));
    go.click();
    expect(clicked).not.toHaveBeenCalled();
    expect(text('.jss-problem')).toContain('still being sent');
    await arrive(said('upload')[0] as Message);
    expect(text('.jss-problem')).toBe('');
    go.click();
    expect(clicked).toHaveBeenCalledOnce();
  });

  it('gives up what is on its way when its view goes, and stops listening', async () => {
    show();
    await choose(new File(['1'], 'a'));
    controller.abort();
    expect(said('cancel')).toHaveLength(1);
    expect(model.listeners()).toBe(0);
  });

  it('gives up a file that cannot be read', async () => {
    show();
    const file = new File(['12'], 'a');
    file.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as unknown as Blob;
    await choose(file);
    await answer((said('upload')[0] as Message).id, { op: 'received', size: 0 });
    expect(text('.jss-file-problem')).toBe('The file could not be read.');
    expect(said('cancel')).toHaveLength(1);
  });

  it('for a camera takes any picture, and says so if it is none', async () => {
    show({ device: 'camera', types: ['.jpg'] });
    expect([input().accept, input().hasAttribute('capture')]).toEqual(['image/*', true]);
    expect(el.querySelector('.jss-device')).toBeNull(); // this page has no devices
    await choose(new File(['no picture'], 'a.png', { type: 'image/png' }));
    expect(text('.jss-file-problem')).toBe('This is no picture that can be read.');
    await choose(new File(['1'], 'b.jpeg', { type: 'image/jpeg' }));
    expect(said('upload').map(message => message.name)).toEqual(['b.jpg']);
    expect(el.querySelector('img')?.alt).toBe('b.jpg');
  });
});
