import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

// A large archive has more files than a system opens at once; what Node may open is said by a shell of POSIX.
test.skipIf(process.platform === 'win32')(
	'the one file holds every file of an archive that has more than may be open at once',
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'single-'));
		const texts = join(folder, 'site', 'data', 'texts');
		mkdirSync(texts, { recursive: true });
		mkdirSync(join(folder, 'shell'));
		const names = Array.from({ length: 600 }, (_, at) => `${at}.json`);
		for (const name of names) writeFileSync(join(texts, name), `["<${name}>"]`);
		const manifest = { version: '0123456789abcdef', date: null };
		writeFileSync(join(folder, 'site', 'data', 'manifest.json'), JSON.stringify(manifest));
		writeFileSync(join(folder, 'shell', 'favicon.svg'), '<svg/>');
		writeFileSync(
			join(folder, 'shell', 'index.html'),
			'<head></head><body><div id="page"></div></body>'
		);
		const command = `ulimit -n 256 && exec "$0" --import tsx src/cli/single.ts "$1/shell" "$1/site"`;
		execFileSync('sh', ['-c', command, process.execPath, folder], { stdio: 'pipe' });
		const html = readFileSync(join(folder, 'site', 'archive.html'), 'utf8');
		expect(html).toMatch(/^<head><meta name="archive-version"[^>]*><\/head><body><script /);
		expect(html).toMatch(/<\/script>\n<div id="page"><\/div><\/body>$/);
		const held = [...html.matchAll(/data-path="texts\/([^"]+)">(.*?)<\/script>/g)];
		expect(held.map(([, name]) => name).sort()).toEqual([...names].sort());
		// What holds a "<" is compressed, so that its bytes stay as they were.
		for (const [, name, text = ''] of held)
			expect(gunzipSync(Buffer.from(text, 'base64')).toString()).toBe(`["<${name}>"]`);
	}
);
