import { describe, expect, it } from '@jest/globals';
import type { FileTraces } from '@nmirf/contracts/files/traces';
import { type ResourceRecord, resourceRecord } from '@nmirf/contracts/resources/authoring';
import { checkFiles, checkResource } from './resource-check.js';
import { prepareResource } from './resource-gate.js';

const CONTEXT = {
  country: 'PRT',
  persons: ['Beatriz Figueiredo'],
  publicNames: [],
  reviewers: ['R-7K3QD'],
  day: '2026-11-24',
  traces: new Map<string, FileTraces>(),
};
const file = { sha256: 'a'.repeat(64), size: 10, mediaType: 'application/pdf', name: 'guia.pdf' };
const record = (changes: object = {}): ResourceRecord =>
  resourceRecord.parse({
    ...{ originalLanguage: 'pt', languages: ['pt'], files: [file], themes: ['Right to health'] },
    title: [{ language: 'pt', text: 'guia do seguimento de recomendações' }],
    summary: [{ language: 'pt', text: 'como uma equipa segue cada recomendação.' }],
    ...changes,
  });

const published = (changes: object = {}) => {
  const { summary, report } = prepareResource(record(changes), [], CONTEXT);
  return { resource: '0199a000-0000-7000-8000-000000000001', version: 1, summary: summary!, report: report! };
};

describe('the gate of resources', () => {
  it('lets texts and names of files through that name nobody, and binds to them', () => {
    const prepared = prepareResource(record(), [], CONTEXT);
    expect(prepared).toMatchObject({ findings: [], obstacles: [], report: { digest: prepared.digest, leakScan: { clean: true } } });
    expect(checkResource(published())).toEqual([]);
    const other = prepareResource(record({ files: [{ ...file, sha256: 'b'.repeat(64) }] }), [], CONTEXT);
    expect(other.digest).not.toBe(prepared.digest);
  });

  it('hides what a text says of a person', () => {
    const text = 'contacto: beatriz.figueiredo@example.org, Beatriz Figueiredo';
    const { summary, findings } = prepareResource(record({ summary: [{ language: 'pt', text }] }), [], CONTEXT);
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(summary)).not.toMatch(/figueiredo/i);
  });

  it('holds back a file that names people, until a reviewer says why each may stay', () => {
    const told: FileTraces = {
      traces: [
        { kind: 'author', name: 'Ana Reis' },
        { kind: 'organisation', name: 'Ministério' },
      ],
      complete: false,
    };
    const context = { ...CONTEXT, traces: new Map([[file.sha256, told]]) };
    const { findings, obstacles } = prepareResource(record(), [], context);
    expect(findings.map(({ why, text, path }) => [why, text, path])).toEqual([
      ['file-author', 'Ana Reis', 'files.0'],
      ['file-organisation', 'Ministério', 'files.0'],
      ['file-unread', 'guia.pdf', 'files.0'],
    ]);
    expect(obstacles).toEqual([{ code: 'gate/flag-undecided', path: 'files.0', language: 'pt' }]);
    const keys = findings.map(({ key }) => key);
    const masked = prepareResource(
      record(),
      keys.map((key) => ({ key, decision: 'mask' as const })),
      context,
    );
    expect(masked.obstacles).toEqual([{ code: 'gate/file-traces', path: 'files.0' }]);
    const kept = prepareResource(
      record(),
      keys.map((key) => ({ key, decision: 'allow' as const, reason: 'É a autora da obra.' })),
      context,
    );
    expect(kept).toMatchObject({
      obstacles: [],
      report: {
        spans: [
          { type: 'person', allowed: 1 },
          { type: 'organisation', allowed: 1 },
          { type: 'unknown', allowed: 1 },
        ],
      },
    });
    expect(JSON.stringify(kept.report)).not.toContain('Reis');
    // The hub reads the file again and counts what was kept.
    const message = { resource: '0199a000-0000-7000-8000-000000000001', version: 1, summary: kept.summary!, report: kept.report! };
    expect(checkFiles(message, context.traces)).toEqual([]);
    expect(checkFiles(published(), context.traces)).toEqual(
      ['person', 'organisation', 'unknown'].map((type) => ({ code: 'gate/file-traces', path: 'files.0', type })),
    );
  });

  it('holds back a file whose name tells how somebody is reached', () => {
    const files = [{ ...file, name: 'escreva para ana@example.org.pdf' }];
    expect(prepareResource(record({ files }), [], CONTEXT).obstacles).toEqual([
      { code: 'gate/file-name', path: 'files.0.name', language: 'pt' },
    ]);
  });
});

describe('the second check of resources', () => {
  it('refuses what was changed after the approval, and names of files that identify', () => {
    const approved = published();
    const changed = { ...approved.summary, files: [{ ...file, name: 'ana@example.org.pdf' as const }] } as typeof approved.summary;
    const codes = checkResource({ ...approved, summary: changed }).map(({ code, path }) => `${code} ${path}`);
    expect([...new Set(codes)]).toEqual(['gate/digest-differs report.digest', 'gate/leak files.0.name']);
    expect(checkResource({ ...approved, report: { ...approved.report, leakScan: { clean: false } } })).toEqual([
      { code: 'gate/leak-scan-not-clean', path: 'report.leakScan' },
    ]);
  });
});
