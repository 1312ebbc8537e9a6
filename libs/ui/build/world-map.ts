import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { capitals } from './capitals.ts';

const name = 'virtual:world-map';
const width = 960;
/** Cut off above the Antarctic, where no capital is. */
const height = 446;

type Land = Topology<{ readonly land: GeometryObject }>;

const draw = (): { readonly svg: string; readonly places: Readonly<Record<string, readonly [number, number]>> } => {
  const land = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8')) as Land;
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitWidth(width, { type: 'Sphere' });
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1)(feature(land, land.objects.land)) ?? '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}"><path d="${path}"/></svg>`;
  const share = (value: number, of: number): number => Math.round((value / of) * 10_000) / 100;
  const places = Object.entries(capitals).flatMap(([country, point]) => {
    const found = projection([...point]);
    return found === null ? [] : [[country, [share(found[0], width), share(found[1], height)]] as const];
  });
  return { svg, places: Object.fromEntries(places) };
};

/**
 * The world's coastlines as a file of the build, and where on them each capital lies, in per cent of width and height: a browser
 * needs no projection. Coastlines only: the atlas's country shapes draw borders that are disputed.
 */
export const worldMap = (): Plugin => {
  const { svg, places } = draw();
  const fileName = `assets/coastlines-${createHash('sha256').update(svg).digest('base64url').slice(0, 8)}.svg`;
  return {
    name: 'world-map',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      if (this.environment.config.command === 'build') this.emitFile({ type: 'asset', fileName, source: svg });
      const map = { coastlines: `/${fileName}`, ratio: width / height, places };
      return `export const map = ${JSON.stringify(map)};`;
    },
    configureServer: (server) => {
      server.middlewares.use(`/${fileName}`, (_request, response) => response.setHeader('content-type', 'image/svg+xml').end(svg));
    },
  };
};
