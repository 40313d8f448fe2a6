import { error } from '@sveltejs/kit';
import type { Report } from '$lib/bundle/report.ts';
import { openArchive } from '../open.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const archive = await openArchive();
	const bytes = await archive.read('report.json').catch(() => null);
	if (!bytes) {
		error(
			500,
			'The report data/report.json could not be fetched. Check the connection and reload the page.'
		);
	}
	return { archive, report: JSON.parse(new TextDecoder().decode(bytes)) as Report };
};
