import { describe, expect, test } from 'vitest';
import { partName, sortedName } from '../../src/lib/cite/names.ts';

const sorted = (name: string, language = 'en') => sortedName(partName(name, language));

describe('a name is parted where that is certain', () => {
	test.each([
		['Kevin Reed', 'Reed, Kevin'],
		['Alejandro López', 'López, Alejandro'],
		['Anna B. Prins', 'Prins, Anna B.'],
		['J.-P. Sartre', 'Sartre, J.-P.'],
		['A. Lantier', 'Lantier, A.'],
		['Anne-Marie O’Hara', 'O’Hara, Anne-Marie'],
		['Şebnem Yıldız', 'Yıldız, Şebnem'],
		['Ian McNeill', 'McNeill, Ian'],
		['Kevin Reed, Jr', 'Reed, Kevin, Jr'],
		['Kevin Reed III', 'Kevin Reed III'],
		['García Márquez, Gabriel', 'García Márquez, Gabriel'],
		['José García', 'García, José'],
		['Ana Peña', 'Peña, Ana']
	])('%s: %s', (name, expected) => expect(sorted(name)).toBe(expected));

	test('where it was parted already, too', () => {
		const parted = { family: 'García Márquez', given: 'Gabriel' };
		expect(partName('García Márquez, Gabriel', 'en')).toEqual(parted);
		expect(partName('de la Cruz, Ana', 'en')).toEqual({ family: 'de la Cruz', given: 'Ana' });
	});
});

describe('and stays one where it is not', () => {
	test.each([
		'Gabriel García Márquez',
		'Ludwig van Beethoven',
		'Kim Jong-un',
		'Wang Li',
		'Lord Byron',
		'Madonna',
		'Editorial Board',
		'Associated Press',
		'Our correspondent',
		'An Observer',
		'Reuters',
		'Иван Петров',
		'王 力',
		'anna prins',
		'Socialist Equality Party',
		'Ministry of Food, Agriculture'
	])('%s', (name) => expect(partName(name, 'en')).toEqual({ literal: name }));

	test('in a language that writes the family name first, or may', () => {
		expect(partName('Orbán Viktor', 'hu')).toEqual({ literal: 'Orbán Viktor' });
		expect(partName('Anna Prins', 'zh-Hant')).toEqual({ literal: 'Anna Prins' });
		expect(sorted('Anna Prins', 'pt-BR')).toBe('Prins, Anna');
	});
});
