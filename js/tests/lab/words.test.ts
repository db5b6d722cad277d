import { describe, expect, it } from 'vitest';
import { isApp, isSetup, nameOf } from '../../src/cells';
import { judge } from '../../src/inspector/edits';
import { ago, duration, kind, kindInWords, owner, writer } from '../../src/words';
import { trans } from './fakes';

describe('words', () => {
  it.each([
    [0, 'just now'],
    [-100, 'just now'], // the clocks of page and kernel may differ
    [12, '10 s ago'],
    [125, '2 min ago'],
    [7300, '2 h ago'],
    [90_000, '1 day ago'],
    [200_000, '2 days ago']
  ])('say how long ago something was: %i s', (seconds, words) => {
    expect(ago(1000, 1000 + seconds, trans)).toBe(words);
  });

  it('say how long something took', () => {
    expect([0.4, 12.4, 999.4, 1500].map(ms => duration(ms, trans))).toEqual([
      '< 1 ms',
      '12 ms',
      '999 ms',
      '1.5 s'
    ]);
  });

  it('say who wrote a key', () => {
    expect(writer({ by: 'callback', name: 'more', line: 4, at: 0 }, trans)).toBe('callback more, line 4');
    expect(writer({ by: 'widget', name: 'Rows', line: null, at: 0 }, trans)).toBe('widget “Rows”');
    expect(writer({ by: 'restore', name: '', line: null, at: 0 }, trans)).toBe('undo');
  });

  it('say the type and the size where that is no matter of course', () => {
    const of = (type: string, size: number) => [
      kind({ type, size }, trans),
      kindInWords({ type, size }, trans)
    ];
    expect(of('int', 1)).toEqual(['int', 'int']);
    expect(of('object', 1)).toEqual(['object', 'object']);
    expect(of('list', 1)).toEqual(['list (1)', 'list, 1 item']);
    expect(of('str', 12)).toEqual(['str (12)', 'str, 12 characters']);
    expect(of('bytes', 2)).toEqual(['bytes (2)', 'bytes, 2 bytes']);
    expect(of('DataFrame', 500)).toEqual(['DataFrame (500)', 'DataFrame, 500 items']);
  });

  it('name the widget', () => {
    expect(owner({ kind: 'slider', label: 'Rows', disabled: true }, trans)).toBe('slider “Rows”, disabled');
    expect(owner({ kind: 'slider', label: '', disabled: false }, trans)).toBe('slider');
  });
});

describe('a cell', () => {
  it.each([
    ['%%stateapp sales\nx = 1', true, 'sales'],
    ['\n  %%stateapp', true, null],
    ['%%stateapp --scope app sales', true, 'sales'],
    ['%%stateapp --on-change=rerun --no-toolbar my-app.2 --query a=1', true, 'my-app.2'],
    ['%%stateapps x', false, null],
    ['x = "%%stateapp y"', false, null]
  ])('is an app by its first line, which may name it: %j', (source, is, name) => {
    expect(isApp(source)).toBe(is);
    expect(nameOf(source)).toBe(name);
  });

  it.each([
    ['%load_ext jupyter_session_state', true],
    ['import numpy\n%reload_ext  jupyter_session_state', true],
    ['import jupyter_session_state as st', true],
    ['from jupyter_session_state import session_state', true],
    ['%load_ext jupyter_session_statement', false],
    ['# import it', false],
    ['%%stateapp a\nimport jupyter_session_state', false]
  ])('brings the package, or does not: %j', (source, does) => {
    expect(isSetup(source)).toBe(does);
  });
});

describe('what is typed as a value', () => {
  it('is sent as it is, if it is JSON: 1.0 stays 1.0, and long numbers stay whole', () => {
    for (const json of ['1.0', '12345678901234567890', '"a"', 'null', '[1, {"a": 2}]']) {
      expect(judge(`  ${json}\n`, 'int', trans)).toEqual({ json });
    }
  });

  it.each([
    ['', 'int', 'Type a value'],
    ['abc', 'str', '"abc"'],
    ["'it is'", 'int', '"it is"'],
    ['True', 'bool', 'true'],
    ['None', 'int', 'null'],
    ['[1,', 'list', 'not JSON']
  ])('is refused with advice: %j', (text, type, advice) => {
    expect(judge(text, type, trans)).toMatchObject({ error: expect.stringContaining(advice) });
  });
});
