/**
 * `card.png`: what social sites and chats show beside a link to the archive: its title, how much it holds, and its
 * articles over time, in the look of the page. Same bundle, same bytes.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { binsFor } from '../lib/archive/bins.ts';
import { describeMonth, type Day } from '../lib/archive/day.ts';
import { knownLevels } from '../lib/archive/known.ts';
import { tidy } from '../lib/archive/text.ts';
import type { Archive } from '../lib/bundle/open.ts';
import { columnsOf } from '../lib/filter/columns.ts';
import { passingSpan, tallyDates } from '../lib/filter/tally-dates.ts';

/** Pixels; what social sites ask for. */
export const cardSize = { width: 1200, height: 630 };

const margin = 72;
/** Room between the margins. */
const room = cardSize.width - 2 * margin;
// The light half of style/tokens.css: a picture cannot follow the reader's scheme.
const ink = { paper: '#fafaf8', ink: '#16181b', ink2: '#474c52', bar: '#3a3f45' };

/** Files of one face, by the letters that they hold. */
type Face = readonly Font[];

const require = createRequire(import.meta.url);

async function faceOf(weight: 500 | 700): Promise<Face> {
	const paths = ['latin', 'latin-ext', 'vietnamese'].map((letters) =>
		require.resolve(`@fontsource/faustina/files/faustina-${letters}-${weight}-normal.woff2`)
	);
	return Promise.all(paths.map(async (path) => create(await readFile(path)) as Font));
}

/** Runs of letters that one file holds; null where none holds one of them. */
function runsOf(face: Face, text: string): { font: Font; text: string }[] | null {
	const runs: { font: Font; text: string }[] = [];
	for (const letter of text.normalize('NFC')) {
		const font = face.find((each) => each.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
		if (!font) return null;
		const last = runs.at(-1);
		if (last?.font === font) last.text += letter;
		else runs.push({ font, text: letter });
	}
	return runs;
}

/** How wide a text is, in units of its size; null where the face has not all of its letters. */
function widthOf(face: Face, text: string): number | null {
	const runs = runsOf(face, text);
	return (
		runs &&
		runs.reduce(
			(sum, { font, text: part }) => sum + font.layout(part).advanceWidth / font.unitsPerEm,
			0
		)
	);
}

/** A line of text as outlines, from its left end on the base line. */
function lineOf(face: Face, text: string, x: number, y: number, size: number, colour: string) {
	let pen = x;
	let paths = '';
	for (const { font, text: part } of runsOf(face, text) ?? []) {
		const scale = size / font.unitsPerEm;
		const { glyphs, positions } = font.layout(part);
		for (const [at, glyph] of glyphs.entries()) {
			const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
			const place = `translate(${pen + xOffset * scale} ${y - yOffset * scale})`;
			const outline = glyph.path.toSVG();
			if (outline !== '')
				paths += `<path transform="${place} scale(${scale} ${-scale})" d="${outline}"/>`;
			pen += xAdvance * scale;
		}
	}
	return `<g fill="${colour}">${paths}</g>`;
}

/** A text in lines no wider than the room; null where a letter is missing or more lines are needed. */
function wrap(face: Face, text: string, size: number, most: number): string[] | null {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
		const width = widthOf(face, longer);
		if (width === null) return null;
		if (lines.length > 0 && width * size <= room) lines[lines.length - 1] = longer;
		else {
			if ((widthOf(face, word) ?? 0) * size > room) return null;
			lines.push(word);
		}
	}
	return lines.length <= most ? lines : null;
}

const count = (value: number) => new Intl.NumberFormat('en').format(value);

function factsOf({ manifest }: Pick<Archive, 'manifest'>, span: { first: Day; last: Day } | null) {
	const { articles } = manifest.counts;
	const held = `${count(articles)} ${articles === 1 ? 'article' : 'articles'}`;
	if (!span) return held;
	const [from, to] = [describeMonth(span.first), describeMonth(span.last)];
	return `${held}, ${from === to ? from : `${from} to ${to}`}`;
}

/** Articles over time: solid where the day is known, outlines where it is not. */
function barsOf({ catalog }: Pick<Archive, 'catalog'>, top: number, base: number): string {
	const columns = columnsOf(catalog);
	const all = new Uint8Array(columns.size);
	const span = passingSpan(columns, all);
	if (!span) return '';
	const bins = binsFor(span.first as Day, span.last as Day, room, 16);
	const { edges, toTheDay, approximate } = tallyDates(
		columns,
		all,
		bins,
		knownLevels.indexOf('day'),
		null
	);
	const [first = 0, last = 1] = [edges[0], edges.at(-1)];
	const x = (edge: number) => margin + (room * (edge - first)) / (last - first);
	const most = Math.max(...toTheDay.all.map((each, at) => each + (approximate.all[at] ?? 0)));
	let bars = '';
	for (let at = 0; at + 1 < edges.length; at += 1) {
		const [known, about] = [toTheDay.all[at] ?? 0, approximate.all[at] ?? 0];
		const left = x(edges[at] ?? 0) + 2;
		const width = Math.max(3, x(edges[at + 1] ?? 0) - left - 2);
		const heightOf = (value: number) => ((base - top) * value) / most;
		const solid = heightOf(known);
		if (known > 0)
			bars += `<rect x="${left}" y="${base - solid}" width="${width}" height="${solid}" fill="${ink.bar}"/>`;
		if (about > 0)
			bars += `<rect x="${left + 1}" y="${base - solid - heightOf(about) + 1}" width="${width - 2}" height="${heightOf(about)}" fill="none" stroke="${ink.bar}" stroke-width="2"/>`;
	}
	return `${bars}<rect x="${margin}" y="${base}" width="${room}" height="2" fill="${ink.ink}"/>`;
}

/** The card as SVG without any text of its own: letters are outlines. */
export async function drawCard(archive: Pick<Archive, 'manifest' | 'catalog'>): Promise<string> {
	const [bold, medium] = [await faceOf(700), await faceOf(500)];
	const title = tidy(archive.manifest.title);
	const columns = columnsOf(archive.catalog);
	const span = passingSpan(columns, new Uint8Array(columns.size)) as {
		first: Day;
		last: Day;
	} | null;
	const sizes = [104, 88, 72, 60, 48].map((size) => ({ size, lines: wrap(bold, title, size, 2) }));
	// A title that is too long, or in letters that the face has not, is said by the page alone.
	const { size, lines } = sizes.find((each) => each.lines !== null) ?? { size: 0, lines: [] };
	const first = margin + 44 + size;
	const leading = size * 1.08;
	const facts = first + leading * Math.max(0, (lines?.length ?? 0) - 1) + 62;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
		`<rect width="100%" height="100%" fill="${ink.paper}"/>`,
		`<rect x="${margin}" y="${margin}" width="${room}" height="7" fill="${ink.ink}"/>`,
		`<rect x="${margin}" y="${margin + 11}" width="${room}" height="2" fill="${ink.ink}"/>`,
		...(lines ?? []).map((line, at) =>
			lineOf(bold, line, margin, first + leading * at, size, ink.ink)
		),
		lineOf(medium, factsOf(archive, span), margin, facts, 38, ink.ink2),
		barsOf(archive, facts + 52, cardSize.height - margin),
		'</svg>'
	].join('\n');
}

let ready: Promise<void> | null = null;

/** SVG to PNG. */
export async function rasterise(svg: string): Promise<Uint8Array> {
	ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) =>
		initWasm(wasm)
	);
	await ready;
	const drawing = new Resvg(svg);
	const png = drawing.render().asPng();
	drawing.free();
	return png;
}
