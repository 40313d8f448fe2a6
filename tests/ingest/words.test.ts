import { describe, expect, it } from 'vitest';
import { asciiWords, openingWords, tidy } from '../../src/lib/archive/text.ts';
import { joinLines } from '../../src/lib/ingest/hyphens.ts';
import { isNameLike, isStatedByline, readAuthors } from '../../src/lib/ingest/byline.ts';
import { readDatelineDay, readPrintedDate, readYearlessDate } from '../../src/lib/ingest/dates.ts';
import { hasCredit, isHeading } from '../../src/lib/ingest/blocks.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { takeMarks } from '../../src/lib/ingest/notes.ts';
import { seedsOf } from './read-folder.ts';

describe('a date alone in a line', () => {
	it.each([
		['16 May 2022', '2022-05-16'],
		['May 16, 2022', '2022-05-16'],
		['Monday, 16 May 2022', '2022-05-16'],
		['MONDAY, MAY 16, 2022', '2022-05-16'],
		['1st Sept. 1939', '1939-09-01'],
		['2022-05-16', '2022-05-16'],
		['May 2025', '2025-05'],
		['Winter 2011', '2011-24'],
		['September-December 2024', '2024-09/2024-12'],
		['November 2010 – January 2011', '2010-11/2011-01'],
		['No. 957, 23 April 2010', '2010-04-23'],
		['Vol. XII, No. 3 – Winter 2011', '2011-24'],
		['23 April 2010, No. 957', '2010-04-23'],
		['16.5.2022', '2022-05-16'],
		['5/16/2022', '2022-05-16'],
		['5.5.2022', '2022-05-05'],
		['16-22 May 2022', '2022-05-16/2022-05-22'],
		['May 16–22, 2022', '2022-05-16/2022-05-22'],
		['30 May – 5 June 2022', '2022-05-30/2022-06-05'],
		['Winter 2010-11', '2010-12/2011-02']
	])('%s is %s', (printed, edtf) => {
		expect(readPrintedDate(printed)).toBe(edtf);
	});

	it.each([
		['16 de mayo de 2022', '2022-05-16'],
		['Lunes, 16 de mayo del 2022', '2022-05-16'],
		['lundi 16 mai 2022', '2022-05-16'],
		['1er février 1934', '1934-02-01'],
		['Montag, den 16. Mai 2022', '2022-05-16'],
		['3. MÄRZ 1919', '1919-03-03'],
		['16 maggio 2022', '2022-05-16'],
		['Segunda-feira, 1º de março de 1971', '1971-03-01'],
		['16 mei 2022', '2022-05-16'],
		['16 maj 2022', '2022-05-16'],
		['16. desember 2022', '2022-12-16'],
		['16 mars 2022', '2022-03-16'],
		['Mayo de 2022', '2022-05'],
		['Août 1914', '1914-08'],
		['Septiembre-diciembre de 2024', '2024-09/2024-12'],
		['16.–22. Mai 2022', '2022-05-16/2022-05-22'],
		['Núm. 957, 23 de abril de 2010', '2010-04-23'],
		['Heft 4, Oktober 1930', '1930-10']
	])('in another language: %s is %s', (printed, edtf) => {
		expect(readPrintedDate(printed)).toBe(edtf);
	});

	it('knows every month of these languages, by names that all editions of Unicode agree on', () => {
		const names = {
			es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
			fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
			de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
			it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
			pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'
		};
		for (const words of Object.values(names)) {
			for (const [at, name] of words.split(' ').entries()) {
				const month = String(at + 1).padStart(2, '0');
				expect(readPrintedDate(`7 ${name} 1950`)).toBe(`1950-${month}-07`);
			}
		}
	});

	it.each([
		'30 February 2022',
		'Mars 2020',
		'16 mai',
		'16 de barcos de 2022',
		'Julia 2020',
		'Apollo 11 Mars 1969',
		'It was 16 May 2022',
		'2022',
		'May',
		'5/6/2022',
		'5.6.2022',
		'March on 2022',
		''
	])('"%s" is none', (printed) => {
		expect(readPrintedDate(printed)).toBeNull();
	});

	it('without a year takes the one nearest to its issue', () => {
		expect(readYearlessDate('Tuesday, 17 May', '2022-05-16')).toBe('2022-05-17');
		expect(readYearlessDate('January 2', '2021-12-31')).toBe('2022-01-02');
		expect(readYearlessDate('31 December', '2022-01')).toBe('2021-12-31');
		expect(readYearlessDate('17 May 2022', '2022-05-16')).toBeNull();
		expect(readYearlessDate('Martes 17 de mayo', '2022-05-16')).toBe('2022-05-17');
		expect(readYearlessDate('17. Mai', '2022-05-16')).toBe('2022-05-17');
		expect(readYearlessDate('17 men', '2022-05-16')).toBeNull();
	});

	it('takes the year of a dateline from the issue, or the year before where the issue came first', () => {
		expect(readDatelineDay('APRIL 29', '2025-05')).toBe('2025-04-29');
		expect(readDatelineDay('DECEMBER 20', '2025-01')).toBe('2024-12-20');
		expect(readDatelineDay('NEW YORK, 3 May', '2025-05')).toBe('2025-05-03');
		expect(readDatelineDay('APRIL 31', '2025-05')).toBeNull();
		expect(readDatelineDay('APRIL 29', null)).toBeNull();
	});
});

