const ACT =
  /(?:(?:^|[^\p{L}])(?:laws?|acts?|decrees?|order|resolutions?|directives?|regulations?|lois?|d[ée]crets?|r[ée]solutions?|r[èe]glements?|arr[êe]t[ée]s?|circulaires?|dahirs?|ley(?:es)?|decretos?|resoluci[oó]n(?:es)?|directivas?|reglamentos?|acuerdos?|leis?|decretos?-leis?|portarias?|despachos?|resolu[cç](?:[aã]o|[oõ]es)|regulamentos?|constitution|constituci[oó]n|constitui[cç][aã]o|treaty|convention|convenci[oó]n|conven[cç][aã]o|agenda)|قانون|قوانين|مرسوم|ظهير|قرار|دستور|اتفاقية|منشور)[^;\n]{0,45}$/iu;

/** Whether what begins at `at` is part of the name of a law, decree or resolution: a public act's number and date identify nobody. */
export const isPublicAct = (text: string, at: number): boolean => ACT.test(text.slice(Math.max(0, at - 70), at).toLowerCase());
