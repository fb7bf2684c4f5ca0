// Just enough of RFC 6455 for a test server: it sends unmasked text frames and reads masked client frames.
import { createHash } from 'node:crypto';

export function accept(request, socket) {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  socket.on('error', () => undefined);
  // The client only sends heartbeats and its close, all of them short; a close is answered by ending.
  socket.on('data', data => {
    for (let at = 0; at + 1 < data.length; at += 6 + (data[at + 1] & 0x7f)) if ((data[at] & 0x0f) === 8) socket.end();
  });
  return {
    send: text => socket.writable && socket.write(frame(1, Buffer.from(text))),
    close: (code, reason) => {
      const body = Buffer.alloc(2 + Buffer.byteLength(reason));
      body.writeUInt16BE(code);
      body.write(reason, 2);
      if (socket.writable) socket.end(frame(8, body));
    },
    drop: () => socket.destroy(),
    get open() { return socket.writable; },
  };
}

function frame(opcode, body) {
  const head = body.length < 126 ? Buffer.from([0x80 | opcode, body.length]) : Buffer.from([0x80 | opcode, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, body]);
}
