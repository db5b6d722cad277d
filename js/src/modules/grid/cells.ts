// The content of a cell as the grid wants it.
import { GridCellKind } from '@glideapps/glide-data-grid';
import type { GridCell } from '@glideapps/glide-data-grid';
import { linkText, textOf } from './format';
import { wordsOf } from './icons';
import type { SpecialCell } from './special';
import { readableOn } from './theme';
import { isNumeric, typeOf } from './types';
import type { Column, Content, Look } from './types';

export interface CellContext {
  editable: boolean;
  placeholder: string;
  colors: Record<string, string>;
  linkColor: string;
  /** Row in the data and number of the column, for what is looked up. */
  position?: number;
  number: number;
  look?: Look | undefined;
}

const CHARTS = new Set(['line_chart', 'area_chart', 'bar_chart']);
const MEDIA = new Set(['audio', 'video']);
const LINKS = new Set(['link', ...MEDIA]);

/** Whether an address may be followed: pages and mail, nothing that runs. */
export function isSafe(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address.trim());
}

/** Whether a player may be given an address: of a server, or sounds and films as they are. */
function isPlayable(address: string): boolean {
  return /^(https?:\/\/|data:(audio|video)\/[\w.+-]+[;,])/i.test(address.trim());
}

function isPicture(address: string): boolean {
  return /^(https?:\/\/|data:image\/(png|jpe?g|gif|webp|bmp|svg\+xml|avif)[;,])/i.test(address.trim());
}

export const LOADING: GridCell = { kind: GridCellKind.Loading, allowOverlay: false, skeletonWidth: 60 };

export function cellOf(content: Content, column: Column, context: CellContext): GridCell {
  const cell = plainCell(content, column, context);
  const look = context.look;
  const ground = look?.[3];
  const ink = look?.[4] ?? (ground ? readableOn(ground) : null);
  const override = { ...(ground ? { bgCell: ground } : {}), ...(ink ? { textDark: ink } : {}) };
  return Object.keys(override).length > 0 ? { ...cell, themeOverride: override } : cell;
}

function plainCell(content: Content, column: Column, context: CellContext): GridCell {
  const type = typeOf(column);
  const text = content === null ? context.placeholder : (context.look?.[2] ?? textOf(content, column));
  if (type === 'checkbox' && (typeof content === 'boolean' || content === null)) {
    const readonly = !context.editable;
    return { kind: GridCellKind.Boolean, data: content, readonly, allowOverlay: false, ...align(column) };
  }
  if (type === 'image') {
    const pictures = (Array.isArray(content) ? content : [content]).filter(
      item => typeof item === 'string' && isPicture(item)
    ) as string[];
    return { kind: GridCellKind.Image, data: pictures, allowOverlay: true, readonly: true, ...align(column) };
  }
  if (MEDIA.has(type) && !context.editable && typeof content === 'string' && isPlayable(content)) {
    return specialCell('media', content, linkText(content, column.display_text), column, context);
  }
  if (LINKS.has(type) && !(context.editable && content === null)) {
    return linkCell(content, text, column, context);
  }
  if (type === 'button') {
    const labels = Array.isArray(content) ? content.map(String) : [];
    return specialCell(type, content, labels.map(wordsOf).join(', '), column, {
      ...context,
      editable: false
    });
  }
  const special = specialKind(type, content, column, context);
  if (special !== null) {
    return specialCell(special, content, text, column, context);
  }
  if (isNumeric(column) && context.editable) {
    const cell = specialCell('number', content, text, column, context);
    return { ...cell, contentAlign: column.alignment ?? 'right' };
  }
  if (isNumeric(column) && (typeof content === 'number' || content === null)) {
    return numberCell(content, text, column);
  }
  return {
    kind: GridCellKind.Text,
    data: content === null ? '' : text,
    displayData: text.replace(/\s+/g, ' '),
    readonly: !context.editable,
    allowOverlay: true,
    ...faded(content),
    ...align(column)
  };
}

function numberCell(content: number | null, text: string, column: Column): GridCell {
  return {
    kind: GridCellKind.Number,
    data: content ?? undefined,
    displayData: text,
    readonly: true,
    allowOverlay: false,
    ...faded(content),
    contentAlign: column.alignment ?? 'right'
  };
}

function linkCell(content: Content, text: string, column: Column, context: CellContext): GridCell {
  const { editable } = context;
  const address = typeof content === 'string' ? content : '';
  const shown = typeOf(column) === 'link' ? text : linkText(address, column.display_text);
  if (editable || !isSafe(address)) {
    return {
      kind: GridCellKind.Text,
      data: address,
      displayData: content === null ? text : shown,
      readonly: !editable,
      allowOverlay: true,
      ...faded(content),
      ...(isSafe(address) ? { themeOverride: { textDark: context.linkColor } } : {}),
      ...align(column)
    };
  }
  return {
    kind: GridCellKind.Uri,
    data: address,
    displayData: shown,
    readonly: true,
    allowOverlay: true,
    hoverEffect: true,
    copyData: address,
    onClickUri: args => {
      args.preventDefault();
      window.open(address, '_blank', 'noopener,noreferrer');
    },
    ...align(column)
  };
}

function specialKind(
  type: string,
  content: Content,
  column: Column,
  { editable }: CellContext
): string | null {
  if (CHARTS.has(type)) {
    return Array.isArray(content) || content === null ? type : null;
  }
  if (type === 'progress') {
    return type;
  }
  if (type === 'selectbox') {
    return 'choice';
  }
  if (type === 'list' || type === 'multiselect') {
    return Array.isArray(content) || content === null ? 'chips' : null;
  }
  if (type === 'date' || type === 'time' || type === 'datetime') {
    return editable ? 'moment' : null;
  }
  const isLong = typeof content === 'string' && content.length > 500;
  const opens = type === 'json' || type === 'markdown' || column.kind === 'json' || isLong;
  return opens && !editable ? 'detail' : null;
}

function specialCell(
  kind: string,
  content: Content,
  text: string,
  column: Column,
  { editable, colors, position, number }: CellContext
): SpecialCell {
  const opens = editable || kind === 'detail' || kind === 'chips' || kind === 'media';
  return {
    kind: GridCellKind.Custom,
    allowOverlay: opens,
    readonly: !editable,
    copyData: content === null ? '' : text,
    data: {
      kind,
      column,
      content,
      text,
      colors,
      editable,
      number,
      ...(position === undefined ? {} : { position })
    },
    ...align(column)
  };
}

function align(column: Column): { contentAlign?: 'left' | 'center' | 'right' } {
  return column.alignment ? { contentAlign: column.alignment } : {};
}

function faded(content: Content): { style?: 'faded' } {
  return content === null ? { style: 'faded' } : {};
}
