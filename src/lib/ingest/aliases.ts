/** Old addresses: `aliases.yaml` says which article an id belongs to that was published before and has changed. */
import type { Problem } from '../archive/article.ts';
import { error } from './problem.ts';
import { aliasesSchema } from './schema.ts';
import { check } from './check.ts';
import { readYaml } from './yaml.ts';

/** A long-lived archive gathers more old addresses than a curator writes of one file. Characters. */
const longestAliases = 2_000_000;

/** An old id, the id that it stands for, and the line that says so. */
export interface Alias {
	from: string;
	to: string;
	line: number;
}

/** Reads `aliases.yaml`: `old-id: new-id`, one to a line. */
export function readAliases(
	file: string,
	source: string
): { aliases: Alias[]; problems: Problem[] } {
	const yaml = readYaml(file, source, longestAliases);
	const keys = 'each the old id of an article, with its new id after the colon';
	const { output, problems } = check<Record<string, string>>(file, yaml, aliasesSchema, keys);
	const entries = Object.entries(output ?? {});
	return {
		aliases: entries.map(([from, to]) => ({ from, to, line: yaml.lineOf([from]) })),
		problems
	};
}

/**
 * Follows aliases of aliases to the article meant. `known` are the ids of articles, hidden ones too. One that leads
 * nowhere, in a circle, or from an id that an article has, is an error: a reader who kept the address would be lost.
 */
export function followAliases(
	file: string,
	aliases: readonly Alias[],
	known: ReadonlySet<string>
): { targets: Map<string, string>; problems: Problem[] } {
	const next = new Map(aliases.map(({ from, to }) => [from, to]));
	const targets = new Map<string, string>();
	const problems: Problem[] = [];
	for (const { from, to, line } of aliases) {
		if (known.has(from)) {
			const message = `An article has the id "${from}" now, so it cannot lead to another. Take this line out, or give that article another id in its sidecar ("id:").`;
			problems.push(error(file, line, 'aliases/in-use', message));
			continue;
		}
		let target: string | undefined = to;
		const seen = new Set([from]);
		while (target !== undefined && !known.has(target) && !seen.has(target)) {
			seen.add(target);
			target = next.get(target);
		}
		if (target !== undefined && known.has(target)) targets.set(from, target);
		else {
			const message = `No article has the id "${to}", so the old address "${from}" leads nowhere. Write the id that the article has now; "npm run -s read" lists them.`;
			problems.push(error(file, line, 'aliases/no-article', message));
		}
	}
	return { targets, problems };
}
