/**
 * What became of every line of a seed. A reading that leaves a printed line unclaimed, or claims one twice, has
 * lost its place; coverage counts what each line was taken for, so that anyone can check.
 */
import type { BlockKind, Lines, Problem } from '../archive/article.ts';
import { isBlank, type Page, type Reading, type Role } from './draft.ts';
import { warning } from './problem.ts';

/** What lines were taken for. */
export interface LineClaim {
	as: Role | BlockKind | 'note';
	lines: Lines;
}

/** What a line counts as in a coverage: all kinds of blocks are `block`; `problem`: reported, and part of nothing. */
export type CoverageKind = Role | 'block' | 'note' | 'problem';

/** The account of a file: every line that is not blank, and what it was taken for. */
export interface Coverage {
	file: string;
	/** Lines that are not blank. */
	lines: number;
	/** How many of them were claimed once and only once. Less than `lines` is a bug of ours. */
	claimed: number;
	/** How many lines were taken for what; kinds that do not occur are left out. */
	as: Partial<Record<CoverageKind, number>>;
}

/**
 * All claims of a reading, one after the other. An elision glued to the end of a paragraph stands in a line that the
 * paragraph claims already, and is left out. Where articles may share lines (tables, markup), each line is left
 * to the narrowest that claims it.
 */
export function claimsOf(reading: Reading): LineClaim[] {
	const claims: LineClaim[] = [];
	eachClaim(reading, (as, lines) => claims.push({ as, lines }));
	return claims;
}

type Visit = (as: LineClaim['as'], lines: Lines) => void;

/** The same without a list: a long file has a million of them. */
function eachClaim(reading: Reading, visit: Visit): void {
	if (!reading.sharesLines) {
		eachAsRead(reading, visit);
		return;
	}
	const all: LineClaim[] = [];
	eachAsRead(reading, (as, lines) => all.push({ as, lines }));
	for (const { as, lines } of parted(all)) visit(as, lines);
}

function eachAsRead(reading: Reading, visit: Visit): void {
	const furniture = new Set<number>();
	for (const { as, lines } of reading.claims) if (as === 'furniture') furniture.add(lines[0]);
	const around = furniture.size > 0 ? outside(furniture, visit) : visit;
	for (const { as, lines } of reading.claims) (as === 'furniture' ? visit : around)(as, lines);
	for (const draft of reading.drafts) {
		for (const { as, lines } of draft.claims) around(as, lines);
		for (const [at, { kind, lines }] of draft.blocks.entries()) {
			const glued = kind === 'elision' && draft.blocks[at - 1]?.lines[1] === lines[0];
			if (!glued || reading.sharesLines) around(kind, lines);
		}
		for (const { lines } of draft.notes) around('note', lines);
	}
}

/** Cuts a claim at the furniture inside it: a paragraph may go on over the end of a page. */
function outside(furniture: ReadonlySet<number>, visit: Visit): Visit {
	return (as, lines) => {
		let first = lines[0];
		for (let line = lines[0]; line <= lines[1] + 1; line += 1) {
			if (line <= lines[1] && !furniture.has(line)) continue;
			if (first < line) visit(as, [first, line - 1]);
			first = line + 1;
		}
	};
}

/** Cuts claims so that none overlaps another. Of two on one line the narrower has it: the page is wider than its text. */
function parted(claims: readonly LineClaim[]): LineClaim[] {
	const width = ({ lines }: LineClaim) => lines[1] - lines[0];
	const last = claims.reduce((most, { lines }) => Math.max(most, lines[1]), 0);
	const taken = new Uint8Array(last + 2);
	const kept: LineClaim[] = [];
	for (const claim of [...claims].sort((a, b) => width(a) - width(b))) {
		let first: number | null = null;
		for (let line = claim.lines[0]; line <= claim.lines[1] + 1; line += 1) {
			const free = line <= claim.lines[1] && taken[line] === 0;
			if (free) {
				taken[line] = 1;
				first ??= line;
			} else if (first !== null) {
				kept.push({ as: claim.as, lines: [first, line - 1] });
				first = null;
			}
		}
	}
	return kept;
}

const roles = new Set<string>([
	'byline',
	'date',
	'deck',
	'furniture',
	'header',
	'headline',
	'kicker',
	'markup',
	'note',
	'record',
	'separator'
]);

function kindOf(as: LineClaim['as']): CoverageKind {
	return roles.has(as) ? (as as CoverageKind) : 'block';
}

/**
 * Counts the lines of a page by what they were taken for. `reading` is null where nothing of the page was read: a
 * problem says so, and stands for all its lines. A line that nobody claimed is reported, in `missed`.
 */
export function coverPage(
	page: Page,
	reading: Reading | null,
	problems: readonly Problem[]
): { coverage: Coverage; missed: Problem[] } {
	const coverage: Coverage = { file: page.file, lines: 0, claimed: 0, as: {} };
	const missed: Problem[] = [];
	// How often each line was claimed, and as what; a line after the last claim has no place in either.
	const times = new Uint8Array(page.lines.length + 2);
	const count = (kind: CoverageKind) => {
		coverage.as[kind] = (coverage.as[kind] ?? 0) + 1;
	};
	const claim: Visit = (as, lines) => {
		const kind = kindOf(as);
		for (let line = lines[0]; line <= lines[1]; line += 1) {
			times[line] = Math.min(2, (times[line] ?? 0) + 1);
			if (times[line] === 1 && !isBlank(page, line)) {
				coverage.claimed += 1;
				count(kind);
			} else if (times[line] === 2 && !isBlank(page, line)) coverage.claimed -= 1;
		}
	};
	if (reading) eachClaim(reading, claim);
	const reported = new Set(problems.map((problem) => problem.line));
	for (let line = 1; line <= page.lines.length; line += 1) {
		if (isBlank(page, line)) continue;
		coverage.lines += 1;
		if (times[line]) continue;
		if (reading && !reported.has(line)) {
			const message =
				'This line became part of nothing. Look at what stands around it, or set it off by blank lines.';
			missed.push(warning(page.file, line, 'seed/line-unclaimed', message));
		}
		coverage.claimed += 1;
		count('problem');
	}
	return { coverage, missed };
}
