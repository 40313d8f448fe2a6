import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '../../src/lib/folder.server.ts';
import { openPressed, pressFolder, writePressed } from '../../src/lib/pressed.server.ts';

test('an archive pressed into a folder is read from there byte by byte, and nothing beside it', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
	const pressed = await pressFolder(await readFolder('seeds'));
	await writePressed(folder, pressed);
	const opened = await openPressed(folder);
	expect(opened.paths).toEqual([...pressed.files.keys()]);
	expect(opened.paths).toContain('changes.json');
	for (const [path, bytes] of pressed.files)
		expect(Buffer.from((await opened.read(path))!).equals(bytes), path).toBe(true);
	expect(readFileSync(join(folder, 'pressed.json'))).not.toHaveLength(0);
	expect(await opened.read('../pressed.json')).toBeUndefined();
	expect(opened.merges).toEqual(pressed.merges);
});
