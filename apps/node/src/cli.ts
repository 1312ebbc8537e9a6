import 'reflect-metadata';
import { commandTexts, runCommands } from '@nmirf/platform/commands/command-line';
import { addPersonCommand } from '@nmirf/platform/commands/person.command';
import { Command } from 'commander';
import { addBundleCommands } from './commands/bundle.commands.js';
import { addKeysCommands } from './commands/keys.commands.js';
import { addNetworkCommands } from './commands/network.commands.js';
import { openNode, withNode } from './commands/open-node.js';
import { addProposingCommands } from './commands/proposing.commands.js';
import { addWorkCommands } from './commands/work.commands.js';
import { addRecommendationsCommand } from './work/recommendations/recommendations.command.js';

const program = new Command('nmirf-node').description(commandTexts()('node.description'));

addNetworkCommands(program);
addWorkCommands(program);
addProposingCommands(program);
addKeysCommands(program);
addBundleCommands(program);
addPersonCommand(program, withNode);
addRecommendationsCommand(program, openNode);
await runCommands(program);
