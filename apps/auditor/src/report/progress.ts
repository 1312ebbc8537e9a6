import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  readonly show: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on the error output, where that is a terminal; nothing otherwise. */
export function progressOn(stream: NodeJS.WriteStream, label: string): Progress {
  if (!stream.isTTY) return { show: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { stream, format: `${label} {bar} {value}/{total} · {eta_formatted}`, clearOnComplete: true },
    Presets.shades_classic,
  );
  let isShown = false;
  return {
    show: (done, total) => {
      if (isShown) bar.update(done);
      else bar.start(total, done);
      isShown = true;
    },
    stop: () => bar.stop(),
  };
}
