/** Compression, by the platform's own streams. */

/** Compresses bytes. The same bytes give the same result: the stream writes no time into its head. */
export function zip(bytes: Uint8Array): Promise<Uint8Array> {
	return through(bytes, new CompressionStream('gzip'));
}

/** Undoes `zip`; rejects where the bytes are no gzip or their check sum is wrong. */
export function unzip(bytes: Uint8Array): Promise<Uint8Array> {
	return through(bytes, new DecompressionStream('gzip'));
}

async function through(
	bytes: Uint8Array,
	stream: CompressionStream | DecompressionStream
): Promise<Uint8Array> {
	// By hand and not as a blob: of those a browser holds only so many bytes, which a large export needs for itself.
	const writer = stream.writable.getWriter();
	const writing = [writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()];
	// What goes wrong is heard of at the other end.
	for (const each of writing) each.catch(() => undefined);
	return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}
