// @ts-check
import { mkdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** express-pouchdb over LevelDB: `serve-pouchdb.mjs FOLDER PORT`. It writes beside its databases, so it works in their folder. */
const [folder = '', port = ''] = process.argv.slice(2);
const { load } = await import(pathToFileURL(resolve('node_modules/.bench-peers/load.mjs')).href);
const [{ default: express }, { default: PouchDB }, { default: expressPouchDb }] = await Promise.all(
  ['express', 'pouchdb', 'express-pouchdb'].map(load),
);
mkdirSync(folder, { recursive: true });
process.chdir(folder);
const app = express();
app.use(
  '/',
  expressPouchDb(PouchDB.defaults({ prefix: `${folder}${sep}` }), { mode: 'minimumForPouchDB', logPath: resolve(folder, 'log.txt') }),
);
app.listen(Number(port), '127.0.0.1');
