import 'reflect-metadata';
import { parseEnvironment } from '@nmirf/platform/environment/environment';
import { createHub } from './hub.js';
import { hubEnvironment } from './hub.environment.js';

const environment = parseEnvironment(hubEnvironment, process.env);
const app = await createHub(environment);
await app.listen(environment.PORT, environment.HOST);
