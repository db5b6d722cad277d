// Buttons in cells: how they are drawn, how large they are, and whether the pointer is on one.
import { GridCellKind } from '@glideapps/glide-data-grid';
import type { CustomRenderer, DrawArgs, Rectangle, Theme } from '@glideapps/glide-data-grid';
import { FONT, canDraw, faceOf, wordsOf } from './icons';
import { isSpecial } from './special';
import type { SpecialCell } from './special';

type Area = Pick<Rectangle, 'width' | 'height'>;
type Fonts = Pick<Theme, 'baseFontStyle' | 'fontFamily' | 'cellHorizontalPadding'>;

const ICON = 18;
const GAP = 4;
/** How wide the three dots of a menu are. */
const DOTS = 4;

export function labelsOf({ data }: SpecialCell): string[] {
  return data.kind === 'button' && Array.isArray(data.content) ? data.content.map(String) : [];
}

interface Inside {
  icon: string | null;
  text: string;
  textWidth: number;
  width: number;
}

/** What stands in a button with one label. */
function inside(ctx: CanvasRenderingContext2D, label: string): Inside {
  const face = faceOf(label);
  const icon = face.icon !== null && canDraw(face.icon) ? face.icon : null;
  const text = icon === null ? wordsOf(label) : face.text;
  const textWidth = text ? ctx.measureText(text.replace(/\s+/g, ' ')).width : 0;
  const width = textWidth + (icon ? ICON + (text ? GAP : 0) : 0);
  return { icon, text: text.replace(/\s+/g, ' '), textWidth, width };
}

function contentWidth(ctx: CanvasRenderingContext2D, labels: string[]): number {
  return labels.length > 1 ? DOTS : inside(ctx, labels[0] ?? '').width;
}

/** Where in its cell a button is. */
export function boxOf(area: Area, content: number, pad: number, align = 'center'): Rectangle {
  const width = Math.max(0, Math.min(area.width - pad, content + 2 * pad));
  const height = Math.max(0, Math.min(28, area.height - 6));
  const left = { left: pad / 2, right: area.width - width - pad / 2 }[align] ?? (area.width - width) / 2;
  return { x: left, y: (area.height - height) / 2, width, height };
}

export function isIn(box: Rectangle, x: number | undefined, y: number | undefined): boolean {
  const within = (at: number | undefined, from: number, length: number) =>
    at !== undefined && at >= from && at <= from + length;
  return within(x, box.x, box.width) && within(y, box.y, box.height);
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Whether a point of a cell is on its button. */
export function isOnButton(cell: SpecialCell, area: Area, x: number, y: number, fonts: Fonts): boolean {
  const labels = labelsOf(cell);
  pen ??= document.createElement('canvas').getContext('2d');
  if (labels.length === 0 || !pen) {
    return false;
  }
  pen.font = `${fonts.baseFontStyle} ${fonts.fontFamily}`;
  const align = cell.data.column.alignment;
  return isIn(boxOf(area, contentWidth(pen, labels), fonts.cellHorizontalPadding, align), x, y);
}

interface Paint {
  ground: string | null;
  edge: string | null;
  ink: string;
}

function paintOf({ theme }: DrawArgs<SpecialCell>, type: string | undefined, hovered: boolean): Paint {
  if (type === 'primary') {
    return { ground: theme.accentColor, edge: null, ink: theme.accentFg };
  }
  const ground = hovered ? theme.bgBubble : null;
  return type === 'tertiary'
    ? { ground: null, edge: null, ink: hovered ? theme.linkColor : theme.textDark }
    : { ground, edge: theme.textLight, ink: theme.textDark };
}

function draw(args: DrawArgs<SpecialCell>): void {
  const { ctx, cell, rect, theme, hoverX, hoverY } = args;
  const labels = labelsOf(cell);
  if (labels.length === 0) {
    return;
  }
  const { alignment, button_type: type, clickable } = cell.data.column;
  ctx.font = theme.baseFontFull;
  const box = boxOf(rect, contentWidth(ctx, labels), theme.cellHorizontalPadding, alignment);
  const hovered = clickable === true && isIn(box, hoverX, hoverY);
  const paint = paintOf(args, type, hovered);
  if (hovered) {
    args.overrideCursor?.('pointer');
  }
  const shape = { ...box, x: rect.x + box.x, y: rect.y + box.y };
  drawShape(ctx, shape, paint);
  ctx.save();
  ctx.beginPath();
  ctx.rect(shape.x, shape.y, shape.width, shape.height);
  ctx.clip();
  ctx.fillStyle = paint.ink;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  if (labels.length > 1) {
    drawDots(ctx, shape);
  } else {
    drawFace(ctx, shape, inside(ctx, labels[0] ?? ''));
  }
  ctx.restore();
}

function drawShape(ctx: CanvasRenderingContext2D, { x, y, width, height }: Rectangle, paint: Paint): void {
  ctx.beginPath();
  ctx.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 4);
  if (paint.ground) {
    ctx.fillStyle = paint.ground;
    ctx.fill();
  }
  if (paint.edge) {
    ctx.strokeStyle = paint.edge;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
}

function drawDots(ctx: CanvasRenderingContext2D, { x, y, width, height }: Rectangle): void {
  for (const step of [-5, 0, 5]) {
    ctx.beginPath();
    ctx.arc(x + width / 2, y + height / 2 + step, 1.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}

function drawFace(ctx: CanvasRenderingContext2D, box: Rectangle, { icon, text, width }: Inside): void {
  const middle = box.y + box.height / 2 + 1;
  let x = Math.max(box.x + GAP, box.x + (box.width - width) / 2);
  if (icon) {
    const font = ctx.font;
    ctx.font = `${ICON}px ${FONT}`;
    ctx.fillText(icon, x, middle);
    ctx.font = font;
    x += ICON + GAP;
  }
  ctx.fillText(text, x, middle);
}

export const buttonRenderer: CustomRenderer<SpecialCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is SpecialCell => isSpecial(cell) && cell.data.kind === 'button',
  needsHover: true,
  needsHoverPosition: true,
  draw,
  measure: (ctx, cell, theme) => contentWidth(ctx, labelsOf(cell)) + 4 * theme.cellHorizontalPadding,
  onSelect: args => {
    args.preventDefault(); // a click is for the button, not for the cell
  }
};
