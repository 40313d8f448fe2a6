/** Well-formed queries of the whole grammar, as a reader may type them. */
import fc from 'fast-check';

const leaf = fc.constantFrom(
	'strike',
	'nurses',
	'=Ocalan',
	'"general strike"',
	'"strike nurses"~4',
	'stri*',
	'w?rd',
	'workd~',
	'four-week',
	'ice,port',
	'headline:strike',
	'author:"Jane Doe"',
	'date:[1919 TO 1921-06]',
	'has:notes',
	'is:undated'
);

const { tree } = fc.letrec<{ tree: string; group: string }>((tie) => ({
	tree: fc.oneof({ depthSize: 'small' }, leaf, leaf, tie('group')),
	group: fc
		.record({
			parts: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
			joint: fc.constantFrom(' ', ' AND ', ' OR ', '  '),
			lead: fc.constantFrom('', '', '-', 'NOT ', 'headline:', '-text:')
		})
		.map(({ parts, joint, lead }) => `${lead}(${parts.join(joint)})`)
}));

/** Conditions side by side, some refused, with brackets in brackets. */
export const queryOf = fc
	.array(fc.record({ not: fc.constantFrom('', '', '-', 'NOT '), tree, or: fc.nat(3) }), {
		minLength: 1,
		maxLength: 4
	})
	.map((parts) =>
		parts
			.map(({ not, tree, or }, at) => (at === 0 ? '' : or === 0 ? ' OR ' : ' ') + not + tree)
			.join('')
	);
