// Says where it listens, is told on its standard input where the service is, and then speaks OpenID Connect.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const page = (body) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Định danh</title></head><body>${body}</body></html>`;

function configuration(service) {
  return {
    clients: [{
      client_id: 'desk',
      client_secret: 'a secret: with / and %',
      redirect_uris: [`${service}/desk/sign-in/callback`],
      post_logout_redirect_uris: [`${service}/desk/sign-in`],
      token_endpoint_auth_method: 'client_secret_basic',
      response_types: ['code'],
      grant_types: ['authorization_code'],
    }],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'], roles: ['roles'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key for the test'] },
    jwks: { keys: [{ ...key, kid: 'key-1', use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>`);
        },
      },
    },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: 'Nguyễn Thị Lan', preferred_username: id, email: `${id}@example.vn`, roles: id === 'lan' ? ['desk-official'] : [] }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile email roles');
      await grant.save();
      return grant;
    },
  };
}

let provider;
const server = createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) {
    provider.callback()(request, response);
    return;
  }

  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(`<form method="post" action="${request.url}"><label for="login">Tên</label><input id="login" name="login" autofocus><button>Tiếp tục</button></form>`));
    return;
  }

  let body = '';
  for await (const part of request) body += part;
  await provider.interactionFinished(request, response, { login: { accountId: new URLSearchParams(body).get('login') } });
});

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  console.log(`listening ${issuer}`);
  createInterface({ input: process.stdin }).on('line', (service) => {
    provider = new Provider(issuer, configuration(service));
    console.log('ready');
  }).on('close', () => process.exit());
});
