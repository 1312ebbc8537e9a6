import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { prepareResource } from '@nmirf/anonymisation/resource-gate';
import { resourceRecord } from '@nmirf/contracts/resources/authoring';
import type { ResourceFile, ResourcePublished } from '@nmirf/contracts/resources/resource';

/** A file that is a PDF by its beginning, and a reference to it. */
export const pdfOf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const referenceTo = (bytes: Buffer, name = 'guide.pdf'): ResourceFile => ({
  ...{ sha256: digestOf(bytes), size: bytes.length, mediaType: 'application/pdf', name, language: 'fr' },
});

/** A resource as its author writes it. */
export const resourceWith = (files: readonly ResourceFile[], link?: string) =>
  resourceRecord.parse({
    ...(link !== undefined && { link }),
    ...{ originalLanguage: 'fr', kind: 'guide', languages: ['fr'], themes: ['Right to health'], commitments: [7], files },
    title: [
      { language: 'fr', text: 'Guide du suivi des recommandations' },
      { language: 'en', text: 'Guide to following recommendations' },
    ],
    summary: [{ language: 'fr', text: 'Comment une équipe suit chaque recommandation, étape par étape.' }],
  });

/** A resource as the gate lets it go, each time another one; without files it leads to where they are. */
export function publishedResource(files: readonly ResourceFile[]): ResourcePublished {
  const context = { country: 'MAR', publicNames: [], persons: [], reviewers: ['R-7K3QD'], day: '2026-11-24', traces: new Map() };
  const record = resourceWith(files, files.length === 0 ? 'https://guide.example/' : undefined);
  const { findings } = prepareResource(record, [], context);
  const decisions = findings.filter(({ tier }) => tier === 'flag').map(({ key }) => ({ key, decision: 'mask' as const }));
  const { summary, report, obstacles } = prepareResource(record, decisions, context);
  if (!summary || !report || obstacles.length > 0) throw new Error(`The gate holds the resource back: ${JSON.stringify(obstacles)}`);
  return { resource: randomUUID(), version: 1, summary, report };
}
