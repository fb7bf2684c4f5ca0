// Holds a conversation through DirectLineJS, over the socket and by polling: node directline.mjs DOMAIN SECRET stream|poll
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const [domain, secret, mode] = process.argv.slice(2);
const fail = (why) => {
  console.error(why);
  process.exit(1);
};
setTimeout(() => fail('timed out'), 25_000);

const generated = await fetch(`${domain}/tokens/generate`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ user: { id: 'dl_js', name: 'Khách' } }),
});
const { token } = await generated.json();

const client = new DirectLine({ domain, token, webSocket: mode === 'stream', pollingInterval: 200, conversationStartProperties: { locale: 'vi-VN' } });
const seen = [];
let posted;
client.connectionStatus$.subscribe((status) => {
  if (status === ConnectionStatus.FailedToConnect || status === ConnectionStatus.ExpiredToken || status === ConnectionStatus.Ended) fail(`connection ${status}`);
});
client.activity$.subscribe((activity) => {
  seen.push(activity);
  if (activity.text === 'hello' && posted === undefined) {
    posted = null;
    client
      .postActivity({ type: 'message', text: 'xin chào', from: { id: 'u-js', role: 'user' }, channelData: { clientActivityID: 'js1' } })
      .subscribe((id) => (posted = id), (error) => fail(`post ${error}`));
  }

  if (seen.some((a) => a.text === 'echo xin chào') && posted) {
    const mine = seen.filter((a) => a.channelData?.clientActivityID === 'js1');
    if (mine.length !== 1 || mine[0].id !== posted || mine[0].from.role !== 'user' || mine[0].from.id !== 'dl_js') fail(JSON.stringify(mine));
    console.log(seen.map((a) => a.text).join('|'));
    process.exit(0);
  }
});
