import type { Position, RecommendationView } from '@nmirf/contracts/recommendations/recommendation';
import { thematicRecommendations } from './by-theme.js';

type Said = Pick<RecommendationView, 'text' | 'themes' | 'affectedPersons' | 'sdgs'>;

const INSTITUTIONS = '16 - PEACE, JUSTICE AND STRONG INSTITUTIONS';

/** Invented and general: nobody made them, to any State. Practices answer them by their place in the list. */
const said: readonly Said[] = [
  {
    text: 'Give every recommendation a lead department, a time frame and an indicator, and review progress with the national mechanism at regular intervals.',
    themes: ['National Mechanisms for Implementation, Reporting and Follow-up (NMIRF)'],
    affectedPersons: ['Public officials'],
    sdgs: [INSTITUTIONS],
  },
  {
    text: 'Consult civil society and the national human rights institution in all regions before each report, in the languages people use, and tell them what became of their proposals.',
    themes: ['Cooperation & consultation with civil society', 'Right to participate in public affairs & right to vote'],
    affectedPersons: ['Civil society', 'Persons living in rural areas', 'Persons with disabilities'],
    sdgs: ['10 - REDUCED INEQUALITIES', INSTITUTIONS],
  },
  {
    text: 'Publish regularly, and in accessible formats, how far recommendations have been implemented.',
    themes: ['Freedom of opinion and expression & access to information'],
    affectedPersons: ['Civil society', 'Media'],
    sdgs: [INSTITUTIONS],
  },
  {
    text: 'Collect data broken down by sex, age and disability, and link them to recommendations.',
    themes: ['Data collection & research'],
    affectedPersons: ['Women & girls', 'Persons with disabilities', 'Older persons'],
    sdgs: ['5 - GENDER EQUALITY', '17 - PARTNERSHIPS FOR THE GOALS'],
  },
  {
    text: 'Train the officials of all departments who follow up recommendations and draft reports.',
    themes: ['Human rights education, trainings & awareness raising'],
    affectedPersons: ['Public officials'],
    sdgs: ['4 - QUALITY EDUCATION', INSTITUTIONS],
  },
  {
    text: 'Submit the reports that are due to the treaty bodies, on a calendar shared by all departments.',
    themes: ['Cooperation & Follow up with Treaty Bodies'],
    affectedPersons: [],
    sdgs: ['17 - PARTNERSHIPS FOR THE GOALS'],
  },
];

/** A symbol that no document of the United Nations can have. */
const symbolFor = (country: string): string => `DEMO/${country}/1`;

/** A recommendation before it has its place. */
type Unplaced = Said & { readonly position: Position; readonly primaryTheme?: string };

const sections: readonly (readonly Unplaced[])[] = [
  said.map((one) => ({ ...one, position: 'supported' as const })),
  ...thematicRecommendations,
];

/** The recommendations a demonstration node of this State (ISO 3166-1 alpha-3) begins with; the same for every State. */
export const demonstrationRecommendations = (country: string) => ({
  generation: 'demonstration',
  country,
  documentSymbol: symbolFor(country),
  year: 2024,
  problems: [],
  recommendations: sections.flatMap((section, at) =>
    section.map((one, index) => ({
      ...one,
      documentSymbol: symbolFor(country),
      paragraph: `${String(at + 1)}.${String(index + 1)}`,
      recommendingStates: [],
    })),
  ),
});

/** Those that a demonstration practice answers, by their place in the list. */
export const answering = (country: string, ...places: readonly number[]) =>
  places.map((place) => ({ country, documentSymbol: symbolFor(country), paragraph: `1.${String(place)}` }));
