/** What tests write to the disk beside the repository: one folder a run, gone after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'hemeroteca-tests-';

export default function setup(): () => void {
	// Each project of a run comes here. In a folder of a folder of a folder the path of a socket would be too long.
	if (basename(tmpdir()).startsWith(prefix)) return () => {};
	const folder = mkdtempSync(join(tmpdir(), prefix));
	// The first is read on Unix, the others on Windows; every worker of the run inherits them.
	for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
