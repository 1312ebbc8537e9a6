import { type FileTraces, MAX_TRACES, type TraceKind } from '@nmirf/contracts/files/traces';

const LONGEST = 200;

/** Collects what a file tells of people: each name once for what it is. */
export class FoundTraces {
  private readonly found = new Map<string, FileTraces['traces'][number]>();
  private complete = true;

  add(kind: TraceKind, told: string): void {
    const name = told
      .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST);
    if (name === '' || this.found.has(`${kind} ${name}`)) return;
    if (this.found.size < MAX_TRACES) this.found.set(`${kind} ${name}`, { kind, name });
    else this.complete = false;
  }

  /** Some of the file was not looked through. */
  leaveOut(): void {
    this.complete = false;
  }

  get all(): FileTraces {
    return { traces: [...this.found.values()], complete: this.complete };
  }
}
