import { z } from 'zod';

/** The five working languages of the network, in the order of the United Nations' alphabet of documents. */
export const languages = ['ar', 'en', 'fr', 'es', 'pt'] as const;
export const language = z.enum(languages).meta({ id: 'Language' });
export type Language = z.infer<typeof language>;

/** Where a text in one language comes from. */
export const provenance = z.enum(['official', 'human', 'machine']).meta({ id: 'Provenance' });
export type Provenance = z.infer<typeof provenance>;

/** ISO 3166-1 alpha-3. */
export const country = z.string().regex(/^[A-Z]{3}$/);
