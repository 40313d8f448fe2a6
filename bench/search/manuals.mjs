// Printed headings of another kind, which no ranking was chosen on: the sections of the manuals (README.md) of the packages
// that are installed here. Prose alone: code, tables and addresses are left out, and lists keep their words.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/tool.mjs';

/** Letters of a section that is worth finding. */
const leastBody = 200;

/** The text of a stretch of Markdown. @param {string} markdown */
const proseOf = (markdown) =>
	markdown
		.replace(/<!--[^]*?-->|<[^>]*>/g, ' ')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/https?:\S+|^\s*\|.*$|^\s*\[[^\]]*\]:.*$/gm, ' ')
		.replace(/[`*_#>~]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** The sections of one manual. @param {string} text @returns {{ heading: string, body: string }[]} */
function sectionsOf(text) {
	const prose = text.replace(/\r/g, '').replace(/^( *)(```|~~~)[^]*?^\1\2/gm, '');
	return prose
		.split(/^(?=#{1,6} )/m)
		.filter((section) => section.startsWith('#'))
		.map((section) => {
			const end = `${section}\n`.indexOf('\n');
			return { heading: proseOf(section.slice(0, end)), body: proseOf(section.slice(end)) };
		});
}

/** Every section with a heading and enough of a text, each text once, in the order of the packages' names. */
export function readManuals() {
	/** @type {Map<string, { heading: string, body: string }>} */
	const found = new Map();
	for (const modules of [join(root, 'node_modules'), join(root, 'bench', 'node_modules')]) {
		const folders = readdirSync(modules).flatMap((name) =>
			name.startsWith('@') ? readdirSync(join(modules, name)).map((one) => join(name, one)) : [name]
		);
		for (const folder of folders.sort()) {
			let text;
			try {
				text = readFileSync(join(modules, folder, 'README.md'), 'utf8');
			} catch {
				// Some have none.
				continue;
			}
			for (const section of sectionsOf(text))
				if (section.body.length >= leastBody && !found.has(section.body))
					found.set(section.body, section);
		}
	}
	return [...found.values()];
}
