import module from 'node:module';
import { fileURLToPath } from 'node:url';

// JavaScript, so that this can be said by any Node, and so that nothing is compiled before it is known where what was
// compiled before lies: for a first file in TypeScript Node would load its whole compiler at each start.

const OLDEST_NODE = 26;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  const why = `It needs Node ${OLDEST_NODE} or newer, and this is ${process.version}. \`npm start\` brings its own.`;
  process.stderr.write(`Tutorline did not start.\n- ${why}\n`);
  process.exit(1);
}
// A third of the time that a start takes goes into compiling the same again. Beside the code and not in /tmp, where
// others of this machine could lay something ready for it; where it cannot be written it is done without.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./run.ts');
