/** Seeds of every dialect, damaged and poisoned at random: what the fuzz tests of the ingest read. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Coverage } from '../../src/lib/ingest/claims.ts';
import { readSeeds, type Ingested } from '../../src/lib/ingest/ingest.ts';
import { expect } from 'vitest';
import { seedsOf } from './read-folder.ts';

const cases = readdirSync(new URL('../fixtures/seeds/', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);
const found = await Promise.all([
	seedsOf('seeds'),
	...cases.map((name) => seedsOf(`tests/fixtures/seeds/${name}/seeds`)),
	...['daily', 'digest', 'magazine'].map((name) => seedsOf(`tests/fixtures/papers/${name}/seeds`))
]);
const texts = found
	.flat()
	.filter(({ name }) => !/\.(yaml|gif)$/.test(name))
	.map(({ bytes }) => new TextDecoder().decode(bytes));

/** What someone who means harm, or a broken program, writes into a file. */
export const poison = [
	'<script>alert(document.cookie)</script>',
	'<img src=x onerror=alert(1)>',
	'{{constructor.constructor("alert(1)")()}}${process.exit(1)}<%= 7 %>',
	'\u202egnp.exe\u202c \u2066x\u2069',
	'z\u200be\u200cr\u200do\ufeff',
	'\u0000',
	'\u001b[31mred\u0007',
	'\ud800 lone',
	'=cmd|"/c calc"!A1',
	'../../etc/passwd',
	'&lol9; <!ENTITY lol "lol">',
	'a: &a [*a, *a]',
	'---',
	'"unclosed',
	'{"headline": {"a": [',
	']]>',
	'x'.repeat(5000),
	'<div>'.repeat(400),
	'> '.repeat(300),
	'[^1]: \n[^1]: ',
	'1. \n1. \n1. ',
	'■■■',
	'\r\r\n\n\r',
	'\u2028\u2029\u0085\f\v',
	'999999999999. Number',
	'99 May 99999'
] as const;

/** One change: where, what, and with what. */
const change = fc.tuple(
	fc.nat(),
	fc.constantFrom('drop', 'double', 'swap', 'cut', 'blank', 'poison', 'glue', 'join', 'letter'),
	fc.nat()
);

/** A seed of ours, changed up to twelve times by line and by letter. */
export const mutated = fc
	.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 12 }))
	.map(([text, changes]) => {
		const lines = text.split('\n');
		for (const [where, what, other] of changes) {
			const at = where % Math.max(1, lines.length);
			const line = lines[at] ?? '';
			const bad = poison[other % poison.length] ?? '';
			const cut = other % (line.length + 1);
			if (what === 'drop') lines.splice(at, 1);
			if (what === 'double') lines.splice(at, 0, line);
			if (what === 'swap') {
				lines[at] = lines[other % lines.length] ?? '';
				lines[other % lines.length] = line;
			}
			if (what === 'cut') lines[at] = line.slice(0, cut);
			if (what === 'blank') lines.splice(at, 0, '', '');
			if (what === 'poison') lines.splice(at, 0, bad);
			if (what === 'glue') lines[at] = line.slice(0, cut) + bad + line.slice(cut);
			if (what === 'join') lines.splice(at, 2, line + (lines[at + 1] ?? ''));
			if (what === 'letter') lines[at] = line.slice(0, cut) + line.slice(cut + 1);
		}
		return lines.join('\n');
	});

function expectCovered({ file, lines, claimed, as }: Coverage): void {
	expect([file, claimed]).toEqual([file, lines]);
	const counted = Object.values(as).reduce((sum, count) => sum + count, 0);
	expect([file, counted]).toEqual([file, lines]);
}

/** Every line is claimed once, no line is left to the safety net, ids are one to an article, and lines are in the file. */
export function expectAccounted({ articles, files, problems }: Ingested): void {
	expect(problems.filter(({ rule }) => rule === 'seed/line-unclaimed')).toEqual([]);
	for (const file of files) expectCovered(file.coverage);
	expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
	for (const { source, blocks, notes } of articles) {
		const last = files.find(({ name }) => name === source.file)?.lines ?? 0;
		for (const [from, to] of [
			source.lines,
			...blocks.map((b) => b.lines),
			...notes.map((n) => n.lines)
		]) {
			expect(from).toBeGreaterThanOrEqual(1);
			expect(from).toBeLessThanOrEqual(to);
			expect(to).toBeLessThanOrEqual(last);
		}
	}
}

/** Reads one text as a whole archive. */
export function readText(text: string): Ingested {
	return readSeeds([{ name: 'a.txt', bytes: new TextEncoder().encode(text) }]);
}
