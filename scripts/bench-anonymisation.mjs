// @ts-check
import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from './anonymisation/data-folder.mjs';
import { peers } from './anonymisation/peers.mjs';
import { recordMeasured } from './anonymisation/record.mjs';
import { goHome } from './steps/place.mjs';
import { mustRun, Refusal, say } from './steps/terminal.mjs';

/** @typedef {import('@nmirf/anonymisation/measure/labelled').Labelled} Labelled */
/** @typedef {{ set: string, language: string, copy: string, engine: string, documents: number, msPer1000: number, scores: import('@nmirf/anonymisation/measure/score').Scores }} Row */

const COLUMNS = /** @type {const} */ ({
  personsAuto: 'persons auto',
  personsAutoOrFlag: 'or flagged',
  personsPrecision: 'precision',
  falseFlags: 'false flags/100 w',
  directAuto: 'direct auto',
  directAutoOrFlag: 'or flagged',
  quasiRecall: 'quasi',
  maskedTokenPrecision: 'token prec.',
  contactsAuto: 'contacts',
  contactsPrecision: 'precision',
});

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    format: { type: 'string', default: 'conll' },
    language: { type: 'string', default: 'en' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    'no-copies': { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    planted: { type: 'string', default: '200' },
  },
});

/** Where the caller stands: npm changes the folder before it runs a script. */
const CALLED_FROM = process.env['INIT_CWD'] ?? process.cwd();

/** @param {number} value */
const short = (value) => (Number.isNaN(value) ? '–' : value.toFixed(1));
/** @param {readonly (readonly string[])[]} rows */
const table = (rows) => {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')).join('\n');
};

const load = async () => {
  const base = '@nmirf/anonymisation/measure';
  const [labelled, corpus, score, engine, copies, sets, planted] = await Promise.all(
    ['labelled', 'corpus', 'score', 'engine', 'copies', 'dev-sets', 'planted'].map((name) => import(`${base}/${name}`)),
  );
  const { languages } = await import('@nmirf/contracts/languages/language');
  return { languages, ...labelled, ...corpus, ...score, ...engine, ...copies, ...sets, ...planted };
};

/** @param {any} lib @param {string} set @param {string} format @param {string} language @returns {readonly Labelled[]} */
const read = (lib, set, format, language) => {
  const bytes = readFileSync(set);
  if (!isUtf8(bytes)) throw new Refusal(`${set} is no text in UTF-8`);
  try {
    return lib.readOwnSet(format, new TextDecoder().decode(bytes), language);
  } catch (error) {
    if (error instanceof lib.CorpusError) throw new Refusal(`${set} cannot be read as ${format}. ${/** @type {Error} */ (error).message}.`);
    throw error;
  }
};

/** @param {any} lib @returns {{ name: string, language: string, format: string, documents: readonly Labelled[] }[]} */
const chosenSets = (lib) => {
  const { format, language } = values;
  if (values.set !== undefined) {
    const set = resolve(CALLED_FROM, values.set);
    if (!lib.FORMATS.includes(format)) throw new Refusal(`--format is one of ${lib.FORMATS.join(', ')}`);
    if (!lib.languages.includes(language)) throw new Refusal(`--language is one of ${lib.languages.join(', ')}`);
    const file = statSync(set, { throwIfNoEntry: false });
    if (!file?.isFile()) throw new Refusal(`No file ${set}`);
    return [{ name: basename(set), language, format, documents: read(lib, set, format, language) }];
  }
  const folder = dataFolder(values.data);
  if (folder === undefined) {
    say('SKIPPED: no folder of annotated sets; name one with --data or ANONYMISATION_DATA. Only what needs none is measured.');
    return [];
  }
  return lib.DEV_SETS.filter((/** @type {any} */ { file, name }) => {
    if (existsSync(join(folder, file))) return true;
    say(`SKIPPED: ${name}, no ${file}`);
    return false;
  }).map((/** @type {any} */ devSet) => ({
    name: devSet.name,
    language: devSet.language,
    format: devSet.format,
    documents: lib.documentsOf(devSet, readFileSync(join(folder, devSet.file), 'utf8')),
  }));
};

