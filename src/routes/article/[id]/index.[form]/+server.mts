/** The article of a page in other forms: as plain text, and as records for reference managers. */
import { error } from '@sveltejs/kit';
import { writeBibtex } from '$lib/cite/bibtex.ts';
import { referenceOf } from '$lib/cite/reference.ts';
import { writeRis } from '$lib/cite/ris.ts';
import { plainText } from '$lib/cite/text.ts';
import { wholeAddress } from '$lib/filter/link.ts';
import { mostPages } from '$lib/bundle/format.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = 'auto';
export const trailingSlash = 'never';

const types: Record<string, string> = {
	txt: 'text/plain',
	bib: 'application/x-bibtex',
	ris: 'application/x-research-info-systems'
};

export const entries: EntryGenerator = async () => {
	const { archive } = await builtArchive();
	if (archive.manifest.counts.articles > mostPages) return [];
	return (await archive.entries.all()).flatMap(({ id }) =>
		Object.keys(types).map((form) => ({ id, form }))
	);
};

export const GET: RequestHandler = async ({ params: { id, form } }) => {
	const { archive } = await builtArchive();
	const row = await archive.rowOf(id);
	const type = types[form];
	if (row === undefined || type === undefined)
		error(404, `This archive has no article with the address ${id} in the form ${form}.`);
	const article = await archive.article(row);
	const address = wholeAddress(archive.manifest.address, `article/${id}/`);
	const reference = referenceOf(article, { ...archive.manifest, address });
	const text =
		form === 'bib'
			? writeBibtex(reference)
			: form === 'ris'
				? writeRis(reference)
				: plainText(article, reference);
	return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
};
