// A table as a file: the kernel writes some rows at a time.
import { element } from '../../views/dom';
import type { Line } from './messages';
import type { Sorting } from './types';

async function parts(line: Line, sort: Sorting | null): Promise<DataView[]> {
  const found: DataView[] = [];
  for (let start: number | null = 0; start !== null;) {
    const { answer, buffers } = await line.ask('save', { start, sort });
    found.push(...buffers);
    start = answer.next as number | null;
  }
  return found;
}

/** Have the browser keep all rows, in this order. */
export async function save(line: Line, sort: Sorting | null): Promise<void> {
  const file = new Blob((await parts(line, sort)) as DataView<ArrayBuffer>[], { type: 'text/csv' });
  const link = element('a', '', { href: URL.createObjectURL(file), download: 'data.csv' });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
