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
	const piped = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(piped).arrayBuffer());
}
