/** The examples and tables of docs/formats.md, to be held beside what is really published. */
import { readFileSync } from 'node:fs';

const docs = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

/** What stands under a heading, up to the next of its rank or above. */
export function section(heading: string): string {
	const at = docs.indexOf(`\n${heading}\n`);
	if (at < 0) throw new Error(`docs/formats.md has no heading “${heading}”.`);
	const rest = docs.slice(at + heading.length + 2);
	const end = rest.search(new RegExp(`^#{1,${heading.indexOf(' ')}} `, 'm'));
	return end < 0 ? rest : rest.slice(0, end);
}

/** The examples in a language under a heading. */
export function examples(heading: string, language: string): string[] {
	return [...section(heading).matchAll(/^```(\w*)\n(.*?)\n```/gms)].flatMap(([, kind, text]) =>
		kind === language ? (text ?? '') : []
	);
}

/** The names in code of the first column of each row of the tables under a heading. */
export function columns(heading: string): string[] {
	return [...section(heading).matchAll(/^\| ([^|]*`[^|]*)\|/gm)].flatMap(([, cell = '']) =>
		[...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
	);
}

/** Hashes change with every word of the seeds and every rule of the program. */
const hashed = (text: string) => text.replace(/\b[0-9a-f]{12,16}\b/g, 'HASH');

/** Whether an example, in which “…” may stand for anything, shows a text. */
export function shows(example: string, text: string): boolean {
	const parts = hashed(example)
		.split('…')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 's').test(hashed(text));
}

const kindOf = (value: unknown) =>
	value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

/**
 * Where an example in JSON is not like what is published: other keys or kinds; other words, or other numbers that are not
 * of bytes. Of a list, each item of the example is compared with the one at its place.
 */
export function differences(example: unknown, actual: unknown, at = ''): string[] {
	if (kindOf(example) !== kindOf(actual))
		return [`${at}: ${kindOf(example)}, not ${kindOf(actual)}`];
	if (Array.isArray(example))
		return example.flatMap((each, place) =>
			differences(each, (actual as unknown[])[place], `${at}[${place}]`)
		);
	if (example !== null && typeof example === 'object') {
		const [shown, there] = [example, actual].map((each) => Object.keys(each as object).sort());
		if (String(shown) !== String(there)) return [`${at}: ${shown}; not ${there}`];
		return Object.entries(example).flatMap(([key, value]) =>
			key === 'bytes'
				? []
				: differences(value, (actual as Record<string, unknown>)[key], `${at}.${key}`)
		);
	}
	return shows(String(example), String(actual)) ? [] : [`${at}: ${example}; not ${actual}`];
}
