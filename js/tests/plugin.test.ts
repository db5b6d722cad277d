import type { JupyterFrontEnd } from '@jupyterlab/application';
import { describe, expect, it, vi } from 'vitest';

// The real packages need a browser with Lab around it; the plugin only uses the token's identity.
vi.mock('@jupyterlab/notebook', () => ({ INotebookTracker: Symbol('INotebookTracker') }));

const { default: plugin } = await import('../src/index');

/** An application that fails the test as soon as anything of it is used. */
function untouchable(): JupyterFrontEnd {
  const refuse = (_: object, name: string | symbol): never => {
    throw new Error(`the plugin touched app.${String(name)}`);
  };
  return new Proxy<object>({}, { get: refuse }) as JupyterFrontEnd;
}

describe('the lab extension', () => {
  it('requires no token, so that hosts without a notebook tracker can load it', () => {
    expect(plugin.requires ?? []).toEqual([]);
  });

  it('leaves a host alone that has no notebook tracker', () => {
    expect(() => plugin.activate(untouchable(), null)).not.toThrow();
  });
});
