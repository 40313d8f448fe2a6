import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectAccounted, mutated, readText } from '../ingest/mutate.ts';

describe('the ingest, at length', () => {
	it('10,000 mutated seeds are read without a throw, every line claimed once', () => {
		fc.assert(
			fc.property(mutated, (text) => expectAccounted(readText(text))),
			{ numRuns: 10_000 }
		);
	}, 1_800_000);
});
