/** The schemas of the curator's files as JSON Schema, for the editors of those who write them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import {
	aliasesSchema,
	archiveSchema,
	dateForms,
	eventsSchema,
	sidecarSchema
} from '../../src/lib/ingest/schema.ts';

const files: Record<string, { schema: GenericSchema; title: string }> = {
	sidecar: { schema: sidecarSchema, title: 'What a curator knows of one file: <file name>.yaml' },
	archive: { schema: archiveSchema, title: 'What holds for the whole archive: archive.yaml' },
	aliases: {
		schema: aliasesSchema,
		title: 'Old ids of articles, each with the id that it has now: aliases.yaml'
	},
	events: { schema: eventsSchema, title: 'Events to mark on the timeline: events.yaml' }
};

export const schemaNames = Object.keys(files);

const options = {
	typeMode: 'input',
	// What no JSON Schema can say (that a date is one in the calendar) is left to the ingest.
	errorMode: 'ignore'
} as const;

/** A schema inside of another. */
function partOf(form: GenericSchema): object {
	const shape = toJsonSchema(form, options);
	delete shape.$schema;
	return shape;
}

/** The JSON Schema of one of `schemaNames`, as the file that is published holds it. */
export function jsonSchemaOf(name: string): Record<string, unknown> {
	const file = files[name]!;
	const { $schema, ...rest } = toJsonSchema(file.schema, {
		...options,
		// A date is checked as keys and values; whoever writes it may write the date alone.
		overrideSchema: ({ valibotSchema }) =>
			valibotSchema.type === 'unknown'
				? {
						// A part of a schema does not name the dialect again.
						anyOf: dateForms.map((form) => partOf(form))
					}
				: undefined
	});
	return { $schema, title: file.title, ...rest };
}
