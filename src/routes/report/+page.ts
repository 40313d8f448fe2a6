import { error } from '@sveltejs/kit';
import { readAccount } from '$lib/bundle/account.ts';
import type { Report } from '$lib/bundle/report.ts';
import { openArchive } from '../open.ts';
import type { PageLoad } from './$types';

/** Up to so many articles the report names them by headline; of more, whose entries take megabytes, by id. */
const mostNamed = 5000;

export const load: PageLoad = async () => {
	const archive = await openArchive();
	const report = await readAccount<Report>(archive, 'report.json');
	if (!report) {
		error(
			500,
			'The report data/report.json could not be fetched. Check the connection and reload the page.'
		);
	}
	const entries = archive.manifest.counts.articles > mostNamed ? null : archive.entries;
	await entries?.all();
	return { archive, entries, report };
};
