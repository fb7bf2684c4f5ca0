import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversation } from '../src/client/conversation';
import { delay } from '../src/client/environment';
import { SessionStore } from '../src/client/session';
import { memoryStorage as memory } from '../src/client/storage';
import { Transcript } from '../src/client/transcript';
import { startServer } from './server.mjs';

/** A visitor with a real HTTP and socket client, whose waits are a hundredth of the real ones; those for silence a twentieth, for busy machines. */
function visitor(server, storage = memory()) {
  const transcript = new Transcript();
  const log = { states: [], renewed: 0, moved: 0, waits: 0 };
  const sessions = new SessionStore(server.url, storage);
  const conversation = new Conversation(server.url, () => 'vi-VN', sessions, {
    fetch: (url, init) => fetch(url, init),
    openSocket: url => new WebSocket(url),
    delay: (ms, signal) => delay(ms / (ms < 8_000 ? 100 : 20), signal),
    random: () => 0.5,
    now: () => Date.now(),
    hidden: () => false,
    offline: () => false,
  }, {
    activities: list => list.forEach(a => transcript.receive(a)),
    state: state => log.states.push(state),
    renewed: () => { log.renewed++; transcript.clear(); },
    moved: () => { log.moved++; transcript.clear(); },
  });
  const send = (text, key = `k${++keys}`) => {
    const activity = { type: 'message', text, channelData: { clientActivityID: key } };
    transcript.optimistic(key, { ...activity, from: { id: '', role: 'user' } });
    return conversation.send(activity, [], () => { log.waits++; transcript.mark(key, 'waiting'); }).then(r => { transcript.mark(key, r.ok ? 'sent' : 'failed', r.id); return r; });
  };
  return { conversation, transcript, log, sessions, storage, send, texts: () => transcript.entries.map(e => e.activity.text) };
}

let keys = 0;

async function until(what, ms = 4000) {
  for (const end = Date.now() + ms; Date.now() < end; await delay(5)) if (what()) return;
  assert.fail(`not in time: ${what}`);
}

const run = (name, body) => test(name, { timeout: 15_000 }, async () => {
  const server = await startServer();
  const visitors = [];
  try {
    await body(server, storage => {
      const v = visitor(server, storage);
      visitors.push(v.conversation);
      return v;
    });
  } finally {
    visitors.forEach(c => c.dispose());
    server.stop();
  }
});

const first = ['Xin chào, tôi là trợ lý tự động.', 'hỏi', 'Trả lời: hỏi'];

run('asks and reads the answer over the socket', async (server, visit) => {
  const v = visit();
  assert.equal((await v.send('hỏi')).ok, true);
  await until(() => v.texts().length === 3);
  assert.deepEqual(v.texts(), first);
  assert.equal(server.seen.polls, 0);
});

run('polls where sockets cannot be opened', async (server, visit) => {
  server.faults.sockets = false;
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  assert.ok(server.seen.polls > 0);
});

run('a dropped socket loses nothing and repeats nothing', async (server, visit) => {
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  const { conversationId } = v.sessions.load();
  server.dropSockets();
  server.say(conversationId, { text: 'trong lúc mất kết nối' });
  await until(() => v.texts().length === 4);
  assert.ok(v.log.states.includes('reconnecting'));
});

run('a reload finds the whole conversation again, in the same one', async (server, visit) => {
  const before = visit();
  await before.send('hỏi');
  await until(() => before.texts().length === 3);
  before.conversation.stop();
  const { conversationId } = before.sessions.load();
  server.say(conversationId, { text: 'Trả lời của cán bộ' });
  const after = visit(before.storage);
  await after.conversation.start();
  assert.deepEqual(after.texts(), [...first, 'Trả lời của cán bộ']);
  assert.equal(after.sessions.load().conversationId, conversationId);
  await after.send('hỏi nữa');
  await until(() => after.texts().length === 6);
});

run('a send whose answer was lost is repeated with the same key and shown once', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  server.faults.posts.push('lost', 503);
  assert.equal((await v.send('hỏi')).ok, true);
  await until(() => v.texts().length === 3);
  assert.deepEqual(v.texts(), first);
  assert.equal(new Set(server.seen.posts.map(p => p.channelData.clientActivityID)).size, 1);
  assert.equal(server.seen.posts.length, 3);
});

run('after five faults of the server itself the send has failed, and a retry by hand succeeds', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  server.faults.posts.push(500, 500, 500, 500, 500);
  assert.deepEqual(await v.send('hỏi', 'k'), { ok: false, why: 'fault' });
  assert.equal(v.transcript.entries.at(-1).status, 'failed');
  assert.equal((await v.conversation.send({ type: 'message', text: 'hỏi', channelData: { clientActivityID: 'k' } })).ok, true);
  await until(() => v.texts().length === 3);
  assert.deepEqual(v.texts(), first);
});

