import 'reflect-metadata';
import { runCommands } from '@nmirf/platform/commands/command-line';
import { nodeProgram } from './commands/program.js';

await runCommands(nodeProgram());
