// Written by `npm run bench:anonymisation -- --record`.
export const SOURCES = 'mx7qDFoeWfJ4C2BEh6j-0tlnNqou9J8bQOIRfkMgLtg';