run('what the server will never take is not sent again', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  for (const [status, why] of [[413, 'tooLarge'], [400, 'refused']]) {
    server.faults.posts.push(status);
    const before = server.seen.posts.length;
    assert.deepEqual(await v.send('hỏi'), { ok: false, why });
    assert.equal(server.seen.posts.length, before + 1);
  }
});

run('an expired token is replaced and the conversation goes on', async (server, visit) => {
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  const { conversationId, token } = v.sessions.load();
  server.faults.tokens.add(token);
  assert.equal((await v.send('hỏi nữa')).ok, true);
  assert.equal(v.sessions.load().conversationId, conversationId);
  assert.equal(v.log.renewed, 0);
});

run('an expired token without a way back starts anew and says so', async (server, visit) => {
  server.faults.resumable = false;
  const v = visit();
  await v.conversation.start();
  server.faults.tokens.add(v.sessions.load().token);
  assert.equal((await v.send('hỏi')).ok, true);
  assert.equal(v.log.renewed, 1);
});

run('an ended conversation starts anew, whether met on sending or on return', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  server.conversations.clear();
  assert.equal((await v.send('hỏi')).ok, true);
  await until(() => v.log.renewed === 1 && v.texts().includes('Trả lời: hỏi'));
  v.conversation.stop();
  server.conversations.clear();
  const again = visit(v.storage);
  await again.conversation.start();
  await until(() => again.log.renewed === 1 && again.texts().length === 1);
});

run('two tabs share one conversation without fighting for its socket', async (server, visit) => {
  const one = visit();
  await one.send('hỏi');
  await until(() => one.texts().length === 3);
  const two = visit(one.storage);
  await two.send('từ tab hai');
  await until(() => one.texts().length === 5 && two.texts().length === 5);
  assert.deepEqual(one.texts(), two.texts());
  const tokens = server.seen.tokens.length;
  await delay(100);
  assert.equal(server.seen.tokens.length, tokens);
});

run('a page that is not allowed is told once, without hammering', async (server, visit) => {
  server.faults.refuse = true;
  const v = visit();
  await v.conversation.start();
  await delay(100);
  assert.deepEqual(v.log.states, ['connecting', 'refused']);
  assert.equal(server.seen.tokens.length, 1);
});

run('a page that the browser keeps from the server is told so, and a missing server is not mistaken for that', async (server, visit) => {
  server.faults.refuse = 'silently';
  const v = visit();
  await v.conversation.start();
  assert.equal(v.log.states.at(-1), 'refused');
  server.stop();
  const other = visit();
  void other.conversation.start();
  await delay(100);
  assert.equal(other.log.states.at(-1), 'offline');
});

run('a server that no longer knows the token begins anew', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  const { token } = v.sessions.load();
  v.conversation.stop();
  server.conversations.clear();
  server.faults.foreign = t => t === token;
  const again = visit(v.storage);
  assert.equal((await again.send('hỏi')).ok, true);
  assert.equal(again.log.renewed, 1);
});

run('a damaged memory of the conversation is forgotten', async (server, visit) => {
  const storage = memory();
  storage.setItem(`policy-assistant:${server.url}`, '{"conversationId":');
  const v = visit(storage);
  assert.equal((await v.send('hỏi')).ok, true);
});

run('the language button tells the bot without a bubble', async (server, open) => {
  const v = open();
  await v.conversation.start();
  await v.conversation.chooseLanguage();
  await until(() => server.seen.posts.some(p => p.type === 'event'));
  assert.deepEqual(server.seen.posts.map(p => [p.type, p.name, p.locale]), [['event', 'language', 'vi-VN']]);
  assert.equal(v.transcript.entries.filter(e => e.activity.from?.role === 'user').length, 0);
});

run('a half-open socket is noticed, replaced, and what it missed is fetched', async (server, visit) => {
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  server.muteSockets();
  const streams = server.seen.streams;
  const noticed = Date.now();
  await v.send('hỏi nữa');
  await until(() => v.texts().length === 5);
  // 18 s of silence at a twentieth, and room for a busy machine; the socket, not polling, brought it.
  assert.ok(Date.now() - noticed < 3000);
  assert.equal(server.seen.streams, streams + 1);
  assert.equal(server.seen.polls, 0);
});

run('the network coming back replaces the socket at once', async (server, visit) => {
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  const streams = server.seen.streams;
  v.conversation.wake(true);
  await until(() => server.seen.streams === streams + 1);
  server.say(v.sessions.load().conversationId, { text: 'sau đó' });
  await until(() => v.texts().includes('sau đó'));
});

run('a socket that is only idle is kept by heartbeats', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  await until(() => v.log.states.includes('online'));
  const streams = server.seen.streams;
  await delay(1500);
  assert.equal(server.seen.streams, streams);
});

