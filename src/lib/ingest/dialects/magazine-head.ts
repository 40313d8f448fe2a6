/** What stands above the body of a magazine article: kicker, a headline broken over several lines, deck, byline, picture captions. */
import type { Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { brokenEnd, captionEnd, isTitleCase } from '../blocks.ts';
import { isStatedByline } from '../byline.ts';
import { readDatelineDay } from '../dates.ts';
import { isBlank, lineAt, type Claim, type Page } from '../draft.ts';

/** The head of an article; `body` is the first line under it. */
export interface Head {
	kicker: string | null;
	headline: string | null;
	deck: string | null;
	byline: string | null;
	captions: Lines[];
	claims: Claim[];
	body: number;
}

/** `APRIL 29 –`, `NEW YORK, April 29 –`, `MEXICO CITY –`; one word in capitals alone may as well be an acronym. */
const dateline =
	/^((?:\p{Lu}[\p{Lu}.'’ ]+,\s*)?(?:\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,9}\.?)|\p{Lu}{3,}(?:,?\s\p{Lu}{3,}){1,4})\s*[–—-]\s+(?=["“‘]?\p{Lu})/u;

/** The words of the dateline that opens a report; null where none does. */
export function readDateline(text: string): string | null {
	const printed = dateline.exec(text.slice(0, 120))?.[1];
	// A figure that is no day of a month ("Day 98") makes no dateline; any leap year can tell.
	if (printed === undefined || (/\d/.test(printed) && readDatelineDay(printed, '2000') === null))
		return null;
	return printed;
}

/** A line longer than this is a paragraph, characters. */
const longestHeadLine = 160;
/** Headlines are set large, so that their lines are short; a whole short sentence above them is a kicker. */
const shortestKicker = 42;
const mostHeadlineLines = 8;
const mostDeckLines = 4;
/** What an article is, said above its headline, and a headline itself only where nothing else is. */
const rubric =
	/^(?:(?:analysis|book reviews?|comment(?:ary)?|correspondence|debate|dispatch(?:es)?|editorial|essay|features?|interview|letters?(?: to the editor)?|obituary|opinion|reportage|reviews?)(?:\s*[|/·:–—-]\s*\S.{0,40})?)$/i;

const goesOn = /(?:[,–—-]|\b(?:a|an|and|as|at|but|by|for|from|in|of|on|or|the|to|with))$/i;

/** True where the first line stands above the headline and is no part of it. */
function isKicker(first: string, rest: readonly string[]): boolean {
	const next = rest[0];
	if (next === undefined || goesOn.test(first) || /^\p{Ll}/u.test(next)) return false;
	const longest = Math.max(...rest.map((line) => line.length));
	if (/[.!]["”’]?$/.test(first)) return first.length > longest || rest.length > 1;
	return first.length >= shortestKicker && first.length > longest * 1.5;
}

/** True where the last of some lines is set as sentences are, and those above it as headlines: it is a deck. */
function isDeckUnder(lines: readonly string[]): boolean {
	const last = lines.at(-1) ?? '';
	const longer = last.split(' ').filter((word) => word.length >= 4);
	if (lines.length < 2 || longer.length < 3 || !/^["“‘]?\p{Lu}/u.test(last)) return false;
	const above = lines.slice(0, -1);
	return !isTitleCase(last) && above.every(isTitleCase) && !goesOn.test(above.at(-1) ?? '');
}

/**
 * Reads the head of the article in `lines`. Where its first line is a paragraph, there is no head.
 * `width`: where lines were broken at a width, how many characters the widest holds; null elsewhere.
 */
export function readHead(page: Page, lines: Lines, width: number | null): Head {
	const head: Head = {
		kicker: null,
		headline: null,
		deck: null,
		byline: null,
		captions: [],
		claims: [],
		body: lines[0]
	};
	// Where paragraphs are broken over lines too, only a line that is not full can be of the head.
	const longest = width === null ? longestHeadLine : width * 0.8;
	const text = (line: number) => tidy(lineAt(page, line));
	const isShort = (line: number) =>
		line <= lines[1] && !isBlank(page, line) && text(line).length <= longest;
	// A kicker may be a sentence; a line under it that is one belongs to the body.
	const isTitle = (line: number) =>
		isShort(line) &&
		!isStatedByline(text(line), page) &&
		!/[■□▪◼∎◆♦]$/.test(text(line)) &&
		(line === lines[0] || !/[a-z]{2}\.["”’]?$/.test(text(line)));
	let at = lines[0];
	const title: number[] = [];
	while (isTitle(at) && title.length < mostHeadlineLines) {
		title.push(at);
		at += 1;
	}
	const first = title[0];
	if (first === undefined) return head;
	const isRubric = rubric.test(text(first));
	const underRubric = title.length === 1 && isRubric ? titleAfter(at) : [];
	const isOver = title.length > 1 && (isRubric || isKicker(text(first), title.slice(1).map(text)));
	if (underRubric.length > 0 || isOver) {
		head.kicker = text(first);
		head.claims.push({ as: 'kicker', lines: [first, first] });
		title.shift();
		title.push(...underRubric);
		at = (title.at(-1) ?? first) + 1;
	}
	const deck = title.findIndex((_, order) => isDeckUnder(title.slice(0, order + 1).map(text)));
	if (deck > 0) at = title.splice(deck)[0] ?? at;
	head.headline = title.map(text).join(' ');
	head.claims.push({ as: 'headline', lines: [title[0] ?? first, at - 1] });
	head.body = at;
	readRest();
	return head;

	/** The title lines that open after blank ones, where more than they follow: a rubric stands apart from its article. */
	function titleAfter(from: number): number[] {
		let line = from;
		while (line <= lines[1] && isBlank(page, line)) line += 1;
		const found: number[] = [];
		while (isTitle(line) && !isLastLine(line) && found.length < mostHeadlineLines) {
			found.push(line);
			line += 1;
		}
		return found;
	}

	/** Under the headline, up to the first paragraph: captions after a blank line, a byline, a deck. */
	function readRest() {
		for (let line = at; line <= lines[1]; line += 1) {
			if (isBlank(page, line)) continue;
			const caption = isBlank(page, line - 1) ? captionEnd(page, line, lines[1]) : null;
			// A line may be credited under it, as may a picture.
			if (isShort(line) && isStatedByline(text(line), page) && head.byline === null) {
				head.byline = text(line);
				head.claims.push({ as: 'byline', lines: [line, line] });
			} else if (caption !== null) {
				head.captions.push([line, caption]);
				line = caption;
			} else if (isDeck(line) && !isLastLine(line)) {
				const last = deckEnd(line);
				head.deck = tidy(page.lines.slice(line - 1, last).join(' '));
				head.claims.push({ as: 'deck', lines: [line, last] });
				line = last;
			} else break;
			head.body = line + 1;
		}
	}

	/** Whoever signs has said what the article is about: what follows the byline is the article. */
	function isDeck(line: number): boolean {
		return (
			isShort(line) &&
			head.deck === null &&
			head.byline === null &&
			readDateline(text(line)) === null &&
			(brokenEnd(page, line, lines[1]) === line || deckEnd(line) > line)
		);
	}

	/** The last line of a deck: over several only where a byline stands under them, so that they are no text. */
	function deckEnd(line: number): number {
		let last = line;
		while (
			isShort(last + 1) &&
			!isStatedByline(text(last + 1), page) &&
			last - line < mostDeckLines
		)
			last += 1;
		let next = last + 1;
		while (next <= lines[1] && isBlank(page, next)) next += 1;
		return next <= lines[1] && isStatedByline(text(next), page) ? last : line;
	}

	/** A short line is a deck only where something follows; the last line of an article is its body. */
	function isLastLine(line: number): boolean {
		let next = line + 1;
		while (next <= lines[1] && isBlank(page, next)) next += 1;
		return next > lines[1];
	}
}
