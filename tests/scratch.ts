/** What tests write to the disk beside the repository: one folder a run, gone after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'hemeroteca-tests-';

export default function setup(): () => void {
	// Called for each project of a run: a folder in a folder in a folder is too long a path for a socket.
	if (basename(tmpdir()).startsWith(prefix)) return () => undefined;
	const folder = mkdtempSync(join(tmpdir(), prefix));
	// The first is read on Unix, the others on Windows; every worker of the run inherits them.
	for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
