import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../src/protocol';
import { PATIENCE, Requests } from '../../src/requests';

const reply = (id: number, more: Partial<Reply> = {}): Reply => ({
  v: 1,
  type: 'reply',
  id,
  ok: true,
  result: id * 10,
  error: null,
  ...more
});

describe('questions', () => {
  let isBusy = false;
  let requests: Requests;
  const ids: number[] = [];
  const ask = () => requests.ask(id => ids.push(id));

  beforeEach(() => {
    vi.useFakeTimers();
    isBusy = false;
    ids.length = 0;
    requests = new Requests(() => isBusy);
  });
  afterEach(() => vi.useRealTimers());

  it('are answered by their ids, in whatever order', async () => {
    const both = [ask(), ask()];
    requests.settle(reply(ids[1] ?? 0));
    requests.settle(reply(ids[0] ?? 0));
    expect(await Promise.all(both)).toEqual([10, 20]);
    expect(requests.waiting).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are broken with the words of the kernel, or with words of ours if it has none', async () => {
    const refused = ask();
    requests.settle(reply(1, { ok: false, error: { code: 'busy', message: 'The app runs.' } }));
    await expect(refused).rejects.toMatchObject({ code: 'busy', message: 'The app runs.' });
    const silent = ask();
    requests.settle(reply(2, { ok: false }));
    await expect(silent).rejects.toMatchObject({ code: 'failed' });
  });

  it('are given up by an idle kernel, and not by one that is at work', async () => {
    isBusy = true;
    const slow = ask();
    const ended = vi.fn();
    slow.catch(ended);
    await vi.advanceTimersByTimeAsync(PATIENCE * 5);
    expect(ended).not.toHaveBeenCalled();
    isBusy = false;
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await expect(slow).rejects.toMatchObject({ code: 'timeout' });
  });

  it('may be answered too late, or twice, or not have been asked: nothing happens', async () => {
    const late = ask();
    const caught = late.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await caught;
    requests.settle(reply(1));
    requests.settle(reply(99));
    expect(requests.waiting).toBe(0);
  });

  it('are all broken when the kernel is gone, and numbers are not used again', async () => {
    const gone = ask();
    requests.drop();
    await expect(gone).rejects.toMatchObject({ code: 'gone' });
    const next = ask();
    requests.settle(reply(1));
    expect(requests.waiting).toBe(1);
    requests.settle(reply(2));
    expect(await next).toBe(20);
  });

  it('that cannot be sent are broken at once', async () => {
    const failing = requests.ask(() => {
      throw new Error('no socket');
    });
    await expect(failing).rejects.toMatchObject({ code: 'gone' });
    expect(requests.waiting).toBe(0);
  });
});
