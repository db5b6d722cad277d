// What a file is to an upload: pure rules and words, no DOM.

/** A file that the kernel has. */
export interface FileInfo {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** A file to be sent; within a directory its name is its path. */
export interface Chosen {
  file: File;
  name: string;
}

const CATEGORIES: Record<string, string> = {
  'image/*': 'images',
  'audio/*': 'audio',
  'video/*': 'video',
  'text/*': 'text'
};

/** Whether a file is of one of these types: extensions with their dot, MIME types, or wildcards of them. */
export function isAccepted(name: string, type: string, types: readonly string[]): boolean {
  if (types.length === 0) {
    return true;
  }
  const [lowName, lowType] = [name.toLowerCase(), type.toLowerCase()];
  return types.some(one => {
    if (!one.includes('/')) {
      return lowName.endsWith(one);
    }
    return one.endsWith('/*') ? lowType.startsWith(one.slice(0, -1)) : lowType === one;
  });
}

/** A size as people say it, in the kernel's words. */
export function sizeText(size: number): string {
  if (size < 1024) {
    return `${size} B`;
  }
  const [value, unit] = size < 1024 ** 2 ? [size / 1024, 'kB'] : [size / 1024 ** 2, 'MB'];
  return `${value.toFixed(1).replace(/\.0$/, '')} ${unit}`;
}

/** What is taken, in a few words. */
export function hintText(types: readonly string[], maxSize: number, isSingle: boolean): string {
  const names = types.map(
    type => CATEGORIES[type] ?? (type.startsWith('.') ? type.slice(1).toUpperCase() : type)
  );
  const size = `Up to ${sizeText(maxSize)}${isSingle ? '' : ' each'}`;
  return names.length > 0 ? `${size} · ${names.join(', ')}` : size;
}

/** Why a file cannot be sent, or null. */
export function problemOf(
  { name, file }: Chosen,
  { types, maxSize }: { types: readonly string[]; maxSize: number }
): string | null {
  if (!isAccepted(name, file.type, types)) {
    return `This type is not taken here, only ${types.join(', ')}.`;
  }
  if (file.size > maxSize) {
    return `It is larger than ${sizeText(maxSize)}, the most that is taken here.`;
  }
  return null;
}

export function asFileInfo(value: unknown): FileInfo | null {
  const info = value as Partial<FileInfo> | null;
  const isInfo = typeof info === 'object' && typeof info?.id === 'string' && typeof info.name === 'string';
  return isInfo
    ? { id: info.id ?? '', name: info.name ?? '', type: info.type ?? '', size: Number(info.size) }
    : null;
}

/** The files that a model says it has. */
export function fileInfos(value: unknown): FileInfo[] {
  return Array.isArray(value) ? value.flatMap(one => asFileInfo(one) ?? []) : [];
}
