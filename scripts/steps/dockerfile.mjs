// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, flags: readonly string[], rest: string, stage: number }} Instruction */

/**
 * The instructions of a Dockerfile in order: comments left out, continued lines joined, flags (`--from=build`) apart.
 * @param {string} file
 * @returns {readonly Instruction[]}
 */
export const instructionsOf = (file) => {
  let stage = -1;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name, ...words] = line.trim().split(/\s+/);
      const flags = words.slice(
        0,
        words.findIndex((word) => !word.startsWith('--')),
      );
      if (name === 'FROM') stage += 1;
      return { name: name.toUpperCase(), flags, rest: line.trim().slice(name.length).trim().slice(flags.join(' ').length).trim(), stage };
    });
};

/**
 * The instructions of a target: its own stage, after those of the stages it is made from.
 * @param {readonly Instruction[]} instructions @param {string} target @returns {readonly Instruction[]}
 */
export const targetOf = (instructions, target) => {
  const from = instructions.find(({ name, rest }) => name === 'FROM' && rest.endsWith(` AS ${target}`));
  if (!from) return [];
  return [...targetOf(instructions, from.rest.split(' ')[0] ?? ''), ...instructions.filter(({ stage }) => stage === from.stage)];
};

/** The variables a Dockerfile sets. @param {readonly Instruction[]} instructions @returns {Record<string, string>} */
export const variablesOf = (instructions) =>
  Object.fromEntries(
    instructions
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ rest }) => rest.split(/\s+/).map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
  );

/** What a COPY takes and where it puts it. @param {Instruction} copy */
export const copyOf = ({ rest }) => {
  const paths = rest.split(/\s+/);
  return { sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
};
