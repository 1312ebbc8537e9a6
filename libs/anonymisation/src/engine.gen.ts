// Written by `npm run bench:anonymisation -- --record`.
export const SOURCES = 'PVvfInhfCspliz_ingQIPsvvPayH7nVv1QZ0Ed2wOfo';
