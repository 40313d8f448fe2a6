import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorSlug } from '../../src/lib/archive/author.ts';

describe('the address of an author', () => {
	test('is made of the name alone, in letters that every address can hold', () => {
		expect(authorSlug('İsmail Doğan')).toMatch(/^ismail-dogan-[0-9a-f]{8}$/);
		expect(authorSlug('毛澤東')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}$/);
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
				expect(authorSlug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
				expect(authorSlug(name).length).toBeLessThan(220);
			})
		);
	});

	test('is the same for one name however its accents are encoded, and not for two', () => {
		expect(authorSlug('Jose\u0301 Díaz')).toBe(authorSlug('José Díaz'));
		const names = ['Ana Ruiz', 'Aña Ruiz', 'ana ruiz', 'Ana-Ruiz', 'Ana Ruiz Sr', '../etc', ''];
		for (const first of 'АБВГДЕЖЗИК')
			for (const last of 'АБВГДЕЖЗИК') names.push(`${first}${last}`, `${first}. ${last}`);
		expect(new Set(names.map(authorSlug)).size).toBe(names.length);
	});
});