run('a message typed while the server restarts is kept for as long as it takes and sent by itself', async (server, visit) => {
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  server.faults.posts.push(...Array.from({ length: 40 }, () => 503));
  const sent = v.send('trong lúc khởi động lại');
  await until(() => v.log.waits > 0);
  assert.equal(v.transcript.entries.at(-1).status, 'waiting');
  await delay(300);
  server.faults.posts.length = 0;
  v.conversation.wake(true);
  assert.equal((await sent).ok, true);
  await until(() => v.texts().includes('Trả lời: trong lúc khởi động lại'));
});

run('a message waits for a conversation that cannot be begun yet', async (server, visit) => {
  server.faults.down = true;
  const v = visit();
  const sent = v.send('hỏi');
  await until(() => v.log.states.includes('offline'));
  await delay(200);
  server.faults.down = false;
  assert.equal((await sent).ok, true);
  await until(() => v.texts().length === 3);
  assert.notEqual(v.log.states.at(-1), 'refused');
});

run('a tab follows the new conversation that another tab has begun', async (server, visit) => {
  const one = visit();
  await one.send('hỏi');
  await until(() => one.texts().length === 3);
  const two = visit(one.storage);
  await two.conversation.start();
  await until(() => two.texts().length === 3);
  one.transcript.clear();
  await one.conversation.renew();
  two.conversation.follow();
  assert.equal(two.log.moved, 1);
  await two.send('từ tab hai');
  await until(() => two.texts().includes('Trả lời: từ tab hai') && one.texts().includes('Trả lời: từ tab hai'));
  assert.ok(!two.texts().includes('hỏi'));
});

run('tabs begin one conversation together, however slow the beginning is', async (server, visit) => {
  const one = visit();
  await one.send('hỏi');
  await until(() => one.texts().length === 3);
  const two = visit(one.storage);
  await two.conversation.start();
  await until(() => two.texts().length === 3);
  let release;
  server.faults.holdTokens = new Promise(resolve => { release = resolve; });
  one.transcript.clear();
  const renewed = one.conversation.renew();
  two.conversation.follow();
  const sent = two.send('từ tab hai trong lúc ấy');
  await delay(100);
  release();
  await renewed;
  two.conversation.follow();
  await sent;
  await until(() => two.log.moved === 1 && two.texts().includes(first[0]));
  assert.equal(server.conversations.size, 2);
  assert.equal(one.log.renewed + two.log.renewed, 0);
});

run('two tabs that begin anew at once end in one conversation', async (server, visit) => {
  const one = visit();
  await one.send('hỏi');
  const two = visit(one.storage);
  await two.conversation.start();
  await Promise.all([one.conversation.renew(), two.conversation.renew()]);
  await until(() => one.log.moved + two.log.moved === 1);
  one.transcript.clear();
  two.transcript.clear();
  await one.send('một');
  await two.send('hai');
  await until(() => [one, two].every(v => v.texts().includes('Trả lời: một') && v.texts().includes('Trả lời: hai')));
});

run('an ended conversation is replaced once for all tabs', async (server, visit) => {
  const one = visit();
  await one.send('hỏi');
  const two = visit(one.storage);
  await two.conversation.start();
  server.conversations.clear();
  await Promise.all([one.send('một'), two.send('hai')]);
  await until(() => [one, two].every(v => v.texts().includes('Trả lời: một') && v.texts().includes('Trả lời: hai')));
});

run('a token that is refused again and again is not replaced without a pause', async (server, visit) => {
  const v = visit();
  await v.conversation.start();
  await until(() => v.log.states.includes('online'));
  server.faults.unauthorised = true;
  server.dropSockets();
  await delay(500);
  assert.ok(server.seen.unauthorised > 1 && server.seen.unauthorised < 30, `${server.seen.unauthorised} calls`);
});

run('a tab that was not told of the new conversation notices on sending', async (server, visit) => {
  const one = visit();
  await one.send('hỏi');
  await until(() => one.texts().length === 3);
  const two = visit(one.storage);
  await two.conversation.start();
  one.transcript.clear();
  await one.conversation.renew();
  await two.send('từ tab hai');
  await until(() => two.texts().includes('Trả lời: từ tab hai'));
  assert.equal(two.log.moved, 1);
});

run('a transcript that has become shorter, as after a restore, is read anew', async (server, visit) => {
  server.faults.sockets = false;
  const v = visit();
  await v.send('hỏi');
  await until(() => v.texts().length === 3);
  const { conversationId } = v.sessions.load();
  server.conversations.get(conversationId).activities.length = 1;
  server.say(conversationId, { text: 'sau khi khôi phục' });
  await until(() => v.texts().includes('sau khi khôi phục'));
});

run('a first socket that fails does not lose the greeting', async (server, visit) => {
  server.faults.refuseStreams = 1;
  const v = visit();
  await v.conversation.start();
  await until(() => v.texts().length === 1);
  assert.equal(server.seen.polls, 0);
});
