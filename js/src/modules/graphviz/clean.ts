// What Graphviz drew, with nothing in it that could run or load, and in the colours of the page.

const TAGS = new Set(
  'svg g title text tspan path polygon polyline ellipse circle rect line a defs lineargradient radialgradient stop'.split(
    ' '
  )
);
const ATTRIBUTES = new Set(
  (
    'viewbox width height transform class id d points x y x1 x2 y1 y2 cx cy r rx ry fx fy fill fill-opacity stroke ' +
    'stroke-width stroke-dasharray stroke-opacity opacity font-family font-size font-weight font-style text-anchor ' +
    'text-decoration baseline-shift dominant-baseline offset stop-color stop-opacity gradientunits gradienttransform'
  ).split(' ')
);
const COLOURS = ['fill', 'stroke', 'stop-color'];
const COLOUR = /^[a-z0-9#(),.%\s-]+$/i;
const OWN_GRADIENT = /^url\(#[\w-]+\)$/;
const LINK = /^(https?:|mailto:|#)/i;
const SVG = 'http://www.w3.org/2000/svg';

/** The picture in a text, made anew of what is known to be harmless. */
export function cleaned(text: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (parsed.localName !== 'svg') {
    throw new Error('Graphviz drew nothing.');
  }
  const made = copied(parsed) as SVGSVGElement;
  themed(made);
  return made;
}

function copied(from: Element): SVGElement | null {
  if (!TAGS.has(from.localName.toLowerCase())) {
    return null;
  }
  const made = document.createElementNS(SVG, from.localName);
  for (const { localName, value } of from.attributes) {
    if (localName === 'href') {
      link(made, value);
    } else if (ATTRIBUTES.has(localName.toLowerCase()) && isHarmless(localName, value)) {
      made.setAttribute(localName, value);
    }
  }
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      made.append(child.textContent ?? '');
    } else if (child instanceof Element) {
      const part = copied(child);
      if (part) {
        made.append(part);
      }
    }
  }
  return made;
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'id') {
    return /^l_\d+$|^r_\d+$/.test(value); // gradients, which are named so; nodes need no id
  }
  return !COLOURS.includes(name) || COLOUR.test(value) ? !/url\(/i.test(value) : OWN_GRADIENT.test(value);
}

function link(made: Element, value: string): void {
  if (made.localName === 'a' && LINK.test(value.trim())) {
    made.setAttribute('href', value.trim());
    made.setAttribute('target', '_blank');
    made.setAttribute('rel', 'noopener noreferrer');
  }
}

/** Black lines and words on nothing are those of the page; words in a filled shape stay black. */
function themed(svg: SVGSVGElement): void {
  const ground = svg.querySelector(':scope > g > polygon');
  if (ground && ['white', '#ffffff'].includes(ground.getAttribute('fill') ?? '')) {
    ground.setAttribute('fill', 'none');
    ground.setAttribute('stroke', 'none');
  }
  for (const group of svg.querySelectorAll('g')) {
    const shapes = [
      ...group.querySelectorAll<SVGElement>(
        ':scope > :is(polygon, ellipse, path, polyline, text), :scope > g > a > *'
      )
    ];
    const isFilled = shapes.some(
      shape => shape !== ground && isPainted(shape) && group.classList.contains('node')
    );
    for (const shape of shapes) {
      recolour(shape, isFilled);
    }
  }
}

function isPainted(shape: SVGElement): boolean {
  const fill = shape.getAttribute('fill') ?? 'none';
  return shape.localName !== 'text' && !['none', 'transparent', 'black'].includes(fill);
}

function recolour(shape: SVGElement, isFilled: boolean): void {
  for (const name of ['fill', 'stroke']) {
    if (shape.getAttribute(name) === 'black' && !(isFilled && name === 'fill')) {
      shape.setAttribute(name, 'currentColor');
    }
  }
  if (shape.localName === 'text' && !shape.hasAttribute('fill')) {
    shape.setAttribute('fill', isFilled ? 'black' : 'currentColor');
  }
}
