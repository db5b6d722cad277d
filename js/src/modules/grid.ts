// The grid, a bundle of its own: what views find when they ask for the module `grid`.
export { mount } from './grid/mount';
