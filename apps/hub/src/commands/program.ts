import { commandTexts } from '@nmirf/platform/commands/command-line';
import { addPersonCommand } from '@nmirf/platform/commands/person.command';
import { Command } from 'commander';
import { addBundleCommands } from './bundle.commands.js';
import { addEnrolmentCommands } from './enrolment.commands.js';
import { addNetworkCommands } from './network.commands.js';
import { addHubChangeCommands } from './hub-change.commands.js';
import { addRecoveryCommands } from './recovery.commands.js';
import { withHub } from './open-hub.js';

/** The command line of the secretariat's operator. */
export const hubProgram = (): Command => {
  const program = new Command('nmirf-hub').description(commandTexts()('hub.description'));

  addNetworkCommands(program);
  addBundleCommands(program);
  addRecoveryCommands(program);
  addHubChangeCommands(program);
  addEnrolmentCommands(program);
  addPersonCommand(program, withHub);
  return program;
};
