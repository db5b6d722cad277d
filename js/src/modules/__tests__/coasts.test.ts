import { describe, expect, it } from 'vitest';
import { coasts, flat } from '../coasts';

type Point = [number, number];

describe('the coasts of a flat map', () => {
  it('have no line from one edge of it to the other but the lowest', () => {
    const { coordinates } = coasts() as { coordinates: Point[][][] };
    expect(coordinates.length).toBeGreaterThan(100);
    const leaps = coordinates.flat().flatMap(ring =>
      ring.filter(([x, y], number) => {
        const [before] = ring[number - 1] ?? [x];
        return Math.abs(x - before) > 180 && y > -89;
      })
    );
    expect(leaps).toEqual([]);
  });

  it('have lakes within their land', () => {
    const { coordinates } = coasts() as { coordinates: Point[][][] };
    const withLakes = coordinates.filter(rings => rings.length > 1);
    expect(withLakes.length).toBeGreaterThan(0);
    for (const [land = [], ...lakes] of withLakes) {
      const places = land.map(([x]) => x);
      for (const [x] of lakes.flat()) {
        expect(x).toBeGreaterThan(Math.min(...places));
        expect(x).toBeLessThan(Math.max(...places));
      }
    }
  });

  it('go around the pole along the lower edge', () => {
    const pole: Point[] = [
      [0, -70],
      [120, -70],
      [-120, -70],
      [0, -70]
    ];
    expect(flat(pole)).toEqual([
      [-360, -70],
      [-240, -70],
      [-120, -70],
      [0, -70],
      [0, -89],
      [-360, -89],
      [-360, -70]
    ]);
  });
});
