/** The hub's REST interface as promises. A refusal is an {@link ApiError} with words for people. */
const TIMEOUT_MS = 10_000;
/** For a file, and for what is done with all of it. */
export const LONG_TIMEOUT_MS = 120_000;

export class ApiError extends Error {
  /** @param status HTTP status; 0 when the hub did not answer */
  constructor(status, body) {
    const error = body?.error ?? body ?? {};
    super(error.code ?? `http-${status}`);
    this.status = status;
    this.code = error.code ?? (status === 0 ? 'unreachable' : `http-${status}`);
    this.words = error.zh || error.en ? { zh: error.zh, en: error.en } : null;
    this.retryAfterSeconds = body?.retryAfterSeconds ?? error.retryAfterSeconds ?? 0;
  }
}

export class Api {
  /** Sent with every request that changes something; from the login or GET /api/session. */
  csrf = '';
  /** Told when the hub says that the login is over. */
  onLoginOver = () => {};

  get(path, params = {}, signal) {
    const query = new URLSearchParams(Object.entries(params).filter(([, v]) => v !== '' && v != null));
    return this.#send(query.size ? `${path}?${query}` : path, { signal });
  }

  /** @param timeout in milliseconds, longer for what the hub has to think about */
  post(path, body = {}, timeout = TIMEOUT_MS) {
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': this.csrf };
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) }, timeout);
  }

  /** Sends a file as it is; its name and what is to be done with it go beside it. */
  upload(path, file, params = {}) {
    const query = new URLSearchParams(Object.entries(params).filter(([, v]) => v !== '' && v != null));
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name), 'X-CSRF-Token': this.csrf };
    return this.#send(query.size ? `${path}?${query}` : path, { method: 'POST', headers, body: file }, LONG_TIMEOUT_MS);
  }

  async #send(path, options, timeout = TIMEOUT_MS) {
    const deadline = AbortSignal.timeout(timeout);
    const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
    let response;
    let body;
    try {
      response = await fetch(path, { ...options, signal, cache: 'no-store' });
      const text = await response.text();
      body = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : {};
    } catch (problem) {
      if (options.signal?.aborted) throw problem;
      throw new ApiError(0, {});
    }
    if (response.ok) return body;
    if (response.status === 401 && path !== '/api/login' && path !== '/api/session') this.onLoginOver();
    throw new ApiError(response.status, body);
  }
}