describe('a byline', () => {
	it.each([
		['Kevin Reed', ['Kevin Reed']],
		['By Anna Prins and Jo Berg', ['Anna Prins', 'Jo Berg']],
		['Anna Prins, Jo Berg and Mei Lin', ['Anna Prins', 'Jo Berg', 'Mei Lin']],
		['Anna Prins, Jo Berg, and Mei Lin', ['Anna Prins', 'Jo Berg', 'Mei Lin']],
		['Martin King, Jr.', ['Martin King, Jr.']],
		['Our reporters', ['Our reporters']],
		['By Jo Berg in Cairo', ['Jo Berg']],
		['Anna Prins, staff writer', ['Anna Prins']],
		['Gazette staff', ['Gazette staff']],
		['From our correspondent', ['our correspondent']],
		['The Editorial Board', ['The Editorial Board']],
		['Hélène d’Aubigné', ['Hélène d’Aubigné']],
		["Par Hélène d'Aubigné et Luc l’Ami", ["Hélène d'Aubigné", 'Luc l’Ami']],
		['d’Arcy Wren', ['d’Arcy Wren']],
		['Von Käthe Groß und Jörg Müller', ['Käthe Groß', 'Jörg Müller']],
		['Von Trapp', ['Von Trapp']],
		['Por Begoña Ibáñez y José Peña', ['Begoña Ibáñez', 'José Peña']],
		['Por José Ortega y Gasset', ['José Ortega y Gasset']],
		['Inês Gonçalves e João Sá Pereira', ['Inês Gonçalves', 'João Sá Pereira']],
		['Maria Santos de Oliveira e Silva', ['Maria Santos de Oliveira e Silva']],
		['John E Smith Jones', ['John E Smith Jones']],
		['Ilse Brandt, University of Marburg', ['Ilse Brandt']],
		['Sir Walter Hale, MP', ['Sir Walter Hale']],
		['AP, AFP', ['AP', 'AFP']],
		['by anna prins', ['anna prins']],
		['Por Ana del Río', ['Ana del Río']],
		['Di Carla De Santis e Ugo Foà', ['Carla De Santis', 'Ugo Foà']],
		['Door Jan van den Berg', ['Jan van den Berg']],
		['AV KARIN LIND OCH NILS BERG', ['KARIN LIND', 'NILS BERG']],
		['Von unserem Korrespondenten', ['Von unserem Korrespondenten']],
		['De notre envoyé spécial', ['De notre envoyé spécial']],
		['Dal nostro inviato speciale', ['Dal nostro inviato speciale']],
		['La redacción', ['La redacción']],
		['By “Crotchet”', ['“Crotchet”']],
		['By Nan Riddell and our own correspondent', ['Nan Riddell', 'our own correspondent']],
		['Анна Принс', ['Анна Принс']],
		['Ελένη Παππά', ['Ελένη Παππά']],
		['نجيب الريحاني', ['نجيب الريحاني']],
		['王小明', ['王小明']],
		['ანა პრინსი', ['ანა პრინსი']],
		[
			'International Youth and Students for Social Equality',
			['International Youth and Students for Social Equality']
		]
	])('%s names its authors', (byline, authors) => {
		expect(isNameLike(byline)).toBe(true);
		expect(readAuthors(byline)).toEqual(authors);
	});

	it.each(['by the river', 'by being late again', 'by night train', 'd’abord', 'par la fenêtre'])(
		'"%s" is no name either, wherever it stands',
		(line) => {
			expect(isNameLike(line)).toBe(false);
		}
	);

	it.each(['They say little.', 'by anna prins', 'Part 2', 'nothing happened', 'By the river', ''])(
		'"%s" is none',
		(line) => {
			expect(isStatedByline(line, { file: 'a.txt', lines: [line] })).toBe(false);
		}
	);

	describe('that opens with a word of another language', () => {
		const texts = {
			English:
				'The chancellor has not said what is to become of it, and nobody in the town has asked.',
			German: 'Der Kanzler hat nicht gesagt, was mit der Weberei und den Arbeitern geschehen ist.',
			French:
				'Les ouvriers du canal sont dans la rue et demandent que les écluses restent fermées.',
			Spanish:
				'Los estibadores del puerto votaron ayer que la empresa pague con el jornal las horas.',
			Portuguese:
				'Os pescadores da ilha não saem desde ontem, em que uma onda levou os barcos do cais.',
			Italian:
				'Gli operai della fabbrica sono nella piazza, il sindaco è al balcone del municipio.',
			Dutch:
				'Het werk in de haven ligt stil en niet een van de schepen werd gelost; het zijn er negen.',
			Swedish: 'Det är inte känt vem som har tagit nyckeln, och att den är borta är en gåta.',
			Danish: 'Det er ikke kendt hvem som har nøglen, og den er på bordet en gang om året.'
		};
		const pageIn = (language: keyof typeof texts) => ({ file: 'a.txt', lines: [texts[language]] });

		it.each([
			['German', 'Von Käthe Brüning'],
			['French', 'Par Jeanne d’Aubigny et Marcel Roux'],
			['Spanish', 'Por María Soler y Juan Ortega'],
			['Portuguese', 'Por Inês Gonçalves'],
			['Italian', 'Di Carla Rossi'],
			['Dutch', 'Door Jan Smit en Wim Bakker'],
			['Swedish', 'Av Karin Lind'],
			['Danish', 'AF NIELS HOLM']
		] as const)('is one in %s: %s', (language, line) => {
			expect(isStatedByline(line, pageIn(language))).toBe(true);
			expect(isStatedByline(line, pageIn('English'))).toBe(false);
		});

		it.each([
			['English', 'Von Papen Resigns'],
			['English', 'Di Stefano Scores Twice'],
			['English', 'Door Opens Wide'],
			['English', 'Par Avion'],
			['German', 'Von Hamburg nach Bremen'],
			['German', 'Von der Nordsee her kommt Regen.'],
			['French', 'Par la fenêtre du presbytère'],
			['Spanish', 'Por la tarde hubo música en los muelles'],
			['Portuguese', 'Por favor não fume'],
			['Italian', 'Di notte tutti i gatti sono grigi'],
			['Dutch', 'Door de wind gesloopt'],
			['Swedish', 'Av alla som kom'],
			['Danish', 'Af med hatten']
		] as const)('is none in %s: %s', (language, line) => {
			expect(isStatedByline(line, pageIn(language))).toBe(false);
		});

		it('is none of the sentences of the seeds, in whatever language they stood', async () => {
			const { articles } = readSeeds(await seedsOf('seeds'));
			const blocks = articles.flatMap((article) => article.blocks);
			const sentences = blocks.flatMap(({ text }) => text.split(/(?<=[.!?:])\s|\n/));
			expect(sentences.length).toBeGreaterThan(1000);
			for (const language of Object.keys(texts) as (keyof typeof texts)[]) {
				const page = pageIn(language);
				expect(sentences.filter((sentence) => isStatedByline(sentence, page))).toEqual([]);
			}
		});
	});
});

