import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import { beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/client';
import { addCommands } from '../../src/commands';
import { commandIds } from '../../src/ids';
import { Sessions } from '../../src/sessions';
import { Settings } from '../../src/settings';
import { Targets } from '../../src/targets';
import { FakeLine, app, settled, trans } from './fakes';
import { host } from './host';

type Cells = Record<string, string>;

/** A panel of a notebook of code cells. */
function panel(path: string, cells: Cells) {
  const made = Object.entries(cells).map(([id, source]) => ({
    id,
    type: 'code',
    sharedModel: { getSource: () => source }
  }));
  const owner = {};
  const signal = () => new Signal<object, unknown>(owner);
  const sessionContext = {
    session: null,
    kernelChanged: signal(),
    statusChanged: signal(),
    connectionStatusChanged: signal()
  };
  return {
    context: { path, ready: Promise.resolve() },
    content: { model: { cells: made }, widgets: [] },
    sessionContext,
    disposed: signal(),
    isDisposed: false
  };
}

describe('commands', () => {
  let line: FakeLine;
  let client: Client;
  let commands: CommandRegistry;
  let targets: Targets;
  let active: { model: { id: string; sharedModel: { getSource: () => string } } } | null;
  const files: Record<string, unknown> = {};
  const opened: unknown[] = [];
  const settings = new Settings();
  const contents = {
    get: () =>
      Promise.resolve({ content: Object.keys(files).map(path => ({ name: path.split('/').at(-1) })) }),
    save: (path: string, model: { content: unknown }) => {
      files[path] = model.content;
      return Promise.resolve();
    }
  };
  const run = async (command: string, args = {}) => {
    const done = commands.execute(command, args);
    await settled();
    await (done as Promise<unknown>);
  };
  const activate = (id: string, source: string) => {
    active = { model: { id, sharedModel: { getSource: () => source } } };
  };

  beforeEach(() => {
    for (const list of [host.answers, host.dialogs, host.told, opened]) {
      list.length = 0;
    }
    Object.keys(files).forEach(path => delete files[path]); // eslint-disable-line @typescript-eslint/no-dynamic-delete
    line = new FakeLine();
    client = new Client(line);
    const notebook = panel('folder/a.ipynb', { c1: '%%stateapp sales', c2: 'x = 1', c3: '%%stateapp map' });
    const session = { panel: notebook, client };
    const sessions = {
      current: session,
      all: [session],
      at: (path: string) => (path === 'folder/a.ipynb' ? session : null)
    };
    targets = new Targets(
      sessions as never,
      {
        get activeCell() {
          return active;
        }
      } as never
    );
    active = null;
    commands = new CommandRegistry();
    commands.addCommand('docmanager:open', { execute: args => opened.push(args['path']) });
    const lab = { commands, serviceManager: { contents } };
    addCommands({ app: lab as never, targets, settings, trans, palette: null });
    line.opens('one', app('sales', { cell: 'c1', undo: true }), app('map', { cell: 'c3', running: true }));
  });

  it('are about the app of the active cell, else the one that was chosen, else the first', () => {
    expect(commands.label(commandIds.rerun)).toBe('Rerun App “sales”');
    client.choose('map');
    expect(commands.label(commandIds.rerun)).toBe('Rerun App “map”');
    activate('c1', '%%stateapp sales');
    expect(commands.label(commandIds.rerun)).toBe('Rerun App “sales”');
    activate('c2', 'x = 1');
    expect(commands.label(commandIds.rerun)).toBe('Rerun App “map”');
  });

  it('are about the app of a cell or of a name that is given', () => {
    expect(commands.label(commandIds.rerun, { cell: 'c3' })).toBe('Rerun App “map”');
    expect(commands.label(commandIds.rerun, { path: 'folder/a.ipynb', app: 'map' })).toBe('Rerun App “map”');
    for (const args of [{ cell: 'c9' }, { path: 'other.ipynb' }, { app: 'none' }, { cell: 'c2' }]) {
      expect(commands.isEnabled(commandIds.rerun, args)).toBe(false);
    }
  });

  it('are about all apps of what is in front, if that is a dashboard', async () => {
    targets.stage = () => ({ target: { session: targets.of({})?.session as never, apps: client.apps } });
    const session = targets.of({ app: 'sales' })?.session as never;
    targets.stage = () => ({ target: { session, apps: client.apps } });
    expect(commands.label(commandIds.rerun)).toBe('Rerun App');
    void commands.execute(commandIds.rerun);
    await settled();
    expect(line.sent.map(message => 'app' in message && message.app)).toEqual(['sales', 'map']);
  });

  it('have buttons in the toolbars of app cells only', () => {
    expect(commands.isVisible(commandIds.rerun, { cell: 'c1' })).toBe(true);
    expect(commands.isVisible(commandIds.rerun, { cell: 'c2' })).toBe(false);
    expect(commands.isVisible(commandIds.rerun)).toBe(true);
  });

  it('can be given when there is something to do', () => {
    const can = (command: string, name: string) => commands.isEnabled(command, { app: name });
    expect([can(commandIds.undo, 'sales'), can(commandIds.redo, 'sales')]).toEqual([true, false]);
    expect([can(commandIds.stop, 'sales'), can(commandIds.stop, 'map')]).toEqual([false, true]);
    line.status = 'none';
    expect(can(commandIds.rerun, 'sales')).toBe(false);
  });

  it('stop by an interrupt, and only what runs', async () => {
    await run(commandIds.stop, { app: 'map' });
    expect(line.interrupts).toBe(1);
    await run(commandIds.stop, { app: 'sales' });
    expect(line.interrupts).toBe(1);
  });

  it('say why something did not work', async () => {
    const undone = commands.execute(commandIds.undo, { app: 'sales' });
    await settled();
    line.refuses('undo', 'busy', 'The app runs.');
    await undone;
    expect(host.told).toEqual(['The app runs.']);
  });

  it('ask before they clear, and do nothing if the answer is no', async () => {
    await run(commandIds.clear, { app: 'sales' });
    expect(host.dialogs[0]?.body).toContain('All keys of sales are forgotten');
    expect(line.count('clear')).toBe(0);
    host.answers.push({ accept: true });
    void run(commandIds.clear, { app: 'sales' });
    await settled();
    expect(line.last('clear')).toMatchObject({ app: 'sales' });
  });

  it('export the state into a file beside the notebook, and say what is not in it', async () => {
    host.answers.push({ accept: true, value: 'kept.json' });
    const done = run(commandIds.export, { app: 'sales' });
    await settled();
    line.answers('export', { text: '{"n": 5}', left_out: ['frame'] });
    await done;
    expect(host.dialogs[0]?.text).toBe('sales-state.json');
    expect(files).toEqual({ 'folder/kept.json': '{"n": 5}' });
    expect(host.told[0]).toContain('frame');
  });

  it('record a test, open it, and replace no file unasked', async () => {
    files['folder/test_sales.py'] = 'mine';
    for (const replace of [false, true]) {
      host.answers.push({ accept: true, value: 'test_sales.py' }, { accept: replace });
      const done = run(commandIds.record, { app: 'sales' });
      await settled();
      line.answers('record', 'def test_it(): ...');
      await done;
      expect(files['folder/test_sales.py']).toBe(replace ? 'def test_it(): ...' : 'mine');
    }
    expect(opened).toEqual(['folder/test_sales.py']);
  });

  it('write nothing of an answer that cannot be understood', async () => {
    for (const [command, type] of [
      [commandIds.export, 'export'],
      [commandIds.record, 'record']
    ] as const) {
      const done = run(command, { app: 'sales' });
      await settled();
      line.answers(type, { what: 1 });
      await done;
    }
    expect(files).toEqual({});
    expect(host.told.length).toBe(2);
  });
});

describe('the notebooks of a page', () => {
  it('share what is known of one kernel among the views of one notebook, until the last is closed', () => {
    const sessions = new Sessions();
    const one = panel('a.ipynb', {});
    const other = { ...panel('a.ipynb', {}), sessionContext: one.sessionContext };
    sessions.add(one as never);
    sessions.add(other as never);
    expect(sessions.of(one as never)?.client).toBe(sessions.of(other as never)?.client);
    expect(sessions.all.length).toBe(1);
    const client = sessions.of(one as never)?.client;
    one.disposed.emit(undefined);
    expect(client?.isDisposed).toBe(false);
    other.disposed.emit(undefined);
    expect(client?.isDisposed).toBe(true);
    expect(sessions.all).toEqual([]);
  });

  it('say which is in front, also if it was in front before it was known', () => {
    const sessions = new Sessions();
    const seen: (string | undefined)[] = [];
    sessions.currentChanged.connect((_sender, session) => seen.push(session?.panel.context.path));
    const one = panel('a.ipynb', {});
    sessions.setCurrent(one as never);
    sessions.add(one as never);
    expect(seen).toEqual([undefined, 'a.ipynb']);
    one.disposed.emit(undefined);
    expect(sessions.current).toBeNull();
    expect(seen.at(-1)).toBeUndefined();
  });

  it('are found by their path, and lead to cells that are out of sight too', () => {
    const sessions = new Sessions();
    const one = panel('a.ipynb', { c1: '%%stateapp sales' });
    sessions.add(one as never);
    expect(sessions.at('a.ipynb')?.panel).toBe(one);
    expect(sessions.at('b.ipynb')).toBeNull();
    const targets = new Targets(sessions, { activeCell: null });
    expect(targets.source('c1')?.source).toBe('%%stateapp sales');
    expect(targets.of({})).toBeNull();
  });
});
