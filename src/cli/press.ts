/**
 * The first step of a build: reads a folder of seeds, says what came of it, and presses the archive into a folder for the
 * pages to be drawn from. Prints one line of JSON; writes nothing where a seed holds an error or nothing was found.
 * Usage: tsx src/cli/press.ts <seeds> <folder>
 */
import { readFolder } from '../lib/folder.server.ts';
import { readSeeds } from '../lib/ingest/ingest.ts';
import { pressFolder, writePressed } from '../lib/pressed.server.ts';

const [from = 'seeds', to = 'pressed'] = process.argv.slice(2);
const seeds = await readFolder(from);
const ingested = readSeeds(seeds);
const { articles, problems } = ingested;
const survey = {
	articles: articles.length,
	files: new Set(articles.map(({ source }) => source.file)).size,
	problems
};
let said: string | null = null;
if (articles.length > 0 && !problems.some(({ level }) => level === 'error')) {
	const pressed = await pressFolder(seeds, ingested);
	said = pressed.said;
	await writePressed(to, pressed);
}
process.stdout.write(`${JSON.stringify({ ...survey, said })}\n`);
