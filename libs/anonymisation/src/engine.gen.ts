// Written by `npm run bench:anonymisation -- --record`.
export const SOURCES = 'F1EIzjqYLP493fKCRf5AJ1L9yEUsk0amvuAfioDRgn0';
