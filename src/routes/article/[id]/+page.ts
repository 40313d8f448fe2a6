import { openArchive } from '../../open.ts';
import { bundled, published } from '../../published.ts';
import { answerFor, type Answer } from './answer.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { id }, fetch }) => {
	const found = await published<Answer>(`article/${id}/`, fetch, (answer) =>
		'archive' in answer ? answer.archive.version : undefined
	);
	if (found) return { answer: found, published: true };
	const answer = await bundled(
		async () => answerFor(await openArchive(), id),
		`This archive has no article with the address ${id}.`
	);
	return { answer, published: false };
};
