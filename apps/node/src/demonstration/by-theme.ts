import type { Position, RecommendationView } from '@nmirf/contracts/recommendations/recommendation';

interface Theme {
  readonly theme: string;
  readonly sdg: string;
  readonly affectedPersons: readonly string[];
  readonly subjects: readonly string[];
  /** How many are supported, noted and pending; one count is too small to publish, so that there is something to withhold. */
  readonly counts: Readonly<Record<Exclude<Position, 'supported-in-part'>, number>>;
}

type Found = Pick<RecommendationView, 'text' | 'themes' | 'affectedPersons' | 'sdgs' | 'position'> & { readonly primaryTheme: string };

const measures: readonly ((subject: string) => string)[] = [
  (subject) => `Adopt a plan for ${subject}, with a time frame, a budget and a department that answers for it.`,
  (subject) => `Train the officials and the staff who are responsible for ${subject}, in all regions.`,
  (subject) => `Publish figures on ${subject} every year, broken down by sex, age and disability.`,
  (subject) => `Consult the people concerned, in the languages they use, before decisions on ${subject}.`,
  (subject) => `Extend to rural and remote areas the services that provide ${subject}.`,
  (subject) => `Review the laws and rules on ${subject} with the national mechanism, and say what became of the review.`,
];

const byTheme: readonly Theme[] = [
  {
    theme: 'Right to health',
    sdg: '3 - GOOD HEALTH AND WELL-BEING',
    affectedPersons: ['Medical staff, health professionals'],
    subjects: ['primary health care', 'mental health care', 'maternal health care', 'vaccination', 'palliative care', 'school health care'],
    counts: { supported: 15, noted: 10, pending: 11 },
  },
  {
    theme: 'Right to education',
    sdg: '4 - QUALITY EDUCATION',
    affectedPersons: ['Children', 'Educational staff & students'],
    subjects: [
      'early childhood education',
      'inclusive schooling',
      'vocational training',
      'education in mother tongues',
      'adult literacy',
      'school meals',
    ],
    counts: { supported: 14, noted: 11, pending: 11 },
  },
  {
    theme: 'Safe drinking water & sanitation',
    sdg: '6 - CLEAN WATER AND SANITATION',
    affectedPersons: ['Persons living in rural areas'],
    subjects: [
      'safe drinking water',
      'sanitation in schools',
      'affordable water tariffs',
      'waste water treatment',
      'water in times of drought',
      'sanitation in health centres',
    ],
    counts: { supported: 12, noted: 12, pending: 12 },
  },
  {
    theme: 'Right to adequate housing',
    sdg: '11 - SUSTAINABLE CITIES AND COMMUNITIES',
    affectedPersons: ['Persons living in poverty'],
    subjects: [
      'social housing',
      'shelter for homeless people',
      'help with rents',
      'security of tenure',
      'housing after disasters',
      'accessible homes',
    ],
    counts: { supported: 13, noted: 11, pending: 12 },
  },
  {
    theme: 'Persons with disabilities: accessibility, mobility',
    sdg: '10 - REDUCED INEQUALITIES',
    affectedPersons: ['Persons with disabilities'],
    subjects: [
      'accessible transport',
      'accessible public buildings',
      'sign language interpretation',
      'personal assistance',
      'assistive devices',
      'accessible information',
    ],
    counts: { supported: 14, noted: 12, pending: 10 },
  },
  {
    theme: 'Access to justice & remedy',
    sdg: '16 - PEACE, JUSTICE AND STRONG INSTITUTIONS',
    affectedPersons: ['Judges, lawyers and prosecutors'],
    subjects: ['legal aid', 'mediation', 'support to witnesses', 'court interpretation', 'complaint procedures', 'legal information'],
    counts: { supported: 18, noted: 4, pending: 14 },
  },
  {
    theme: 'Human rights & climate change',
    sdg: '13 - CLIMATE ACTION',
    affectedPersons: ['Youth'],
    subjects: [
      'early warning of floods',
      'adaptation to drought',
      'clean energy',
      'coastal protection',
      'climate education',
      'support after extreme weather',
    ],
    counts: { supported: 11, noted: 12, pending: 13 },
  },
];

/** A stride that has no divisor in common with the number of recommendations of a theme reaches each of them once and spreads positions. */
const STRIDE = 7;

const positionAt = (index: number, of: number, { supported, noted }: Theme['counts']): Position => {
  const rank = (index * STRIDE) % of;
  if (rank < supported) return 'supported';
  return rank < supported + noted ? 'noted' : 'pending';
};

const ofTheme = ({ theme, sdg, affectedPersons, subjects, counts }: Theme): Found[] => {
  const texts = subjects.flatMap((subject) => measures.map((measure) => measure(subject)));
  return texts.map((text, index) => ({
    text,
    primaryTheme: theme,
    themes: [theme],
    affectedPersons: [...affectedPersons],
    sdgs: [sdg],
    position: positionAt(index, texts.length, counts),
  }));
};

/** Invented recommendations, enough of a theme to publish a count of them; the same for every State, so that none compares with another. */
export const thematicRecommendations = byTheme.map(ofTheme);
