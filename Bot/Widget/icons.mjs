// Writes the icons of the pages (Design/icons.txt) as one SVG sprite: icons.mjs NAMES SPRITE.
import { readFile, writeFile } from 'node:fs/promises';
import { icons } from '@iconify-json/lucide';

const [names, sprite] = process.argv.slice(2);
const wanted = (await readFile(names, 'utf8')).split('\n').map((line) => line.trim()).filter(Boolean);
const unknown = wanted.filter((name) => !icons.icons[name]);
if (unknown.length > 0) throw new Error(`not in the icon set: ${unknown.join(', ')}`);
// The style sheet of the pages says how lines are drawn (.icon).
const attributes = / (?:fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/g;
const drawing = (name) => icons.icons[name].body.replace(/^<g[^>]*>(.*)<\/g>$/, '$1').replace(attributes, '');
const symbols = wanted.map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${drawing(name)}</symbol>`);
await writeFile(sprite, `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
