import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, schemaNames } from './json-schema.ts';

const pathOf = (name: string) =>
	fileURLToPath(new URL(`../../static/schema/${name}.json`, import.meta.url));

describe('the JSON Schemas that editors complete from', () => {
	it.each(schemaNames)('%s is what the ingest itself checks', async (name) => {
		const path = pathOf(name);
		const text = await format(JSON.stringify(jsonSchemaOf(name)), {
			...(await resolveConfig(path)),
			filepath: path
		});
		if (process.env['UPDATE']) writeFileSync(path, text);
		expect(readFileSync(path, 'utf8'), 'run with UPDATE=1 to write it anew').toBe(text);
	});

	it('every key of a sidecar says what it means', () => {
		const { properties } = jsonSchemaOf('sidecar') as {
			properties: Record<string, { description?: string; items?: { properties: object } }>;
		};
		expect(Object.keys(properties)).toEqual([
			'publication',
			'language',
			'rights',
			'date',
			'date-order',
			'columns',
			'articles',
			'settled'
		]);
		expect(Object.keys(properties['articles']!.items!.properties)).toContain('same-as');
		expect(properties['publication']!.description).toMatch(/appeared in/);
	});

	it('a date may be written alone, as a year, or with its evidence', () => {
		const schema = jsonSchemaOf('sidecar') as { properties: { date: { anyOf: object[] } } };
		expect(schema.properties.date.anyOf).toHaveLength(2);
		expect(JSON.stringify(schema.properties.date.anyOf[0])).toContain('number');
		expect(JSON.stringify(schema.properties.date.anyOf[1])).toContain('accept-estimate');
	});

	it('unknown keys are refused there, too', () => {
		for (const name of ['sidecar', 'archive']) {
			expect(jsonSchemaOf(name)).toMatchObject({ additionalProperties: false });
		}
	});
});