/** @param {any} lib @param {any} engine @param {string} set @param {string} copy @param {readonly Labelled[]} documents @returns {Promise<Row>} */
const measure = async (lib, { name, find }, set, copy, documents) => {
  const found = [];
  let characters = 0;
  const started = performance.now();
  for (const { text, language } of documents) {
    found.push(await find(text, language));
    characters += text.length;
  }
  const msPer1000 = ((performance.now() - started) / Math.max(1, characters)) * 1000;
  return {
    set,
    language: documents[0]?.language ?? '',
    copy,
    engine: name,
    documents: documents.length,
    msPer1000,
    scores: lib.score(documents, found),
  };
};

/** @param {readonly Row[]} rows */
const tableOf = (rows) => {
  const keys = /** @type {(keyof typeof COLUMNS)[]} */ (Object.keys(COLUMNS));
  const head = ['set', 'copy', 'engine', 'n', ...Object.values(COLUMNS), 'ms/1,000'];
  const lines = rows.map(({ set, copy, engine, scores, msPer1000 }) => [
    set,
    copy,
    engine,
    String(scores.personsAuto.of),
    ...keys.map((key) => short(scores[key].value)),
    msPer1000.toFixed(2),
  ]);
  return table([head, ...lines]);
};

/** @param {readonly Row[]} rows */
const intervalsOf = (rows) => {
  const figure = (/** @type {any} */ { value, low, high, of }) => `${short(value)} [${short(low)}, ${short(high)}] n=${String(of)}`;
  const shown = /** @type {const} */ (['personsAuto', 'personsAutoOrFlag', 'personsPrecision', 'directAutoOrFlag', 'quasiRecall']);
  const lines = rows.map(({ set, scores }) => [set, ...shown.map((key) => figure(scores[key]))]);
  return table([['set (95 % bootstrap interval)', ...shown], ...lines]);
};

const main = async () => {
  goHome();
  await mustRun('node', ['node_modules/typescript/bin/tsc', '--build', 'libs/anonymisation'], {});
  const lib = await load();
  const own = { name: 'this', find: lib.ours };
  /** @type {Row[]} */
  const rows = [];
  /** @type {Row[]} */
  const copies = [];
  /** @type {Row[]} */
  const byOrigin = [];
  const others = values['no-peers'] ? [] : await peers();
  for (const { name, missing } of others) if (missing !== undefined) process.stderr.write(`SKIPPED: peer ${name}: ${missing}\n`);
  for (const { name, format, documents } of chosenSets(lib)) {
    // The first text of a kind also reads the weights and warms the machine: it is not timed.
    for (const { text, language } of documents.slice(0, 3)) lib.ours(text, language);
    rows.push(await measure(lib, own, name, 'as it is', documents));
    for (const reach of format === 'tab' ? ['recall', 'precision'] : [])
      rows.push(await measure(lib, { name: `this, ${reach}`, find: lib.withholding(reach) }, name, 'withheld', documents));
    for (const { name: peer, peer: find } of others)
      if (find) rows.push(await measure(lib, { name: peer, find }, name, 'as it is', documents));
    if (values['no-copies']) continue;
    copies.push(await measure(lib, own, name, 'lower case', documents.map(lib.lowerCased)));
    copies.push(await measure(lib, own, name, 'all caps', documents.map(lib.allCaps)));
    for (const [origin, swapped] of lib.byOrigin(documents)) byOrigin.push(await measure(lib, own, name, origin, swapped));
  }
  if (values.record) {
    recordMeasured(rows, await import('@nmirf/anonymisation/engine'), await import('@nmirf/anonymisation/measure/engine-sources'));
  }
  const planted = values.set === undefined ? lib.plant(Number(values.planted)) : [];
  const peak = Math.round(process.memoryUsage().heapUsed / 1e6);
  if (values.json) return say(JSON.stringify({ rows, copies, byOrigin, planted, heapMB: peak }));
  const mine = rows.filter(({ engine }) => engine === 'this');
  if (rows.length > 0) say(`\n${tableOf(rows)}\n\n${intervalsOf(mine)}`);
  if (copies.length > 0) say(`\n${tableOf(copies)}\n\nWith names of other origins\n${tableOf(byOrigin)}`);
  if (planted.length > 0) {
    const lines = planted.map((/** @type {any} */ { origin, ...counts }) => [origin, ...Object.values(counts).map(String)]);
    say(
      `\nNames planted in five languages, unknown to the record\n${table([['origin', 'planted', 'past node and hub', 'hidden'], ...lines])}`,
    );
  }
  say(`\nHeap at the end: ${String(peak)} MB`);
};

await main().catch((error) => {
  process.stderr.write(`${error instanceof Refusal ? error.message : String(error.stack)}\n`);
  process.exitCode = 1;
});
