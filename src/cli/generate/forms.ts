/** Sets planned articles as seeds, in each of the three forms that the ingest reads, with a sidecar where one is needed. */
import { describePeriod, monthNames, partsOf, writeDay, type Day } from '../../lib/archive/day.ts';
import { inventPlaces, type Lexicon } from './lexicon.ts';
import type { Plan } from './plan.ts';
import {
	writeCaption,
	writeHeading,
	inventStory,
	writeHeadline,
	writeParagraphs,
	writeSentence,
	type Pen
} from './prose.ts';
import { openRandom, type Random } from './random.ts';

/** A seed and what a curator says of it; null where the text says all. */
export interface Sheet {
	name: string;
	text: string;
	sidecar: string | null;
}

/** What all articles share. */
export interface Stock {
	lexicon: Lexicon;
	places: readonly string[];
	people: readonly string[];
}

export function openStock(lexicon: Lexicon, people: readonly string[]): Stock {
	return { lexicon, places: inventPlaces(160), people };
}

function penOf(stock: Stock, plan: Plan): Pen {
	const random = openRandom(`article ${plan.number}`);
	return { ...stock, random, topic: plan.topic, year: partsOf(plan.day).year };
}

function creditOf(plan: Plan): string {
	return plan.authors.join(' and ');
}

const slugOf = (name: string) => name.toLowerCase().replace(/^the /, '').replaceAll(' ', '-');
const quoted = (text: string) => `"${text}"`;

function middleOf(plans: readonly Plan[]): Plan {
	const plan = plans[Math.floor(plans.length / 2)];
	if (!plan) throw new Error('An issue has at least one article.');
	return plan;
}

/** A daily: some days of one newspaper, the newest first. */
export function writeDaily(stock: Stock, plans: readonly Plan[]): Omit<Sheet, 'name'> {
	const days = new Map<Day, Plan[]>();
	for (const plan of plans) days.set(plan.day, [...(days.get(plan.day) ?? []), plan]);
	const lines: string[] = [];
	for (const [day, ofDay] of [...days].sort(([a], [b]) => b - a)) {
		lines.push(describePeriod(writeDay(day)), '');
		for (const plan of ofDay) {
			const pen = penOf(stock, plan);
			const story = inventStory(pen);
			lines.push(writeHeadline(pen, story), '');
			if (plan.authors.length > 0) lines.push(creditOf(plan), '');
			lines.push('');
			const paragraphs = writeParagraphs(pen, plan.words, story);
			if (paragraphs.length > 2 && pen.random.chance(0.3)) {
				paragraphs.splice(1 + pen.random.below(2), 0, writeCaption(pen));
			}
			for (const paragraph of paragraphs) lines.push(paragraph, '');
		}
	}
	const publication = middleOf(plans).publication.name;
	return { text: lines.join('\n'), sidecar: `publication: ${quoted(publication)}\n` };
}

/** Where a digest's date is known from: its header, a curator who may be unsure, or nobody. */
function dateOfDigest(random: Random, day: Day): { printed: string; curated: string | null } {
	const iso = writeDay(day);
	const at = random.next();
	if (at < 0.4) return { printed: ` for ${describePeriod(iso)}`, curated: null };
	if (at < 0.6) return { printed: '', curated: `${iso}?` };
	if (at < 0.72) return { printed: '', curated: `${iso.slice(0, 7)}?` };
	if (at < 0.8) return { printed: '', curated: `${iso.slice(0, 4)}~` };
	return { printed: '', curated: null };
}

/** A digest: numbered items with parts left out. */
export function writeDigest(stock: Stock, plans: readonly Plan[]): Omit<Sheet, 'name'> {
	const { number, day, publication } = middleOf(plans);
	const random = openRandom(`digest ${number}`);
	const { printed, curated } = dateOfDigest(random, day);
	const lines = [`Headlines from the ${publication.name}${printed}:`];
	for (const [at, plan] of plans.entries()) {
		const pen = penOf(stock, plan);
		const story = inventStory(pen);
		lines.push(`${at + 1}. ${writeHeadline(pen, story)}`);
		if (plan.authors.length > 0) lines.push(`By ${creditOf(plan)}`);
		const paragraphs = writeParagraphs(pen, plan.words * 0.7, story);
		for (const [order, paragraph] of paragraphs.entries()) {
			const last = order === paragraphs.length - 1;
			lines.push(!last && pen.random.chance(0.06) ? `${paragraph}*****` : paragraph);
			if (!last && pen.random.chance(0.25)) lines.push('*****');
		}
		if (pen.random.chance(0.08)) {
			lines.push('The meeting agreed on three demands, which were read out at the end:');
			for (let item = 0; item < 3; item += 1) lines.push(`- ${writeSentence(pen)}`);
		}
	}
	const note = 'note: "From the events it reports."';
	return {
		text: `${lines.join('\n')}\n`,
		sidecar: curated === null ? null : `date:\n  edtf: ${quoted(curated)}\n  ${note}\n`
	};
}

/** A headline broken over lines as magazines break it, never after a word that asks for more. */
function breakHeadline(headline: string): string[] {
	const words = headline.split(' ');
	if (words.length < 6) return [headline];
	const at = Math.ceil(words.length / 2);
	return [words.slice(0, at).join(' '), words.slice(at).join(' ')];
}

/** A magazine: an issue of a month, with sections, captions, end marks and notes after the last article. */
export function writeMagazine(stock: Stock, plans: readonly Plan[]): Omit<Sheet, 'name'> {
	const { day, publication } = middleOf(plans);
	const { year, month } = partsOf(day);
	const lines = ['', `${monthNames[month - 1]} ${year}`];
	const notes: string[] = [];
	for (const plan of plans) {
		const pen = penOf(stock, plan);
		const story = inventStory(pen);
		lines.push(...breakHeadline(writeHeadline(pen, story)));
		if (plan.authors.length > 0) lines.push(`By ${creditOf(plan)}`);
		if (pen.random.chance(0.4)) lines.push('', writeCaption(pen));
		const paragraphs = writeParagraphs(pen, plan.words * 1.6, story);
		for (const [at, paragraph] of paragraphs.entries()) {
			if (at > 1 && at < paragraphs.length - 1 && at % 4 === 2) lines.push(writeHeading(pen));
			let text = paragraph;
			if (pen.random.chance(0.06)) {
				notes.push(
					`- ${notes.length + 1}. See ${publication.name}, ${year - 1 - pen.random.below(9)}.`
				);
				text = `${paragraph}${notes.length}`;
			}
			lines.push(at === paragraphs.length - 1 ? `${text} ■` : text);
		}
	}
	return {
		text: `${[...lines, ...notes].join('\n')}\n`,
		sidecar: `publication: ${quoted(publication.name)}\n`
	};
}

/** The file name of a sheet, without its ending; `taken` keeps two from having one. */
export function nameSheet(plans: readonly Plan[], taken: Set<string>): string {
	const { day, publication } = middleOf(plans);
	const wanted = `${slugOf(publication.name)}-${writeDay(day)}`;
	let name = wanted;
	for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
	taken.add(name);
	return `${name}.txt`;
}
