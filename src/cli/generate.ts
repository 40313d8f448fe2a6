/** `npm run generate -- <articles> <folder>`: an invented archive, to see the product at scale. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateArchive } from './generate/archive.ts';

const usage = 'npm run generate -- <articles> <folder>';
const most = 200_000;
/** Says that a folder's files were made here, and may be thrown away. */
const marker = '.generated-by-hemeroteca';

function refuse(message: string): never {
	console.error(`${message}\n${usage}`);
	process.exit(1);
}

/** An empty folder to write to. What a person put there is never touched. */
function openFolder(folder: string): void {
	if (!existsSync(folder)) {
		mkdirSync(folder, { recursive: true });
	} else if (!statSync(folder).isDirectory()) {
		refuse(`${folder} is a file. Name a folder that is new or empty.`);
	} else if (existsSync(join(folder, marker))) {
		for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
	} else if (readdirSync(folder).length > 0) {
		refuse(`${folder} holds files that were not generated. Name a folder that is new or empty.`);
	}
	writeFileSync(
		join(folder, marker),
		'The files in this folder are invented and may be deleted.\n'
	);
}

const [asked, named, ...rest] = process.argv.slice(2);
const count = Number(asked);
if (asked === undefined || named === undefined || rest.length > 0) {
	refuse('Say how many articles, and into which folder.');
}
if (!/^\d+$/.test(asked) || count < 1 || count > most) {
	refuse(`The number of articles is a whole number from 1 to ${most.toLocaleString('en')}.`);
}
// npm runs us in the project's folder; a person means the folder they are in.
const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
let files = 0;
let bytes = 0;
const write = (name: string, text: string) => {
	writeFileSync(join(folder, name), text);
	bytes += Buffer.byteLength(text);
};
try {
	openFolder(folder);
	write('archive.yaml', 'title: Invented archive\n');
	for (const { name, text, sidecar } of generateArchive(count)) {
		write(name, text);
		if (sidecar !== null) write(`${name}.yaml`, sidecar);
		files += 1;
	}
} catch (cause) {
	const { code } = cause as NodeJS.ErrnoException;
	if (code === undefined) throw cause;
	refuse(`${folder} cannot be written to (${code}). Name a folder of your own.`);
}
console.log(
	`${count.toLocaleString('en')} invented articles in ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB, in ${folder}`
);
console.log(`See them with: npm start -- --seeds ${named}`);
