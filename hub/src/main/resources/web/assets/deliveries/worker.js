/**
 * Keeps the page of deliveries openable without a network: its files, never what the hub answers
 * about people. The hub comes first, so that a new version is seen at once; a network that is there
 * and leads nowhere is waited for once, not file by file. The page fills the cache (keeping.js).
 */
const CACHE = 'jinlin-deliveries';
const PATIENCE_MS = 4_000;
const AWAY_MS = 10_000;

let awayUntil = 0;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const file = pathname === '/deliveries/' || /^\/(assets|shared|webjars)\//.test(pathname);
  if (event.request.method === 'GET' && origin === location.origin && file) event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await caches.match(request, { cacheName: CACHE, ignoreSearch: true });
  if (!kept) return fetch(request);
  if (Date.now() < awayUntil) return kept;
  try {
    return await Promise.race([fetch(request), patience()]);
  } catch {
    awayUntil = Date.now() + AWAY_MS;
    return kept;
  }
}

function patience() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS));
}
