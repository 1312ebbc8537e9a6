import 'reflect-metadata';
import { commandTexts, runCommands } from '@nmirf/platform/commands/command-line';
import { addPersonCommand } from '@nmirf/platform/commands/person.command';
import { Command } from 'commander';
import { addBundleCommands } from './commands/bundle.commands.js';
import { addEnrolmentCommands } from './commands/enrolment.commands.js';
import { addNetworkCommands } from './commands/network.commands.js';
import { addHubChangeCommands } from './commands/hub-change.commands.js';
import { addRecoveryCommands } from './commands/recovery.commands.js';
import { withHub } from './commands/open-hub.js';

const program = new Command('nmirf-hub').description(commandTexts()('hub.description'));

addNetworkCommands(program);
addBundleCommands(program);
addRecoveryCommands(program);
addHubChangeCommands(program);
addEnrolmentCommands(program);
addPersonCommand(program, withHub);
await runCommands(program);
