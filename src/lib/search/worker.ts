/** The worker: an engine behind messages, away from the page's own thread. Holds no ideas. */
import type { Request } from './message.ts';
import { serveEngine } from './serve.ts';

const take = serveEngine((reply, transfer) => self.postMessage(reply, { transfer }));

self.addEventListener('message', (event: MessageEvent<Request>) => {
	void take(event.data);
});
