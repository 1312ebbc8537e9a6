import type { Recogniser, Span } from '../span.js';
import { both, finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const ONE: readonly string[] = [
  'woman|man|girl|boy|child|person|mother|father|widow|widower|teacher|journalist|lawyer|judge|doctor|nurse|priest|officer|prisoner|detainee|student|defender|member|resident|survivor|victim|applicant',
  'femme|homme|fille|garçon|enfant|personne|mère|père|veuve|veuf|enseignante?|journaliste|avocate?|juge|médecin|infirmière?|prêtre|prisonni[eè]re?|détenue?|étudiante?|défenseure?|survivante?|victime|requérante?',
  'mujer|hombre|niñ[ao]|persona|madre|padre|viud[ao]|maestr[ao]|periodista|abogad[ao]|juez[a]?|médic[ao]|enfermer[ao]|sacerdote|pres[ao]|detenid[ao]|estudiante|defensora?|sobreviviente|víctima|demandante',
  'mulher|homem|menin[ao]|criança|pessoa|mãe|pai|viúv[ao]|professora?|jornalista|advogad[ao]|juiz|juíza|médic[ao]|enfermeir[ao]|padre|pres[ao]|detid[ao]|estudante|defensora?|sobrevivente|vítima|requerente',
];
const [EN = '', FR = '', ES = '', PT = ''] = ONE;

const all = (...sources: string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${sources.join('|')})(?![\\p{L}\\p{M}])`, 'giu');

/** What singles one person out among many, though it names nobody. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [
    all(
      `the (?:only|first|youngest|oldest|last) (?:\\p{L}+ ){0,2}(?:${EN})(?= (?:to|in|who|of|from|ever|at)\\b)`,
      `la seule (?:\\p{L}+ )?(?:${FR})|le seul (?:\\p{L}+ )?(?:${FR})|(?:la première|le premier) (?:${FR})(?= (?:à|du|de|qui))`,
      `l[ao] únic[ao] (?:${ES})|el único (?:${ES})|(?:la primera|el primer) (?:${ES})(?= (?:en|de|que))`,
      `[ao] únic[ao] (?:${PT})|(?:a primeira|o primeiro) (?:${PT})(?= (?:a|em|do|da|de|que))`,
      '(?:المرأة|الرجل|الشخص|الطفل|الطفلة) (?:الوحيدة?|الأولى|الأول)',
    ),
    'quasi-only',
  ],
  [
    all(
      '(?:his|her) (?:late |elder |younger |former |unborn )?(?:wife|husband|son|daughter|brother|sister|mother|father|uncle|aunt|cousin|partner|children)',
      '(?:son|sa|ses) (?:épouse|époux|mari|fils|fille|frère|sœur|mère|père|oncle|tante|cousine?|conjointe?|compagne|compagnon)',
      'sus? (?:esposa|esposo|marido|hij[ao]s?|hermanos?|hermanas?|madre|padre|tí[ao]|prim[ao]|pareja)',
      '(?:o seu|a sua|os seus|as suas|seu|sua) (?:esposa|esposo|marido|mulher|filh[ao]s?|irmãos?|irmãs?|mãe|pai|ti[ao]|prim[ao]|companheir[ao])',
      '(?:زوجته|زوجها|ابنه|ابنها|ابنته|ابنتها|أخوه|أخوها|أخته|أختها|والده|والدها|والدته|والدتها)',
    ),
    'quasi-kinship',
  ],
  [
    all(
      '(?:hiv|aids)[- ]positive|(?:diagnosed|living) with (?:hiv|aids|cancer|schizophrenia|depression|epilepsy)|(?:was|is|became) (?:pregnant|raped)',
      'séropositi(?:f|ve)|atteinte? (?:du|de) (?:vih|sida|cancer|schizophrénie|dépression)|est (?:enceinte|tombée enceinte)',
      '(?:seropositiv[ao]|vih positiv[ao])|diagnosticad[ao] con \\p{L}+|(?:está|estaba|quedó) embarazada',
      '(?:soropositiv[ao]|vih positiv[ao])|diagnosticad[ao] com \\p{L}+|(?:está|estava|ficou) grávida',
      '(?:مصابة? بالإيدز|مصابة? بالسرطان|حامل في شهرها)',
    ),
    'quasi-health',
  ],
  [
    all(
      `an? (?:\\p{L}+ )?(?:roma|muslim|christian|jewish|hindu|kurdish|indigenous|transgender|gay|lesbian|albino|stateless) (?:${EN})`,
      `une? (?:${FR}) (?:rom|musulmane?|chrétienne?|juive?|kurde|autochtone|transgenre|homosexuelle?|lesbienne|albinos|apatride)`,
      `una? (?:${ES}) (?:gitan[ao]|musulman[ao]|cristian[ao]|judí[ao]|kurd[ao]|indígena|transgénero|trans|gay|lesbiana|albin[ao]|apátrida)`,
      `uma? (?:${PT}) (?:cigan[ao]|muçulman[ao]|cristã|cristão|judeu|judia|curd[ao]|indígena|transgénero|trans|gay|lésbica|albin[ao]|apátrida)`,
    ),
    'quasi-group',
  ],
];

const found = finder('quasi', 'quasi');

/** Words that point to one person without a name: kinship, "the only", health, and the group one person belongs to. */
export const quasi: Recogniser = {
  id: 'quasi',
  version: '1',
  scripts: both,
  find: ({ text }) =>
    patterns.flatMap(([pattern, why]): Span[] =>
      matchesOf(text, pattern).map(({ index, 0: match }) => found(index, index + match.length, why, 'flag')),
    ),
};
