import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { describe, expect, it } from 'vitest';
import plugins from '../src/index';

/** An application that fails the test as soon as anything of it is used. */
function untouchable(): JupyterFrontEnd {
  const refuse = (_: object, name: string | symbol): never => {
    throw new Error(`the plugin touched app.${String(name)}`);
  };
  return new Proxy<object>({}, { get: refuse }) as JupyterFrontEnd;
}

describe.each((plugins as JupyterFrontEndPlugin<unknown>[]).map(plugin => [plugin.id, plugin] as const))(
  'the plugin %s',
  (_id, plugin) => {
    it('requires no token, so that hosts without a notebook tracker can load it', () => {
      expect(plugin.requires ?? []).toEqual([]);
      expect(plugin.autoStart).toBe(true);
    });

    it('leaves a host alone that has nothing of what it can use', () => {
      const nothing = (plugin.optional ?? []).map(() => null);
      expect(() => plugin.activate(untouchable(), ...nothing)).not.toThrow();
    });
  }
);
