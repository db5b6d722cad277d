// Cells that the grid does not know by itself: what they hold, and how they are drawn.
import { GridCellKind } from '@glideapps/glide-data-grid';
import type { CustomCell, CustomRenderer, DrawArgs } from '@glideapps/glide-data-grid';
import type { Column, Content } from './types';

export interface Special {
  /** `progress`, `line_chart`, `chips`, `choice`, `moment`, `detail`, ... */
  kind: string;
  column: Column;
  content: Content;
  text: string;
  colors: Record<string, string>;
  editable: boolean;
  /** Where it is in the data, for what is looked up when it is opened. */
  position?: number;
  number?: number;
}

export type SpecialCell = CustomCell<Special>;

export function isSpecial(cell: CustomCell): cell is SpecialCell {
  return typeof (cell.data as Partial<Special>).kind === 'string' && 'column' in cell.data;
}

type Args = DrawArgs<SpecialCell>;

function numbersOf(content: Content): (number | null)[] {
  const items = Array.isArray(content) ? content : [];
  return items.map(item => (typeof item === 'number' ? item : null));
}

function colorOf(args: Args, rising: boolean): string {
  const { column, colors } = args.cell.data;
  const color = column.color;
  if (color === 'auto' || color === 'auto-inverse') {
    return (rising === (color === 'auto') ? colors.green : colors.red) ?? args.theme.accentColor;
  }
  return color ? (colors[color] ?? color) : args.theme.accentColor;
}

function box({ rect, theme }: Args): { x: number; y: number; width: number; height: number } {
  const pad = theme.cellHorizontalPadding;
  return {
    x: rect.x + pad,
    y: rect.y + 7,
    width: Math.max(0, rect.width - 2 * pad),
    height: rect.height - 14
  };
}

function scaleOf(values: (number | null)[], column: Column, fromZero: boolean): (value: number) => number {
  const known = values.filter(value => value !== null);
  const low = column.y_min ?? Math.min(...known, ...(fromZero ? [0] : []));
  const high = column.y_max ?? Math.max(...known, ...(fromZero ? [0] : []));
  const span = high - low || 1;
  return value => Math.min(1, Math.max(0, (value - low) / span));
}

function drawLine(args: Args): void {
  const { ctx, cell } = args;
  const values = numbersOf(cell.data.content);
  const known = values.filter(value => value !== null);
  const area = box(args);
  const scale = scaleOf(values, cell.data.column, false);
  const at = (index: number) => area.x + (area.width * index) / Math.max(1, values.length - 1);
  const points: [number, number][] = values.flatMap((value, index) =>
    value === null ? [] : [[at(index), area.y + area.height * (1 - scale(value))]]
  );
  if (points.length === 0) {
    return;
  }
  const color = colorOf(args, (known.at(-1) ?? 0) >= (known[0] ?? 0));
  ctx.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) {
      ctx.moveTo(x, y);
    } else {
      ctx.lineTo(x, y);
    }
  });
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5;
  ctx.lineJoin = 'round';
  ctx.stroke();
  if (cell.data.kind === 'area_chart') {
    ctx.lineTo(points.at(-1)?.[0] ?? 0, area.y + area.height);
    ctx.lineTo(points[0]?.[0] ?? 0, area.y + area.height);
    ctx.closePath();
    ctx.globalAlpha = 0.25;
    ctx.fillStyle = color;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
}

function drawBars(args: Args): void {
  const { ctx, cell } = args;
  const values = numbersOf(cell.data.content);
  const known = values.filter(value => value !== null);
  const area = box(args);
  const scale = scaleOf(values, cell.data.column, true);
  const step = area.width / Math.max(1, values.length);
  const zero = area.y + area.height * (1 - scale(0));
  ctx.fillStyle = colorOf(args, (known.at(-1) ?? 0) >= (known[0] ?? 0));
  values.forEach((value, index) => {
    if (value !== null) {
      const top = area.y + area.height * (1 - scale(value));
      ctx.fillRect(
        area.x + index * step,
        Math.min(top, zero),
        Math.max(1, step - 1),
        Math.max(1, Math.abs(zero - top))
      );
    }
  });
}

