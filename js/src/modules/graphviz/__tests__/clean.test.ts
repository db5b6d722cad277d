import { describe, expect, it } from 'vitest';
import { cleaned } from '../clean';

const picture = (inside: string) =>
  cleaned(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9pt" onload="x()">${inside}</svg>`
  );

describe('what Graphviz drew', () => {
  it('keeps shapes, words and links to the web', () => {
    const svg = picture('<g class="node"><a xlink:href="https://a.example"><text>x &lt; y</text></a></g>');
    expect(svg.getAttribute('width')).toBe('9pt');
    expect(svg.querySelector('a')?.getAttribute('href')).toBe('https://a.example');
    expect(svg.querySelector('a')?.getAttribute('rel')).toContain('noopener');
    expect(svg.textContent).toBe('x < y');
  });

  it.each([
    '<script>x()</script>',
    '<g onclick="x()"/>',
    '<a xlink:href="javascript:x()"><text>y</text></a>',
    '<a xlink:href=" java\nscript:x()"><text>y</text></a>',
    '<image xlink:href="https://a.example/x.png"/>',
    '<foreignObject><p>x</p></foreignObject>',
    '<style>@import "x"</style>',
    '<g style="background: url(x)"/>',
    '<path fill="url(https://a.example)"/>',
    '<g id="cookie"/>',
    '<use href="#x"/>',
    '<animate attributeName="href" to="javascript:x()"/>'
  ])('loses what could run, load or take a name: %s', inside => {
    const html = picture(inside).outerHTML;
    expect(html).not.toMatch(/onclick|onload|script|example|foreign|import|style|cookie|<use|animate/i);
  });

  it('has the colours of the page, but for words in a filled shape', () => {
    const svg = picture(
      '<g><polygon fill="white" stroke="none"/>' +
        '<g class="node"><ellipse fill="none" stroke="black"/><text>a</text></g>' +
        '<g class="node"><ellipse fill="yellow" stroke="black"/><text>b</text></g></g>'
    );
    expect(svg.querySelector('polygon')?.getAttribute('fill')).toBe('none');
    const [plain, filled] = [...svg.querySelectorAll('text')].map(node => node.getAttribute('fill'));
    expect([plain, filled]).toEqual(['currentColor', 'black']);
  });

  it('is refused if it is no picture', () => {
    expect(() => cleaned('<p>x</p>')).toThrow('nothing');
  });
});
