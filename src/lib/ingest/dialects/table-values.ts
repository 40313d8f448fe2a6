/** Values of JSON as the texts that a person would have typed. */
import { joinNames, type FieldName } from '../record.ts';

/** Where programs put the text of a value that says more of itself, the best first. */
const inner = ['name', 'rendered', 'html', 'text', 'value', 'label'];
const givenNames = ['given', 'first', 'firstname', 'first_name', 'givenname'];
const familyNames = ['family', 'last', 'lastname', 'last_name', 'familyname'];

/** A value as the text a person would have typed; empty where it holds none that we know. */
export function textOf(value: unknown, field: FieldName): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) {
		const parts = value.map((each) => textOf(each, field)).filter(Boolean);
		return field === 'body' ? parts.join('\n\n') : joinNames(parts);
	}
	if (typeof value !== 'object' || value === null) return '';
	const parts = new Map(
		Object.entries(value).map(([key, part]) => [key.toLowerCase(), part as unknown])
	);
	const find = (names: readonly string[]) =>
		textOf(parts.get(names.find((name) => parts.has(name)) ?? ''), field);
	return find(inner) || [find(givenNames), find(familyNames)].filter(Boolean).join(' ');
}

/** True where a value holds something. */
export function isFilled(value: unknown): boolean {
	if (value === null || value === undefined || value === '') return false;
	return typeof value !== 'object' || Object.values(value).some(isFilled);
}
