import { expect, test } from 'vitest';
import { describeMoved } from '../../src/cli/previous.ts';

test('no alias is offered for the address of what is hidden now, unless its words may be known', () => {
	const said = describeMoved(
		[
			{ from: '1911-names', to: '1911-hidden', taken: null },
			{ from: '1911-fog', to: '1911-the-fog', taken: null }
		],
		new Set(['1911-hidden'])
	);
	const [offered, hidden] = said.split('\n\n');
	expect(offered).toContain('1911-fog: 1911-the-fog');
	expect(offered).not.toContain('1911-names');
	expect(hidden).toMatch(/hidden now.*add nothing to aliases\.yaml/);
	expect(hidden).toContain('\n1911-names: 1911-hidden');
});
