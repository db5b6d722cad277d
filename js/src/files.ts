// Texts that are kept in a file beside the notebook.
import { Dialog, InputDialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { Trans } from './words';

interface Offer {
  readonly contents: Contents.IManager;
  readonly trans: Trans;
  /** The notebook beside which the file goes. */
  readonly notebook: string;
  /** The name that is offered. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** Ask for a name and write the file; returns its path, or null if the user thought better of it. */
export async function saveBeside({
  contents,
  trans,
  notebook,
  name,
  title,
  text
}: Offer): Promise<string | null> {
  const answer = await InputDialog.getText({
    title,
    text: name,
    label: trans.__('File name'),
    okLabel: trans.__('Save')
  });
  const chosen = answer.value?.trim();
  if (!answer.button.accept || !chosen) {
    return null;
  }
  const path = PathExt.join(PathExt.dirname(notebook), chosen);
  if ((await exists(contents, path)) && !(await mayReplace(path, trans))) {
    return null;
  }
  await contents.save(path, { type: 'file', format: 'text', content: text });
  return path;
}

/** Looked up in the listing of its folder, since asking for a file that is missing is an error in the console. */
async function exists(contents: Contents.IManager, path: string): Promise<boolean> {
  const folder = await contents.get(PathExt.dirname(path), { type: 'directory', content: true });
  return (folder.content as Contents.IModel[]).some(({ name }) => name === PathExt.basename(path));
}

async function mayReplace(path: string, trans: Trans): Promise<boolean> {
  const { button } = await showDialog({
    title: trans.__('Replace the file?'),
    body: trans.__('%1 is there already.', path),
    buttons: [Dialog.cancelButton(), Dialog.warnButton({ label: trans.__('Replace') })]
  });
  return button.accept;
}
