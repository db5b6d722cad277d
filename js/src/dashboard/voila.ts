// Whether this server has Voilà, and where it shows a notebook.
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import type { CommandRegistry } from '@lumino/commands';

const EXTENSION = '@voila-dashboards/jupyterlab-preview';
const COMMANDS = ['notebook:open-with-voila', 'notebook:render-with-voila'];

/**
 * Voilà's own extension of JupyterLab comes with it, so no request is needed; a request for a page that is missing
 * would be an error in the console of everybody who has no Voilà.
 */
export function hasVoila(commands: Pick<CommandRegistry, 'hasCommand'>): boolean {
  return (
    COMMANDS.some(id => commands.hasCommand(id)) ||
    PageConfig.getOption('federated_extensions').includes(EXTENSION)
  );
}

export function voilaUrl(path: string): string {
  return URLExt.join(PageConfig.getBaseUrl(), 'voila', 'render', URLExt.encodeParts(path));
}
