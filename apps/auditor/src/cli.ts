import { run } from './command.js';

// Whoever reads the report may stop before its end.
process.stdout.on('error', () => undefined);
process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, environment: process.env });
