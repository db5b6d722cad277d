/** The commands, and the ids by which other extensions and the layout know our widgets. */
export const PLUGIN_ID = 'jupyter-session-state:plugin';
export const DOMAIN = 'jupyter_session_state';
export const INSPECTOR = 'jupyter-session-state-inspector';

export const commandIds = {
  rerun: 'session-state:rerun',
  clear: 'session-state:clear-and-rerun',
  stop: 'session-state:stop',
  undo: 'session-state:undo',
  redo: 'session-state:redo',
  inspector: 'session-state:toggle-inspector',
  dashboard: 'session-state:open-dashboard',
  voila: 'session-state:open-voila',
  export: 'session-state:export-state',
  copy: 'session-state:copy-value',
  record: 'session-state:record-test'
} as const;
