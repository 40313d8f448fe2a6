import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (body: string, sidecar = '') =>
	readSeeds([
		{ name: 'a.md', bytes: encode(`# A\n\n${body}\n`) },
		{ name: 'a.md.yaml', bytes: encode(sidecar) }
	]).articles[0];

const texts: Record<string, string> = {
	de: 'Gestern früh um sechs Uhr traten die Arbeiter der Werft in den Ausstand. Die Direktion verweigert jede Verhandlung, und das Tor ist von der Polizei besetzt. Am Abend war auf dem Platz eine Versammlung, die nicht angemeldet war und von der man im Rathaus nichts wissen wollte.',
	fr: 'Les tramways ne circulent pas depuis le matin, et la place est noire de monde. Les boulangers ont cuit dans la nuit, comme toujours, mais le pain n’est pas arrivé sur les marchés. Le préfet, qui ne reçoit personne, a fait dire par un secrétaire que la grève est illégale.',
	es: 'Desde la medianoche los mineros ocupan los pozos, y las comunicaciones con la capital están cortadas. El gobernador no ha hecho declaraciones. Los panaderos anuncian que el kilo costará setenta céntimos en la ciudad, y que los repartos se harán por la tarde en los barrios del puerto.',
	en: 'The cranes stood still in the harbour of Hamburg, where the men of the Vulkan yard had come out on Monday. The chairman of the board said that it was for others to speak, and the police were at the gate by the time that the second shift was to begin.'
};

describe('the language of a text that states none', () => {
	it.each(Object.entries(texts))('is told by its small words: %s', (code, body) => {
		const rule = code === 'en' ? 'language/default' : 'language/small-words';
		expect(read(body)).toMatchObject({
			language: code,
			why: { language: { basis: 'inferred', rule, line: null } }
		});
	});

	it('is the curator’s to say, and is not told by a few words', () => {
		expect(read(texts['de'] ?? '', 'language: nl')).toMatchObject({
			language: 'nl',
			why: { language: { rule: 'sidecar/language' } }
		});
		expect(read('Der Streik ist aus.')?.language).toBe('en');
	});

	it('is English for every seed of the repository', () => {
		for (const name of ['000_e86077956ff568ae.txt', '001_fbb78fa2d04dba80.txt']) {
			const { articles } = readSeeds([
				{ name, bytes: new Uint8Array(readFileSync(`seeds/${name}`)) }
			]);
			expect(new Set(articles.map(({ why }) => why.language.rule))).toEqual(
				new Set(['language/default'])
			);
		}
	});
});