describe('a caption and a heading', () => {
	it.each([
		'A boat [AP Photo/Jo Berg]',
		'(Photo: Getty Images)',
		'Oil (credit: FENATRASUB)',
		'Tear gas (Photo: Noah Berger / AP)'
	])('"%s" ends with a credit', (text) => {
		expect(hasCredit(text)).toBe(true);
		expect(isHeading(text)).toBe(false);
	});

	it('a bracket that gives no credit makes no caption', () => {
		expect(hasCredit('It passed through the Suez Canal (and the Red Sea)')).toBe(false);
		expect(hasCredit('See the Forward (25 March)')).toBe(false);
	});

	it('a short sentence is no heading', () => {
		expect(isHeading('Off with his head!')).toBe(false);
		expect(isHeading('He said:')).toBe(false);
		expect(isHeading('Democrats Paved the Way – Twice!')).toBe(true);
	});
});

describe('the marks of notes', () => {
	const marked = (text: string, ...numbers: string[]) => {
		const blocks = [{ kind: 'paragraph' as const, text, lines: [1, 1] as const }];
		takeMarks(blocks, numbers);
		return blocks[0];
	};

	it('are taken out of the words they are glued to, and kept by place', () => {
		expect(marked('The Mission4 said “no”.5 And so', '4', '5')).toMatchObject({
			text: 'The Mission said “no”. And so',
			marks: [
				{ at: 11, number: '4' },
				{ at: 22, number: '5' }
			]
		});
	});

	it.each([
		'5.3 million',
		'$6.75 trillion',
		'K-12',
		'COVID-19',
		'1.7 children',
		'by 5% a year',
		'at 7 o’clock',
		'3rd',
		'v2.0',
		'Trump 2 regime'
	])('a figure that is none stays: %s', (figure) => {
		const numbers = Array.from({ length: 20 }, (_, at) => String(at + 1));
		expect(marked(`So ${figure} it was`, ...numbers)).toEqual({
			kind: 'paragraph',
			text: `So ${figure} it was`,
			lines: [1, 1]
		});
	});

	it('are told from names like G7 by the order of the notes', () => {
		expect(marked('First.6 The G7 met.7 Last.8', '6', '7', '8')).toMatchObject({
			text: 'First. The G7 met. Last.'
		});
	});
});

