/** The people and publications of the invented archive. */
import { openRandom } from './random.ts';

/** Given names and surnames by the language they come from, so that no name is a mixture. */
const peoples: readonly (readonly [given: string, family: string])[] = [
	[
		'Ayşe İbrahim Gülşen Çağla Ömer Şükrü Işıl Uğur',
		'Yılmaz Öztürk Çelik Şahin Doğan Kılıç Güneş Aydın Erdoğmuş'
	],
	['Gyöngyi András Zsófia Győző Éva Márton Ágnes Ödön', 'Szőke Kővári Németh Fűzfa Bíró Csák Őry'],
	['Begoña José Íñigo Lucía Ángel Núria Álvaro', 'Muñoz Ibáñez Peña Núñez Gómez Cañas Güell'],
	[
		'Łukasz Małgorzata Paweł Zofia Stanisław Bożena',
		'Wójcik Dąbrowska Gołąb Źrebiec Żak Leśniak Śliwa'
	],
	[
		'Seán Aoife Pádraig Gráinne Ciarán Órla',
		'Ó|Briain Ní|Dhomhnaill Mac|Cárthaigh Ó|Séaghdha Breathnach'
	],
	['Jiří Věra Ondřej Zdeňka Tomáš', 'Dvořák Černý Růžička Šťastný Kříž'],
	['Hélène François Zoé Jérôme Noël', 'Lefèvre Béranger Crépin Hébert Saint-Aubin'],
	['Jörg Käthe Günter Änne Björn', 'Müller Groß Köhler Weiß Schäfer'],
	['Þórdís Örn Ásta Guðmundur', 'Jónsdóttir Sæmundsson Þorvaldsson Ægisdóttir'],
	['Søren Åse Jørgen Bjørg', 'Kjær Nørgaard Ødegård Østby Ågren'],
	['João Conceição Estêvão Inês', 'Gonçalves Assunção Leitão Simões'],
	['Nguyễn|Thị Trần|Văn Lê|Đức', 'Hà Dũng Hương Phượng'],
	['Ștefan Ileana Andrei Mădălina', 'Țurcanu Brătescu Pârvu Ionescu'],
	[
		'Margaret Thomas Alice Henry Edith George Ruth',
		'Fairweather Nettle Ashdown Pike Marlow Holt Reed'
	]
];

/** Someone who writes, and the years in which they do. */
export interface Author {
	name: string;
	/** First and last year, inclusive. */
	years: readonly [number, number];
}

/** So many authors as there can be, in an order that mixes the languages; each works for some of the years. */
export function inventAuthors(count: number, first: number, last: number): Author[] {
	const random = openRandom('authors');
	const names = peoples.map(([given, family]) => {
		const all = given.split(' ').flatMap((name) => family.split(' ').map((of) => `${name} ${of}`));
		return all.map((name) => name.replaceAll('|', ' '));
	});
	const authors: Author[] = [];
	while (authors.length < count && names.some((list) => list.length > 0)) {
		const list = random.pick(names.filter((one) => one.length > 0));
		const [name] = list.splice(random.below(list.length), 1);
		if (name === undefined) continue;
		const from = first - 12 + random.below(last - first + 10);
		const to = from + 6 + random.below(24);
		authors.push({ name, years: [Math.max(from, first), Math.max(Math.min(to, last), first)] });
	}
	return authors;
}

/** The form in which a publication's seeds are written. */
export type Form = 'daily' | 'digest' | 'magazine';

/** What articles appeared in. */
export interface Publication {
	name: string;
	form: Form;
	/** First and last year, inclusive. */
	years: readonly [number, number];
	/** Its share among the publications. */
	weight: number;
}

export const publications: readonly Publication[] = [
	{ name: 'The Harbour Courier', form: 'daily', years: [1985, 2024], weight: 30 },
	{ name: 'Valley Evening Post', form: 'daily', years: [1985, 2009], weight: 18 },
	{ name: 'The Northern Examiner', form: 'daily', years: [1997, 2024], weight: 14 },
	{ name: 'Gazeta Nadmorska', form: 'daily', years: [1990, 2016], weight: 8 },
	{ name: 'Wire Service Digest', form: 'digest', years: [1985, 2024], weight: 10 },
	{ name: 'Press Review of the Dock Unions', form: 'digest', years: [1992, 2014], weight: 5 },
	{ name: 'The Quarter Deck', form: 'magazine', years: [1985, 2024], weight: 10 },
	{ name: 'Letters from the Coast', form: 'magazine', years: [2001, 2024], weight: 5 }
];