function drawProgress(args: Args): void {
  const { ctx, cell, theme, rect } = args;
  const { column, content, text } = cell.data;
  const low = Number(column.min_value ?? 0);
  const high = Number(column.max_value ?? (column.kind === 'float' ? 1 : 100));
  const share =
    typeof content === 'number' ? Math.min(1, Math.max(0, (content - low) / (high - low || 1))) : 0;
  const area = box(args);
  const room = Math.min(area.width / 2, Math.max(48, ctx.measureText(text).width + 8));
  const width = Math.max(0, area.width - room);
  const y = rect.y + rect.height / 2 - 3;
  ctx.fillStyle = theme.bgBubble;
  ctx.beginPath();
  ctx.roundRect(area.x, y, width, 6, 3);
  ctx.fill();
  if (share > 0) {
    ctx.fillStyle = colorOf(args, share > 0.5);
    ctx.beginPath();
    ctx.roundRect(area.x, y, Math.max(6, width * share), 6, 3);
    ctx.fill();
  }
  ctx.fillStyle = theme.textDark;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, area.x + area.width, rect.y + rect.height / 2 + 1);
  ctx.textAlign = 'left';
}

function drawChips(args: Args): void {
  const { ctx, cell, theme, rect } = args;
  const { content, column, colors } = cell.data;
  let x = rect.x + theme.cellHorizontalPadding;
  const end = rect.x + rect.width - 4;
  for (const item of Array.isArray(content) ? content : []) {
    const option = column.options?.find(one => one.value === item);
    const text = option?.label ?? (item === null ? 'None' : String(item));
    const width = ctx.measureText(text).width + 14;
    if (x > end) {
      break;
    }
    const color = option?.color && option.color !== 'auto' ? (colors[option.color] ?? option.color) : null;
    ctx.beginPath();
    ctx.roundRect(x, rect.y + rect.height / 2 - 10, width, 20, 10);
    ctx.globalAlpha = color ? 0.3 : 1;
    ctx.fillStyle = color ?? theme.bgBubble;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.fillStyle = theme.textBubble;
    ctx.textBaseline = 'middle';
    ctx.fillText(text, x + 7, rect.y + rect.height / 2 + 1);
    x += width + 4;
  }
}

function drawText(args: Args): void {
  const { ctx, cell, theme, rect } = args;
  const { column, text, content, kind } = cell.data;
  const align = cell.contentAlign ?? column.alignment ?? 'left';
  const pad = theme.cellHorizontalPadding;
  const arrow = kind === 'choice' && cell.data.editable ? 14 : 0;
  const x = { left: rect.x + pad, center: rect.x + rect.width / 2, right: rect.x + rect.width - pad - arrow }[
    align
  ];
  ctx.fillStyle = content === null ? theme.textLight : kind === 'media' ? theme.linkColor : theme.textDark;
  ctx.textAlign = align;
  ctx.textBaseline = 'middle';
  ctx.save();
  ctx.beginPath();
  ctx.rect(rect.x, rect.y, rect.width - arrow, rect.height);
  ctx.clip();
  ctx.fillText(text.replace(/\s+/g, ' '), x, rect.y + rect.height / 2 + 1);
  ctx.restore();
  ctx.textAlign = 'left';
  if (arrow > 0) {
    const [right, middle] = [rect.x + rect.width - pad, rect.y + rect.height / 2];
    ctx.beginPath();
    ctx.moveTo(right - 8, middle - 2);
    ctx.lineTo(right - 4, middle + 2);
    ctx.lineTo(right, middle - 2);
    ctx.strokeStyle = theme.textMedium;
    ctx.lineWidth = 1.5;
    ctx.stroke();
  }
}

const DRAW: Record<string, (args: Args) => void> = {
  line_chart: drawLine,
  area_chart: drawLine,
  bar_chart: drawBars,
  progress: drawProgress,
  chips: drawChips
};

export function draw(args: Args): void {
  const { kind, content } = args.cell.data;
  if (content === null) {
    drawText(args);
  } else {
    (DRAW[kind] ?? drawText)(args);
  }
}

function measure(ctx: CanvasRenderingContext2D, cell: SpecialCell): number {
  if (['line_chart', 'area_chart', 'bar_chart', 'progress'].includes(cell.data.kind)) {
    return 160;
  }
  const chips =
    cell.data.kind === 'chips' && Array.isArray(cell.data.content) ? cell.data.content.length * 18 : 0;
  return ctx.measureText(cell.data.text).width + 16 + chips + (cell.data.kind === 'choice' ? 16 : 0);
}

/** What draws such cells, with `provideEditor` for those that open. */
export function rendererWith(
  provideEditor: NonNullable<CustomRenderer<SpecialCell>['provideEditor']>,
  onPaste: NonNullable<CustomRenderer<SpecialCell>['onPaste']>
): CustomRenderer<SpecialCell> {
  return {
    kind: GridCellKind.Custom,
    isMatch: isSpecial,
    draw,
    measure,
    provideEditor,
    onPaste,
    onDelete: cell => ({ ...cell, copyData: '', data: { ...cell.data, content: null, text: '' } })
  };
}
