import { Logger } from '@nestjs/common';
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Begun, OpenSpan, Recording } from './span.js';
import type { Recorder } from './traces.js';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;
const propagator = new W3CTraceContextPropagator();
const quiet = (): void => undefined;

/** Sends spans to an OTLP receiver (JSON over HTTP), in batches and behind the work. Loaded only where traces are on. */
export const openRecorder = (url: string, server: string): Recorder => {
  const logger = new Logger('Traces');
  const complain = (message: string): void => logger.warn(`Traces could not be sent: ${message.slice(0, 200)}`);
  diag.setLogger({ error: complain, warn: quiet, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.ERROR);
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': server, 'service.namespace': 'nmirf' }),
    // What another server has decided is no reason to leave a request out, nor to be told more than one's own.
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  return { ...recordingAt(provider.getTracer('nmirf'), ROOT_CONTEXT), close: () => provider.shutdown() };
};

const recordingAt = (tracer: Tracer, parent: Context): Recording => ({ begin: (begun) => begin(tracer, parent, begun) });

const begin = (tracer: Tracer, parent: Context, { name, kind, told = {}, from }: Begun): OpenSpan => {
  const origin = from ? propagator.extract(parent, from, defaultTextMapGetter) : parent;
  const span = tracer.startSpan(name, { kind: kind ? KINDS[kind] : SpanKind.INTERNAL, attributes: { ...told } }, origin);
  const context = trace.setSpan(origin, span);
  return {
    within: recordingAt(tracer, context),
    get headers() {
      const headers: Record<string, string> = {};
      propagator.inject(context, headers, defaultTextMapSetter);
      return headers;
    },
    tell: (more, called) => {
      span.setAttributes({ ...more });
      if (called !== undefined) span.updateName(called);
    },
    end: (failure) => {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', failure);
      span.end();
    },
  };
};
