import 'reflect-metadata';
import { runCommands } from '@nmirf/platform/commands/command-line';
import { hubProgram } from './commands/program.js';

await runCommands(hubProgram());
