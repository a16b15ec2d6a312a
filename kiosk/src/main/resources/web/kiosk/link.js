/** A WebSocket to the kiosk that comes back by itself. */
const FIRST_RETRY_MS = 300;
const MAX_RETRY_MS = 4000;

/**
 * @param path for example '/screen'
 * @param onMessage called with each message's data
 * @param onOpen called with true and false as the connection comes and goes
 */
export function connect(path, onMessage, onOpen) {
  let socket;
  let retryMs = FIRST_RETRY_MS;
  let closed = false;

  const open = () => {
    socket = new WebSocket(`ws://${location.host}${path}`);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      retryMs = FIRST_RETRY_MS;
      onOpen(true);
    };
    socket.onmessage = (event) => onMessage(event.data);
    socket.onclose = () => {
      onOpen(false);
      if (!closed) {
        setTimeout(open, retryMs);
        retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
      }
    };
  };
  open();

  return {
    /** Sends if connected; says whether it did. */
    send(data) {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(data instanceof ArrayBuffer ? data : JSON.stringify(data));
      return true;
    },
    close() {
      closed = true;
      socket.close();
    },
  };
}
