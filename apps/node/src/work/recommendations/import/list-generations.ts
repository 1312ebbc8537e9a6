/** What a column of a thematic list holds. `remarks` is for the State to write in and is not read. */
export type Field = 'recommendation' | 'position' | 'themes' | 'sdgs' | 'remarks';

/** How OHCHR laid out its thematic lists in one generation of the template. Only this table knows the difference. */
export interface Generation {
  readonly name: string;
  readonly columns: readonly { readonly field: Field; readonly heading: RegExp }[];
  /** The line that ends the themes and begins the groups of persons. */
  readonly groupsLine: RegExp;
}

const GENERATIONS: readonly Generation[] = [
  {
    name: 'ohchr-thematic-list-2025',
    columns: [
      { field: 'recommendation', heading: /^recommendations? and recommending states?$/i },
      { field: 'position', heading: /^position of the state under review$/i },
      { field: 'themes', heading: /^human rights themes and groups of persons$/i },
      { field: 'sdgs', heading: /^relevant sdgs$/i },
    ],
    groupsLine: /^groups? of persons\s*:?$/i,
  },
  {
    name: 'ohchr-thematic-list-2014',
    columns: [
      { field: 'recommendation', heading: /^recommendation$/i },
      { field: 'position', heading: /^position$/i },
      { field: 'themes', heading: /^full list of themes$/i },
      { field: 'remarks', heading: /^assessment\s?\/\s?comments on level of implementation$/i },
    ],
    groupsLine: /^affected persons\s*:?$/i,
  },
];

/** The generation whose headings a row has, all of them in their order. */
export const generationOf = (headings: readonly string[]): Generation | undefined =>
  GENERATIONS.find(
    ({ columns }) => columns.length === headings.length && columns.every(({ heading }, index) => heading.test(headings[index] ?? '')),
  );
