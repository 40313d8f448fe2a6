import { openArchive } from '../open.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({ archive: await openArchive() });
