// A small Direct Line 3.0 server for the widget's own tests, with switches for what goes wrong in the field.
import { createServer } from 'node:http';
import { accept } from './socket.mjs';

export async function startServer({ reply = text => [{ text: `Trả lời: ${text}` }], page } = {}) {
  const conversations = new Map();
  const faults = { refuseStreams: 0, posts: [], sockets: true, tokens: new Set(), refuse: false, resumable: true };
  const seen = { posts: [], tokens: [], polls: 0, streams: 0, unauthorised: 0 };
  let serial = 0;

  function conversation(id) {
    if (!conversations.has(id)) conversations.set(id, { id, activities: [], sockets: [] });
    return conversations.get(id);
  }

  function grant(id) {
    return { conversationId: id, token: `${id}.${++serial}`, expires_in: 1800, ...(faults.resumable ? { resume: `resume.${id}` } : {}) };
  }

  function add(c, activity) {
    const stored = { ...activity, id: `${c.id}|${String(c.activities.length + 1).padStart(7, '0')}`, timestamp: new Date(Date.now()).toISOString() };
    c.activities.push(stored);
    push(c, { activities: [stored], watermark: String(c.activities.length) });
    return stored;
  }

  function push(c, set) {
    for (const socket of c.sockets) if (socket.open && !socket.muted) socket.send(JSON.stringify(set));
  }

  // The waits of the tests are a hundredth of the real ones, and so is the heartbeat.
  const heartbeat = setInterval(() => {
    for (const c of conversations.values()) for (const socket of c.sockets) if (socket.open && !socket.muted) socket.send('');
  }, 40);

  function take(c, activity) {
    const id = activity.channelData?.clientActivityID;
    const twice = c.activities.find(a => a.channelData?.clientActivityID === id);
    if (twice) return twice;
    const stored = add(c, { ...activity, from: { id: 'visitor', role: 'user' } });
    setTimeout(() => {
      for (const answer of reply(activity.text ?? '', activity)) say(c.id, answer);
    }, 30);
    return stored;
  }

  function say(id, answer) {
    const c = conversation(id);
    const activity = { type: 'message', from: { id: 'bot', role: 'bot' }, ...answer };
    if (activity.type === 'typing') push(c, { activities: [activity] });
    else add(c, activity);
  }

  async function handle(request, response) {
    const url = new URL(request.url, 'http://localhost');
    const answer = (status, body, headers = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    const error = (status, code) => answer(status, { error: { code, message: code } });
    if (faults.down) return request.socket.destroy();
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = text ? JSON.parse(text) : {};
    if (url.pathname === '/api/widget/token') {
      seen.tokens.push(body);
      await faults.holdTokens;
      if (faults.refuse === 'silently') return request.socket.destroy();
      if (faults.refuse) return error(403, 'OriginNotAllowed');
      const known = body.resume?.slice('resume.'.length);
      return answer(200, grant(known && conversations.has(known) ? known : `c${++serial}`));
    }
    if (url.pathname === '/widget/widget.js' && !page) return answer(200);
    if (!url.pathname.startsWith('/v3/directline/')) return page ? page(url, request, response) : error(404, 'NotFound');
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (faults.unauthorised) seen.unauthorised++;
    if (!token || faults.unauthorised) return error(401, 'MissingToken');
    if (faults.foreign?.(token)) return error(403, 'BadToken');
    if (faults.tokens.has(token)) return error(403, 'TokenExpired');
    const owner = token.split('.')[0];
    if (url.pathname === '/v3/directline/tokens/refresh') return answer(200, { ...grant(owner), resume: undefined });
    const stream = `ws://${request.headers.host}/v3/directline/conversations/${owner}/stream`;
    if (url.pathname === '/v3/directline/conversations') {
      if (!conversations.has(owner)) say(owner, { text: 'Xin chào, tôi là trợ lý tự động.' });
      return answer(201, { ...grant(owner), resume: undefined, streamUrl: `${stream}?watermark=0` });
    }
    const [, id, what] = /^\/v3\/directline\/conversations\/([^/]+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
    if (id !== owner) return error(403, 'Forbidden');
    if (!conversations.has(id)) return error(404, 'ConversationNotFound');
    const c = conversation(id);
    if (what === undefined) return answer(200, { ...grant(id), resume: undefined, streamUrl: `${stream}?watermark=${url.searchParams.get('watermark') ?? ''}` });
    if (request.method === 'GET') {
      seen.polls++;
      const from = Number(url.searchParams.get('watermark') || 0);
      return answer(200, { activities: c.activities.slice(from > c.activities.length ? 0 : from), watermark: String(c.activities.length) });
    }
    seen.posts.push(body);
    const fault = faults.posts.shift();
    if (fault === 'lost') {
      take(c, body);
      return request.socket.destroy();
    }
    if (fault) return error(fault, 'Fault');
    return answer(200, { id: take(c, body).id });
  }

  const server = createServer((request, response) => void handle(request, response));
  server.on('upgrade', (request, socket) => {
    const url = new URL(request.url, 'http://localhost');
    if (faults.refuseStreams-- > 0) return socket.destroy();
    if (!faults.sockets || !conversations.has(url.pathname.split('/')[4])) return socket.destroy();
    const c = conversation(url.pathname.split('/')[4]);
    const opened = accept(request, socket);
    seen.streams++;
    for (const old of c.sockets.splice(0)) if (old.open) old.close(1000, 'collision');
    c.sockets.push(opened);
    const watermark = Number(url.searchParams.get('watermark') || c.activities.length);
    const missed = c.activities.slice(watermark > c.activities.length ? 0 : watermark);
    if (missed.length) opened.send(JSON.stringify({ activities: missed, watermark: String(c.activities.length) }));
  });
  await new Promise(resolve => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    conversations, faults, seen, say,
    /** The open sockets carry nothing any more, and neither side is told. */
    muteSockets: () => { for (const c of conversations.values()) for (const s of c.sockets) s.muted = true; },
    dropSockets: () => { for (const c of conversations.values()) for (const s of c.sockets.splice(0)) s.drop(); },
    stop: () => { clearInterval(heartbeat); server.closeAllConnections(); server.close(); for (const c of conversations.values()) for (const s of c.sockets) s.drop(); },
  };
}
