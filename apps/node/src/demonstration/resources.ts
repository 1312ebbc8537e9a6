import type { ResourceRecord } from '@nmirf/contracts/resources/authoring';
import type { ResourceFile } from '@nmirf/contracts/resources/resource';

/** A file that the demonstration makes: small, and what its name says. */
interface DemonstrationFile {
  readonly name: string;
  readonly mediaType: ResourceFile['mediaType'];
  readonly content: string;
  readonly language?: ResourceFile['language'];
}

/** A resource as somebody in the demonstration shares it. Invented, as everything in it. */
export interface DemonstrationResource {
  readonly country: 'MAR' | 'PRT';
  readonly record: Omit<ResourceRecord, 'files' | 'audience'> & Partial<Pick<ResourceRecord, 'audience'>>;
  readonly files: readonly DemonstrationFile[];
}

const human = 'human' as const;

const GLOSSARY = `en;fr;es;pt;ar
recommendation;recommandation;recomendación;recomendação;توصية
follow-up;suivi;seguimiento;acompanhamento;متابعة
focal point;point focal;punto focal;ponto focal;جهة تنسيق
treaty body;organe de traité;órgano de tratado;órgão de tratado;هيئة معاهدة
implementation plan;plan de mise en œuvre;plan de aplicación;plano de implementação;خطة تنفيذ
voluntary national report;rapport national volontaire;informe nacional voluntario;relatório nacional voluntário;تقرير وطني طوعي
`;

const CHECKLIST = `Modelo de ata de reunião de acompanhamento

1. Recomendações tratadas (documento e parágrafo)
2. Entidade responsável por cada uma
3. O que foi feito desde a última reunião
4. O que falta, e até quando
5. Apoio necessário
6. Decisões

Escreva funções e entidades, nunca nomes de pessoas.
`;

const SHEET = `document;paragraph;responsible body;step;due;state
A/HRC/52/6;55.1;ministry;draft regulation;2027-03;under way
A/HRC/52/6;55.2;statistics office;indicator;2027-06;not started
`;

export const demonstrationResources: readonly DemonstrationResource[] = [
  {
    country: 'MAR',
    record: {
      ...{ originalLanguage: 'fr', kind: 'glossary', languages: ['ar', 'fr', 'en', 'es', 'pt'], themes: [], licence: 'CC-BY-4.0' },
      ...{ capacities: ['information-management'], commitments: [5, 7] },
      title: [
        { language: 'fr', text: 'Glossaire du suivi en cinq langues', provenance: human },
        { language: 'en', text: 'Glossary of follow-up in five languages', provenance: human },
      ],
      summary: [
        { language: 'fr', text: 'Les termes courants du suivi des recommandations, côte à côte.', provenance: human },
        { language: 'en', text: 'Everyday terms of following recommendations, side by side.', provenance: human },
      ],
    },
    files: [
      { name: 'glossaire du suivi.csv', mediaType: 'text/csv', content: GLOSSARY },
      { name: 'feuille de suivi.csv', mediaType: 'text/csv', content: SHEET, language: 'en' },
    ],
  },
  {
    country: 'PRT',
    record: {
      ...{ originalLanguage: 'pt', kind: 'template', languages: ['pt'], themes: [], licence: 'CC0-1.0' },
      ...{ capacities: ['coordination', 'consultation'], commitments: [1] },
      title: [
        { language: 'pt', text: 'Modelo de ata de reunião de acompanhamento', provenance: human },
        { language: 'en', text: 'Template for the record of a follow-up meeting', provenance: human },
      ],
      summary: [
        { language: 'pt', text: 'Seis pontos que cada reunião entre entidades regista da mesma forma.', provenance: human },
        { language: 'en', text: 'Six points that each meeting between bodies records in one way.', provenance: human },
      ],
    },
    files: [{ name: 'modelo de ata.txt', mediaType: 'text/plain', content: CHECKLIST, language: 'pt' }],
  },
];
