import { LabIcon } from '@jupyterlab/ui-components';

/** An icon of lines, in the colour of JupyterLab's own; drawn here on a field of 16 by 16. */
function icon(name: string, inside: string): LabIcon {
  const lines = 'stroke="#616161" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"';
  const svgstr = `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 16 16" fill="none"><g class="jp-icon3" ${lines}>${inside}</g></svg>`;
  return new LabIcon({ name: `jupyter-session-state:${name}`, svgstr });
}

/** Three keys with their values, and the turn that a rerun is. */
export const stateIcon = icon(
  'state',
  '<path d="M2 3.5h3M7.5 3.5H10M2 8h3M7.5 8h1M2 12.5h3"/><path d="M14 9.5a3.3 3.3 0 1 0 .2 2.4M14.3 7.6v2.2h-2.2"/>'
);
export const rerunIcon = icon('rerun', '<path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2v2.8h-2.8"/>');
export const clearIcon = icon(
  'clear',
  '<path d="M12.6 6.2A5 5 0 1 0 13 8M13.2 2v2.8h-2.8"/><path d="M6.2 6.2l3.6 3.6M9.8 6.2L6.2 9.8"/>'
);
export const stopIcon = icon('stop', '<rect x="4" y="4" width="8" height="8" rx="1"/>');
export const undoIcon = icon('undo', '<path d="M5.5 3L2.5 6l3 3M3 6h6.2a3.6 3.6 0 0 1 0 7.2H6"/>');
export const redoIcon = icon('redo', '<path d="M10.5 3l3 3-3 3M13 6H6.8a3.6 3.6 0 0 0 0 7.2H10"/>');
export const dashboardIcon = icon(
  'dashboard',
  '<rect x="2" y="2.5" width="12" height="11" rx="1.2"/><path d="M2 6h12M8 6v7.5"/>'
);
export const exportIcon = icon('export', '<path d="M8 2v7.5M5 7l3 3 3-3M2.5 11v2.5h11V11"/>');
export const testIcon = icon(
  'test',
  '<path d="M6 2h4M7 2v4.2L3.4 12.6a.9.9 0 0 0 .8 1.4h7.6a.9.9 0 0 0 .8-1.4L9 6.2V2M5 10h6"/>'
);
export const editIcon = icon('edit', '<path d="M3 13l.7-2.8 7-7 2.1 2.1-7 7zM9.3 4.6l2.1 2.1"/>');
export const copyIcon = icon(
  'copy',
  '<rect x="5.5" y="5.5" width="8" height="8" rx="1"/><path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/>'
);
export const pinIcon = icon('pin', '<path d="M6 2h4l-.5 4.5L12 9H4l2.5-2.5zM8 9v5"/>');
export const deleteIcon = icon('delete', '<path d="M3 4.5h10M6.5 4.5v-2h3v2M4.3 4.5l.6 9h6.2l.6-9"/>');
