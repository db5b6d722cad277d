// What the extension uses of JupyterLab's packages, as far as tests need it: every import of `@jupyterlab/...` is this.
import { Token } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import * as React from 'react';

const token = (name: string) => new Token<unknown>(name);

export const ICommandPalette = token('ICommandPalette');
export const ICompletionProviderManager = token('ICompletionProviderManager');
export const IDocumentManager = token('IDocumentManager');
export const ILabShell = token('ILabShell');
export const ILayoutRestorer = token('ILayoutRestorer');
export const INotebookTracker = token('INotebookTracker');
export const IRenderMimeRegistry = token('IRenderMimeRegistry');
export const ISettingRegistry = token('ISettingRegistry');
export const IStateDB = token('IStateDB');
export const IStatusBar = token('IStatusBar');
export const IToolbarWidgetRegistry = token('IToolbarWidgetRegistry');
export const ITranslator = token('ITranslator');

export class LabIcon {
  readonly name: string;
  readonly svgstr: string;
  readonly react = () => <svg data-icon={this.name} />;
  constructor({ name, svgstr }: { name: string; svgstr: string }) {
    this.name = name;
    this.svgstr = svgstr;
  }
}

export class ReactWidget extends Widget {}
export class MainAreaWidget extends Widget {}
export class WidgetTracker {
  readonly namespace = '';
}
export class SimplifiedOutputArea extends Widget {}
export class CommandToolbarButton extends Widget {}

/** What a test answers to the next dialogs, and what was told the user. */
export const host = {
  answers: [] as { accept: boolean; value?: string }[],
  dialogs: [] as { title?: string; body?: unknown; text?: string }[],
  told: [] as string[],
  copied: [] as string[],
  extensions: '[]'
};

function answer(asked: { title?: string }): Promise<{ button: { accept: boolean }; value: string | null }> {
  host.dialogs.push(asked);
  const given = host.answers.shift() ?? { accept: false };
  return Promise.resolve({ button: { accept: given.accept }, value: given.value ?? null });
}

export const showDialog = answer;
export const InputDialog = { getText: answer };
export const Dialog = {
  cancelButton: () => ({ accept: false }),
  okButton: () => ({ accept: true }),
  warnButton: () => ({ accept: true })
};
export const Notification = {
  error: (text: string) => host.told.push(text),
  warning: (text: string) => host.told.push(text),
  info: (text: string) => host.told.push(text)
};
export const Clipboard = { copyToSystem: (text: string) => host.copied.push(text) };
export const NotebookActions = { executed: new Signal<object, unknown>({}) };
export const PathExt = {
  join: (...parts: string[]) => parts.filter(Boolean).join('/'),
  dirname: (path: string) => path.split('/').slice(0, -1).join('/'),
  basename: (path: string) => path.split('/').at(-1) ?? ''
};
export const PageConfig = { getOption: () => host.extensions, getBaseUrl: () => '/base/' };
export const URLExt = {
  join: (...parts: string[]) => parts.join('/').replace(/\/+/g, '/'),
  encodeParts: (path: string) => path.split('/').map(encodeURIComponent).join('/')
};
export const nullTranslator = { load: () => ({ __: (text: string) => text, _n: (text: string) => text }) };
