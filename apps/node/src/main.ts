import 'reflect-metadata';
import { parseEnvironment } from '@nmirf/platform/environment/environment';
import { createNode } from './node.js';
import { nodeEnvironment } from './node.environment.js';

const environment = parseEnvironment(nodeEnvironment, process.env);
const app = await createNode(environment);
await app.listen(environment.PORT, environment.HOST);
