/** An article to cite, with what a test wants of it. */
import type { Citable, Origin } from '../../src/lib/cite/reference.ts';

export const origin: Origin = {
	title: 'Seed archive',
	version: 'ced4216bc2c68784',
	publisher: 'Library & Sons',
	address: 'https://example.org/a_b/article/some-id/?x=100%25'
};

export const accessed = '2026-11-22';

export function citable(wanted: Partial<Citable> = {}): Citable {
	return {
		id: 'some-id',
		headline: 'The dockers return',
		suppliedHeadline: null,
		authors: ['Kevin Reed'],
		publication: 'The Harbour Gazette',
		language: 'en',
		kind: 'full',
		source: { file: 'harbour.txt', lines: [50, 92] },
		date: { edtf: '2022-05-16', basis: 'stated' },
		...wanted
	};
}
