/** Why a field is what it is, in words: one place for the article's page and for the report. */
import type { Basis, Field, Reason } from '../archive/article.ts';

export const fieldLabels: Record<Field, string> = {
	headline: 'Headline',
	kicker: 'Kicker',
	deck: 'Deck',
	byline: 'Byline',
	authors: 'Names in the byline',
	date: 'Date',
	dateline: 'Dateline',
	publication: 'Publication',
	language: 'Language',
	rights: 'Rights',
	boundary: 'Where it begins',
	kind: 'Kind',
	number: 'Number'
};

/** The file that the line of a reason belongs to; `file` is the seed. */
export function fileOfReason(rule: string, file: string): string {
	if (rule.startsWith('sidecar/')) return `${file}.yaml`;
	return rule.startsWith('archive/') ? 'archive.yaml' : file;
}

const bases: Record<Basis, string> = {
	stated: 'Stated',
	curated: 'Given by a curator',
	inferred: 'Inferred'
};

/** `Stated, line 5`; `Given by a curator, line 2 of text.txt.yaml`; `Not found`. */
export function describeReason({ basis, rule, line }: Reason, file: string): string {
	if (basis === null) return 'Not found';
	const where = fileOfReason(rule, file);
	const place = line === null ? '' : `, line ${line}${where === file ? '' : ` of ${where}`}`;
	return `${bases[basis]}${place}`;
}

const statements: Record<string, string> = {
	InC: 'In copyright',
	'InC-OW-EU': 'In copyright, EU orphan work',
	'InC-EDU': 'In copyright, educational use permitted',
	'InC-NC': 'In copyright, non-commercial use permitted',
	'InC-RUU': 'In copyright, rights holder unknown',
	'NoC-CR': 'No copyright, contractual restrictions',
	'NoC-NC': 'No copyright, non-commercial use only',
	'NoC-OKLR': 'No copyright, other legal restrictions',
	'NoC-US': 'No copyright in the United States',
	CNE: 'Copyright not evaluated',
	UND: 'Copyright undetermined',
	NKC: 'No known copyright'
};

/** A rights statement or licence by its usual name: `In copyright`, `CC BY-SA 4.0`. */
export function describeRights(uri: string): string {
	const statement = /rightsstatements\.org\/\w+\/([\w-]+)\//.exec(uri)?.[1];
	if (statement !== undefined) return statements[statement] ?? statement;
	const licence = /\/licenses\/([a-z-]+)\/([\d.]+)\//.exec(uri);
	if (licence?.[1] && licence[2]) return `CC ${licence[1].toUpperCase()} ${licence[2]}`;
	if (uri.includes('/publicdomain/zero/')) return 'CC0 1.0';
	return uri.includes('/publicdomain/mark/') ? 'Public domain mark 1.0' : uri;
}

/** `94 % alike`; what is not the same to the last word is never 100. */
export function describeSimilarity(similarity: number): string {
	const share = similarity === 1 ? 100 : Math.min(99, Math.round(similarity * 100));
	return `${share} % alike`;
}
