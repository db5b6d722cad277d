// The theme of the page as components know it.
import type { Theme } from './theme';

const RADIUS = '0.5rem';
const CODE_FONT = '"Source Code Pro", ui-monospace, Menlo, Consolas, monospace';

/** What components of version 1 are told. */
export function themeOfVersion1(theme: Theme): Record<string, string> {
  return {
    base: theme.dark ? 'dark' : 'light',
    primaryColor: theme.accent,
    backgroundColor: theme.ground,
    secondaryBackgroundColor: secondary(theme),
    textColor: theme.text,
    font: theme.font
  };
}

/** Custom properties with the names that components of version 2 look for. */
export function variablesOf(theme: Theme): Record<string, string> {
  const colors = Object.entries(theme.named).filter(([name]) => name !== 'grey' && name !== 'primary');
  return {
    '--st-primary-color': theme.accent,
    '--st-background-color': theme.ground,
    '--st-secondary-background-color': secondary(theme),
    '--st-text-color': theme.text,
    '--st-link-color': theme.accent,
    '--st-border-color': theme.line,
    '--st-border-color-light': theme.line,
    '--st-widget-border-color': theme.line,
    '--st-font': theme.font,
    '--st-heading-font': theme.font,
    '--st-heading-color': theme.text,
    '--st-code-font': CODE_FONT,
    '--st-code-background-color': secondary(theme),
    '--st-code-text-color': theme.text,
    '--st-base-font-size': '14px',
    '--st-base-font-weight': '400',
    '--st-base-radius': RADIUS,
    '--st-button-radius': RADIUS,
    ...Object.fromEntries(colors.map(([name, color]) => [`--st-${name}-color`, color]))
  };
}

function secondary({ text, ground }: Theme): string {
  return `color-mix(in srgb, ${text} 6%, ${ground})`;
}
