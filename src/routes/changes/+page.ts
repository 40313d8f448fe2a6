import { error } from '@sveltejs/kit';
import type { Changes } from '$lib/bundle/report.ts';
import { openArchive } from '../open.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const archive = await openArchive();
	const bytes = await archive.read('changes.json').catch(() => null);
	const changes = bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Changes) : null;
	// The host may have published another version since the page was opened.
	if (changes?.version !== archive.manifest.version) {
		error(
			500,
			'The list data/changes.json could not be fetched. Check the connection and reload the page.'
		);
	}
	return { manifest: archive.manifest, changes };
};
