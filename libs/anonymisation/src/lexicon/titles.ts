import { fold } from '../text/fold.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Honorifics, and words such as "named": a person's name follows. As they are written; `M.` and `D.` only with their full stop. */
export const HONORIFICS = set(
  'Mr Mrs Ms Miss Mx Dr Prof Professor Judge Justice Sir M. Mme Mlle MM. Mmes Monsieur Madame Mademoiselle Maître Me Dre Cheikh Sidi Lalla Moulay Haj Hajj Sr Sra Srta Sres Señor Señora Señorita ' +
    'Don Doña Dña D. Lic Licda Abg Ing Senhor Senhora Dona Dom Doutor Doutora Dra Profa Eng named called nommé nommée dénommé dénommée llamado llamada chamado chamada née',
);

/** Titles of courts and parliaments, also in capitals: a name follows, or the office is named alone. Only a node looks for these. */
export const OFFICES = set(
  'Lord Lady Chancellor Advocate Sheriff juge juez jueza juiz juíza Juge Juez Jueza Juiz Juíza Desembargador Desembargadora Des Min Ministro Ministra Relator Relatora Rel Deputado Deputada Senador Senadora Vogal Advogado Advogada ' +
    'Governor Gouverneur Gouverneure Gobernador Gobernadora Governador Governadora GOVERNADOR GOVERNADORA ' +
    'abogado abogada Abogado Abogada avocat avocate advogado advogada solicitor barrister journaliste periodista jornalista DESEMBARGADOR DESEMBARGADORA DES MIN MINISTRO MINISTRA RELATOR RELATORA REL JUIZ JUÍZA ' +
    'DEPUTADO DEPUTADA SENADOR SENADORA',
);

/** Abbreviated offices keep their full stop; a full stop after another one ends a sentence. */
export const SHORT_OFFICES = set('Des. Min. Rel. DES. MIN. REL.');

/** Arabic honorifics without their article, folded. */
const ARABIC_TITLES = set('سيد سيده سيدين ساده استاذ استاذه دكتور دكتوره انسه شيخ شيخه');
/** Whether a folded Arabic word is an honorific, with or without the article and a letter written together with it. */
export const isArabicTitle = (folded: string): boolean => ARABIC_TITLES.has(folded.replace(/^[وفبلك]?(?:ال|ل)?/, ''));

/** Titles and offices that are no family names: with a capital and alone they name nobody. Folded, with their plurals. */
const TITLE_WORDS = new Set(
  (
    'monsieur madame mademoiselle maitre senor senora senores senorita senhor senhora senhores senhoras doutor doutora doutores professor professora ' +
    'governor governors gouverneur gouverneure gouverneurs gobernador gobernadora gobernadores governador governadora governadores ' +
    'desembargador desembargadora desembargadores vogal vogais relator relatora relatores juiz juizes juez jueces'
  )
    .split(' ')
    .map(fold),
);
export const isTitleWord = (folded: string): boolean => TITLE_WORDS.has(folded);
