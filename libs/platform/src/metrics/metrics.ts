import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string | number>>;

/** One value of a quantity, and what it is the value of. */
type Reading = readonly [value: number, labels?: Labels];

/** How quantities are read from what a look has seen; a name with labels says which. */
interface Figure<View> {
  readonly labels?: readonly string[];
  readonly of: (view: View) => readonly Reading[];
}

/** Seconds; from a bell's answer to a slow request. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const called = (name: string): string => `nmirf_${name}`;

/**
 * Figures of this server in the Prometheus format. A name always comes with the same labels, and a label takes few values: never a
 * message, an address or a person. Members are few, and public.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly counters = new Map<string, Counter>();
  private readonly histograms = new Map<string, Histogram>();
  private readonly gauges = new Map<string, Gauge>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Adds to a counter; its name ends in `_total`. */
  count(name: string, labels: Labels = {}, by = 1): void {
    this.of(this.counters, name, labels, Counter).inc(labels, by);
  }

  /** Takes one duration in seconds; its name ends in `_seconds`. */
  observe(name: string, seconds: number, labels: Labels = {}): void {
    this.of(this.histograms, name, labels, Histogram).observe(labels, seconds);
  }

  /** Says what a quantity is now. */
  set(name: string, value: number, labels: Labels = {}): void {
    this.of(this.gauges, name, labels, Gauge).set(labels, value);
  }

  /**
   * Quantities that are read when somebody asks for the figures, and not before. All come from one look; one that fails leaves them out.
   */
  watch<View>(look: () => Promise<View>, figures: Readonly<Record<string, Figure<View>>>): void {
    let looking: Promise<View> | undefined;
    const view = (): Promise<View> => (looking ??= look().finally(() => (looking = undefined)));
    for (const [name, { labels: labelNames = [], of }] of Object.entries(figures)) {
      const collect = async (): Promise<void> => {
        gauge.reset();
        for (const [value, labels = {}] of await view().then(of, () => [])) gauge.set(labels, value);
      };
      const base = { name: called(name), help: name.replaceAll('_', ' '), labelNames: [...labelNames], registers: [this.registry] };
      const gauge: Gauge = new Gauge({ ...base, collect });
    }
  }

  /** What a counter or a gauge stands at; 0 when it was never touched. */
  async value(name: string, labels: Labels = {}): Promise<number> {
    const metric = this.counters.get(name) ?? this.gauges.get(name);
    const { values = [] } = (await metric?.get()) ?? {};
    return values.find((entry) => JSON.stringify(entry.labels) === JSON.stringify(labels))?.value ?? 0;
  }

  private of<Kind extends Counter | Histogram | Gauge>(
    kept: Map<string, Kind>,
    name: string,
    labels: Labels,
    Kind: new (options: { name: string; help: string; labelNames: string[]; registers: Registry[]; buckets?: number[] }) => Kind,
  ): Kind {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const base = { name: called(name), help: name.replaceAll('_', ' '), labelNames: Object.keys(labels), registers: [this.registry] };
    const made = new Kind(name.endsWith('_seconds') ? { ...base, buckets: BUCKETS } : base);
    kept.set(name, made);
    return made;
  }
}
