/** What tests write to the disk beside the repository: one folder a run, gone after it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
	// Every project of a run comes here, and one folder in another would make paths that no socket takes.
	if (tmpdir().includes('hemeroteca-tests-')) return () => {};
	const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-tests-'));
	// The first is read on Unix, the others on Windows; every worker of the run inherits them.
	for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
