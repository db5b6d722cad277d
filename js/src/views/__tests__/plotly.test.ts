import { describe, expect, it } from 'vitest';
import { recoloured, selected } from '../plotly';

describe('what is selected in a chart of Plotly', () => {
  it('has the form that scripts know', () => {
    const data = { legendgroup: 'setosa' };
    const point = {
      curveNumber: 2,
      pointNumber: 9,
      pointIndex: 9,
      x: 3.6,
      y: 7,
      'marker.size': 6,
      customdata: [2.5]
    };
    const told = {
      points: [{ ...point, data, fullData: {}, xaxis: {}, yaxis: {} }],
      selections: [
        { type: 'rect', xref: 'x', yref: 'y', x0: 1, x1: 2, y0: 3, y1: 4 },
        { type: 'path', xref: 'x', yref: 'y', path: 'M1,2L3,4L5,6Z' }
      ]
    };
    expect(selected(told)).toEqual({
      points: [
        {
          curve_number: 2,
          point_number: 9,
          point_index: 9,
          x: 3.6,
          y: 7,
          marker_size: 6,
          customdata: [2.5],
          legendgroup: 'setosa'
        }
      ],
      point_indices: [9],
      box: [{ xref: 'x', yref: 'y', x: [1, 2], y: [3, 4] }],
      lasso: [{ xref: 'x', yref: 'y', x: [1, 3, 5], y: [2, 4, 6] }]
    });
  });

  it('names each point once where several make one bar', () => {
    const told = { points: [{ pointIndices: [1, 2] }, { pointNumbers: [2, 3] }] };
    expect(selected(told)['point_indices']).toEqual([1, 2, 3]);
  });
});

describe('the colours that Plotly gives', () => {
  it('become those of the page, and an author keeps his own', () => {
    expect(recoloured('{"a": "#636EFA", "b": "#123456"}', ['rgb(1, 2, 3)'])).toBe(
      '{"a": "rgb(1, 2, 3)", "b": "#123456"}'
    );
  });
});
