import { error } from '@sveltejs/kit';
import type { Changes } from '$lib/bundle/report.ts';
import { openArchive } from '../open.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const archive = await openArchive();
	const bytes = await archive.read('changes.json').catch(() => null);
	if (!bytes) {
		error(
			500,
			'The list data/changes.json could not be fetched. Check the connection and reload the page.'
		);
	}
	const changes = JSON.parse(new TextDecoder().decode(bytes)) as Changes;
	return { manifest: archive.manifest, changes };
};
