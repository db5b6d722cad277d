import { Signal } from '@lumino/signaling';
import { describe, expect, it } from 'vitest';
import { Pins } from '../../src/inspector/pins';
import { Settings } from '../../src/settings';

function loaded(composite: Record<string, unknown>) {
  const owner = {};
  const changed = new Signal<object, void>(owner);
  return {
    composite,
    changed,
    set: (name: string, value: unknown) => {
      composite[name] = value;
      changed.emit();
      return Promise.resolve();
    }
  };
}
const using = (composite: Record<string, unknown>) => {
  const settings = new Settings();
  settings.use(loaded(composite) as never);
  return settings;
};

describe('settings', () => {
  it('have their defaults until they are read, and for what a file says wrongly', () => {
    for (const settings of [
      new Settings(),
      using({ confirmClear: 'no', dashboardMode: 7, runOnOpen: [1] })
    ]) {
      expect([settings.openInspectorOnLoad, settings.showPrivateKeys]).toEqual([false, false]);
      expect([settings.confirmClear, settings.editValues]).toEqual([true, true]);
      expect(settings.dashboardMode).toBe('tab');
      expect(settings.runsOnOpen('a.ipynb')).toBe(false);
      expect(settings.historyLimit).toBeNull();
    }
  });

  it('are those of the user', () => {
    const settings = using({ confirmClear: false, editValues: false, dashboardMode: 'split-right' });
    expect([settings.confirmClear, settings.editValues]).toEqual([false, false]);
    expect(settings.dashboardMode).toBe('split-right');
  });

  it.each([
    [7, 7],
    [0, 2],
    [-3, 2],
    [1e9, 1000],
    [2.5, null],
    ['100', null],
    [Number.NaN, null]
  ])('say how many interactions are kept, within bounds: %o is %o', (limit, kept) => {
    expect(using({ historyLimit: limit }).historyLimit).toBe(kept);
  });

  it('keep for each file whether its apps are run on opening; only a plain yes counts', async () => {
    const settings = using({ runOnOpen: { 'a.ipynb': true, 'b.ipynb': 'yes', 'c.ipynb': false } });
    expect(['a.ipynb', 'b.ipynb', 'c.ipynb', 'toString'].map(path => settings.runsOnOpen(path))).toEqual([
      true,
      false,
      false,
      false
    ]);
    let times = 0;
    settings.changed.connect(() => times++);
    await settings.setRunsOnOpen('d.ipynb', true);
    await settings.setRunsOnOpen('a.ipynb', false);
    expect(['a.ipynb', 'd.ipynb'].map(path => settings.runsOnOpen(path))).toEqual([false, true]);
    expect(times).toBe(2);
  });

  it('hold at once, and none is lost while another is written down', async () => {
    const slow = loaded({});
    const write = slow.set;
    let arrive = () => {};
    const arrived = new Promise<void>(resolve => {
      arrive = resolve;
    });
    slow.set = (name, value) => arrived.then(() => write(name, value));
    const settings = new Settings();
    settings.use(slow as never);
    const both = [settings.setRunsOnOpen('a.ipynb', true), settings.setRunsOnOpen('b.ipynb', true)];
    expect(['a.ipynb', 'b.ipynb'].map(path => settings.runsOnOpen(path))).toEqual([true, true]);
    arrive();
    await Promise.all(both);
    expect(slow.composite).toEqual({ runOnOpen: { 'a.ipynb': true, 'b.ipynb': true } });
    expect(['a.ipynb', 'b.ipynb'].map(path => settings.runsOnOpen(path))).toEqual([true, true]);
  });

  it('are as before if they could not be written down', async () => {
    const broken = loaded({});
    broken.set = () => Promise.reject(new Error('read-only'));
    const settings = new Settings();
    settings.use(broken as never);
    await expect(settings.setRunsOnOpen('a.ipynb', true)).rejects.toThrow('read-only');
    expect(settings.runsOnOpen('a.ipynb')).toBe(false);
  });

  it('cannot be chosen without a registry', async () => {
    const settings = new Settings();
    expect(settings.canChoose).toBe(false);
    await settings.setRunsOnOpen('a.ipynb', true);
    expect(settings.runsOnOpen('a.ipynb')).toBe(false);
  });
});

describe('pins', () => {
  const db = (kept: unknown) => {
    const saved: unknown[] = [];
    return {
      saved,
      fetch: () => Promise.resolve(kept),
      save: (_id: string, value: unknown) => {
        saved.push(value);
        return Promise.resolve();
      }
    };
  };

  it('are kept for each app of each notebook', async () => {
    const place = db({ 'a.ipynb:sales': ['n'] });
    const pins = new Pins(place as never);
    await pins.load();
    await pins.toggle('a.ipynb', 'map', 'level');
    expect([...pins.of('a.ipynb', 'sales')]).toEqual(['n']);
    expect(place.saved).toEqual([{ 'a.ipynb:sales': ['n'], 'a.ipynb:map': ['level'] }]);
    await pins.toggle('a.ipynb', 'sales', 'n');
    expect(pins.of('a.ipynb', 'sales').size).toBe(0);
    expect(place.saved.at(-1)).toEqual({ 'a.ipynb:map': ['level'] });
  });

  it.each([undefined, null, 'x', [1], { 'a.ipynb:sales': 'n' }, { 'a.ipynb:sales': [1, {}] }])(
    'survive what else may be in their place: %o',
    async kept => {
      const pins = new Pins(db(kept) as never);
      await pins.load();
      expect(pins.of('a.ipynb', 'sales').size).toBe(0);
    }
  );

  it('live in the page where nothing can be kept', async () => {
    const pins = new Pins(null);
    await pins.load();
    await pins.toggle('a.ipynb', 'sales', 'n');
    expect(pins.of('a.ipynb', 'sales').has('n')).toBe(true);
  });
});
