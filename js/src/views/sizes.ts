// Widths and heights that authors give, as custom properties: the widget's Layout model clears the plain ones.
export interface Sizes {
  width?: number;
  height?: number | 'content' | 'stretch';
}

export function setSizes(node: HTMLElement, { width, height }: Sizes): void {
  node.style.setProperty('--jss-given-width', width === undefined ? '' : `${width}px`);
  node.style.setProperty('--jss-given-height', typeof height === 'number' ? `${height}px` : '');
  node.classList.toggle('jss-wide', width !== undefined);
  node.classList.toggle('jss-high', typeof height === 'number');
  node.classList.toggle('jss-grows', height === 'content');
  node.classList.toggle('jss-fills', height === 'stretch');
}
