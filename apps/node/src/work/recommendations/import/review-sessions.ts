/**
 * The first session of each year of the Working Group on the Universal Periodic Review, from 2008 to 2026 (Human Rights Council
 * decisions on its calendars). Three sessions a year; two in 2012, 2017 and 2022, when a cycle began, and in 2020.
 */
const FIRST_SESSIONS: readonly (readonly [session: number, year: number])[] = [
  [1, 2008],
  [4, 2009],
  [7, 2010],
  [10, 2011],
  [13, 2012],
  [15, 2013],
  [18, 2014],
  [21, 2015],
  [24, 2016],
  [27, 2017],
  [29, 2018],
  [32, 2019],
  [35, 2020],
  [37, 2021],
  [40, 2022],
  [42, 2023],
  [45, 2024],
  [48, 2025],
  [51, 2026],
  [54, 2027],
];

/** The first session of each cycle: HRC decision 17/119 and its successors. */
const FIRST_OF_CYCLE = [1, 13, 27, 41] as const;

/** The year a session of the Working Group met; `undefined` for one this calendar does not reach. */
export const yearOfSession = (session: number): number | undefined => {
  const next = FIRST_SESSIONS.findIndex(([first]) => first > session);
  return next < 1 ? undefined : FIRST_SESSIONS[next - 1]?.[1];
};

/** The cycle a session belongs to. */
export const cycleOfSession = (session: number): number => FIRST_OF_CYCLE.filter((first) => first <= session).length;
