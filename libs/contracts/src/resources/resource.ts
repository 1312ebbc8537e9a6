import { z } from 'zod';
import { fileFields, isNamedByType } from '../files/file.js';
import { sealedFile, sealedFileKey } from '../files/sealed-file.js';
import { language, provenance } from '../languages/language.js';
import { capacity } from '../members/mechanism.js';
import { nodeId } from '../network/names.js';
import { sealedContent } from '../network/sealed.js';
import { anonymisationReport } from '../practices/report.js';

/** What a resource is for whoever opens it. */
export const resourceKind = z.enum(['guide', 'template', 'law', 'glossary', 'training', 'report']).meta({ id: 'ResourceKind' });
export type ResourceKind = z.infer<typeof resourceKind>;

/** Under which terms it may be used. `official-text`: a text of a State or of the United Nations, cited as such. */
export const licence = z.enum(['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'official-text']).meta({ id: 'Licence' });

/** Who may read a resource: everybody, whoever works at a member of the network, or at one of these members. */
export const resourceAudience = z.union([z.enum(['*', 'members']), z.array(nodeId).max(50)]).meta({ id: 'ResourceAudience' });
export type ResourceAudience = z.infer<typeof resourceAudience>;

/** The commitments of the Declaration of 8 December 2022, by their numbers. */
export const commitment = z.int().min(1).max(9);

/** A page of the network's or of somebody else's that belongs to it; no addresses with names or passwords in them. */
export const resourceLink = z
  .url({ protocol: /^https$/ })
  .max(500)
  .refine((link) => !link.includes('@'), { params: { code: 'field/not-an-address' } });

/** A file of a resource, by reference; `language` when it is in one. */
export const resourceFile = fileFields
  .extend({ language: language.optional() })
  .refine(isNamedByType, { path: ['name'], params: { code: 'file/name-of-another-type' } })
  .meta({ id: 'ResourceFile' });
export type ResourceFile = z.infer<typeof resourceFile>;

const MOST_FILES = 10;
const files = z.array(resourceFile).max(MOST_FILES);
const textOf = (max: number) => z.strictObject({ language, text: z.string().min(1).max(max), provenance });

/**
 * What leaves a mechanism about a resource; every property that is not named here is refused by the hub. It is attributed to whoever signs
 * the message. Lengths in characters.
 */
export const resourceSummary = z
  .strictObject({
    originalLanguage: language,
    title: z.array(textOf(120)).min(1).max(5),
    /** One line. */
    summary: z.array(textOf(300)).min(1).max(5),
    kind: resourceKind,
    /** The languages it can be read in. */
    languages: z.array(language).min(1).max(5),
    /** What it serves: themes as OHCHR spells them, capacities of a mechanism, commitments. */
    themes: z.array(z.string().max(120)).max(20),
    capacities: z.array(capacity).max(4),
    commitments: z.array(commitment).max(9),
    licence,
    files,
    link: resourceLink.optional(),
  })
  .refine(({ files: of, link }) => of.length > 0 || link !== undefined, { path: ['files'], params: { code: 'field/required' } })
  .refine(({ files: of }) => new Set(of.map(({ sha256 }) => sha256)).size === of.length, { path: ['files'] })
  .meta({ id: 'ResourceSummary' });
export type ResourceSummary = z.infer<typeof resourceSummary>;

/** What was done to the texts of a resource, in counts only. */
export const resourceReport = anonymisationReport
  .pick({ policy: true, engine: true, digest: true, languages: true, spans: true, leakScan: true, review: true })
  .meta({ id: 'ResourceReport' });
export type ResourceReport = z.infer<typeof resourceReport>;

/**
 * Data of `resource.published.v1`. `resource` is a random id made for publication. `report.digest` is the SHA-256 of
 * `JSON.stringify(summary)` in UTF-8, so an approval binds to exactly this text and these files.
 */
export const resourcePublished = z
  .strictObject({ resource: z.uuid(), version: z.int().min(1), summary: resourceSummary, report: resourceReport })
  .meta({ id: 'ResourcePublished' });
export type ResourcePublished = z.infer<typeof resourcePublished>;

/**
 * Data of `resource.sealed.published.v1`: what `resource.published.v1` would say, to be opened by those it is for, and the encrypted files
 * that whoever carries it has to hold. `files` is missing where there are none.
 */
export const resourceSealed = z
  .strictObject({
    resource: z.uuid(),
    version: z.int().min(1),
    sealed: sealedContent,
    files: z.array(sealedFile).min(1).max(MOST_FILES).optional(),
  })
  .meta({ id: 'ResourceSealed' });
export type ResourceSealed = z.infer<typeof resourceSealed>;

/** What is sealed: the data of `resource.published.v1`, and what opens each of its files, in their order. */
export const resourceInside = resourcePublished.extend({ keys: z.array(sealedFileKey).min(1).max(MOST_FILES).optional() });
export type ResourceInside = z.infer<typeof resourceInside>;
