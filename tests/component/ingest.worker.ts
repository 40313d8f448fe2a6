/** The ingest where nothing is of Node and there is no document: seeds in, what came of them out. */
import { readSeeds, type Seed } from '../../src/lib/ingest/ingest.ts';

self.onmessage = ({ data }: MessageEvent<Seed[]>) => {
	const { articles, files, problems } = readSeeds(data);
	self.postMessage({ articles, files, problems });
};