describe('plain text', () => {
	it('is tidied of odd spaces and invisible marks', () => {
		expect(tidy(' the\u00a0Guardian\t says\u200b \u2009so ')).toBe('the Guardian says so');
	});

	it('folds to words for an id', () => {
		expect(asciiWords('Chile’s Öcalan – 1,200 die in Łódź')).toEqual([
			'chiles',
			'ocalan',
			'1200',
			'die',
			'in',
			'lodz'
		]);
	});

	it('is cut to its opening words', () => {
		expect(openingWords('One two three, four', 3, 80)).toBe('One two three …');
		expect(openingWords('One two three', 3, 80)).toBe('One two three');
		expect(openingWords('One two three', 12, 8)).toBe('One two …');
		expect(openingWords('大阪大阪大阪', 12, 3)).toBe('大阪大 …');
	});
});

describe('lines of one paragraph', () => {
	it.each([
		[['The fire at the tan-', 'nery went out.'], 'The fire at the tannery went out.'],
		[
			['A fore-', 'noon-lit roof. In the fore-noon it fell.'],
			'A fore-noon-lit roof. In the fore-noon it fell.'
		],
		[
			['It was well-  ', '  known.', 'How well-known it was!'],
			'It was well-known. How well-known it was!'
		],
		[['From 1914-', '18 they met'], 'From 1914- 18 they met'],
		[['Mr. Cole -', 'who else? -'], 'Mr. Cole - who else? -'],
		[['North-', 'South'], 'North- South'],
		[['a parti\u00ad', 'tion'], 'a partition'],
		[['a parti¬', 'tion'], 'a partition']
	])('%j are put together', (lines, text) => {
		expect(tidy(joinLines({ file: 'a.txt', lines }, 1, lines.length))).toBe(text);
	});
});
