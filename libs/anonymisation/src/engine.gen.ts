// Written by `npm run bench:anonymisation -- --record`.
export const SOURCES = 'j8sFUnNr7DCR_6P5LZoiBxZqrlb0AyOyDJaU2xojPbs';
