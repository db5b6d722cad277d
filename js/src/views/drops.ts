// The files in what a person picked or dropped; those of a directory have their path as name.
import type { Chosen } from './files';

export function pickedFiles(input: HTMLInputElement): Chosen[] {
  return [...(input.files ?? [])].map(file => ({ file, name: file.webkitRelativePath || file.name }));
}

/** All files that were dropped, those in directories too. */
export async function droppedFiles(dropped: DataTransfer | null): Promise<Chosen[]> {
  const items = [...(dropped?.items ?? [])].filter(item => item.kind === 'file');
  // All are asked at once: later the items are empty.
  const found = items.map(async item => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    return entry?.isDirectory ? inDirectory(entry as FileSystemDirectoryEntry) : file ? [plain(file)] : [];
  });
  const files = (await Promise.all(found)).flat();
  return files.length > 0 || items.length > 0 ? files : [...(dropped?.files ?? [])].map(plain);
}

function plain(file: File): Chosen {
  return { file, name: file.name };
}

async function inDirectory(directory: FileSystemDirectoryEntry): Promise<Chosen[]> {
  const reader = directory.createReader();
  const found: Chosen[] = [];
  // A reader gives some entries at a time, and none when there are no more.
  for (let some = await next(reader); some.length > 0; some = await next(reader)) {
    for (const entry of some) {
      found.push(...(await filesOf(entry)));
    }
  }
  return found;
}

function next(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
}

async function filesOf(entry: FileSystemEntry): Promise<Chosen[]> {
  if (entry.isDirectory) {
    return inDirectory(entry as FileSystemDirectoryEntry);
  }
  const file = await new Promise<File>((resolve, reject) => {
    (entry as FileSystemFileEntry).file(resolve, reject);
  });
  return [{ file, name: entry.fullPath.replace(/^\//, '') }];
}
