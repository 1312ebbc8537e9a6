import { commandTexts } from '@nmirf/platform/commands/command-line';
import { addPersonCommand } from '@nmirf/platform/commands/person.command';
import { Command } from 'commander';
import { addBundleCommands } from './bundle.commands.js';
import { addKeysCommands } from './keys.commands.js';
import { addNetworkCommands } from './network.commands.js';
import { openNode, withNode } from './open-node.js';
import { addProposingCommands } from './proposing.commands.js';
import { addWorkCommands } from './work.commands.js';
import { addRecommendationsCommand } from '../work/recommendations/recommendations.command.js';

/** The command line of a mechanism's operator. */
export const nodeProgram = (): Command => {
  const program = new Command('nmirf-node').description(commandTexts()('node.description'));

  addNetworkCommands(program);
  addWorkCommands(program);
  addProposingCommands(program);
  addKeysCommands(program);
  addBundleCommands(program);
  addPersonCommand(program, withNode);
  addRecommendationsCommand(program, openNode);
  return program;
};
