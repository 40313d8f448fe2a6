/** A worker that can be held and killed, for the tests of what stands behind it. */
import type { Reply, Request } from '../../src/lib/search/message.ts';
import { serveEngine } from '../../src/lib/search/serve.ts';

/** A worker in name: it passes messages to `serveEngine`, copied as a real one would, and can die. */
export class FakeWorker extends EventTarget {
	readonly posted: Request[] = [];
	alive = true;
	/** Requests wait here while it is held. */
	held: Request[] | null = null;
	readonly #take = serveEngine((reply, transfer) =>
		this.#reply(structuredClone(reply, { transfer }))
	);

	postMessage(request: Request): void {
		this.posted.push(request);
		const copy = structuredClone(request);
		if (this.held) this.held.push(copy);
		else queueMicrotask(() => this.alive && void this.#take(copy));
	}

	release(): void {
		const held = this.held ?? [];
		this.held = null;
		for (const request of held) void this.#take(request);
	}

	die(): void {
		this.alive = false;
		this.dispatchEvent(new Event('error', { cancelable: true }));
	}

	terminate(): void {
		this.alive = false;
	}

	#reply(data: Reply): void {
		if (this.alive) this.dispatchEvent(new MessageEvent('message', { data }));
	}
}
