// Bundles the unit tests with the sources they test and hands them to Node's test runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = await mkdtemp(join(here, '..', 'node_modules', '.tests-'));
const tests = (await readdir(here)).filter(name => name.endsWith('.test.mjs'));
await build({
  entryPoints: tests.map(name => join(here, name)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
// Node 20 has the web socket client behind a flag; later versions take the flag and need it no more.
const { status } = spawnSync(process.execPath, ['--experimental-websocket', '--test', ...tests.map(name => join(out, name))], { stdio: 'inherit', timeout: 120_000 });
await rm(out, { recursive: true, force: true });
process.exit(status ?? 1);
