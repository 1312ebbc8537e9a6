// Written by `npm run bench:anonymisation -- --record`.
export const MEASURED = {
  engine: '2Go18FqkcJRlodrGIYtQmj1Y-rZl8GftYeCO1Zve75Y',
  recall: { personsLatin: 89.2, personsArabic: 96.9, contacts: 100 },
};
