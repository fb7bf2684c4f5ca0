import { retryAfter } from './backoff';
import type { Environment } from './environment';
import { typeOf } from './files';
import type { Activity, ActivitySet, Grant } from './protocol';

/**
 * Why a call did not succeed: `expired` asks for a new token, `ended` for a new conversation; `busy`, `unreachable` and `fault` (the
 * server failed on this very call) may be tried again, `refused` and `tooLarge` may not.
 */
export type Failure = 'expired' | 'ended' | 'busy' | 'unreachable' | 'fault' | 'refused' | 'tooLarge';

export const isTemporary = (why: Failure): boolean => why === 'busy' || why === 'unreachable' || why === 'fault';

export type Outcome<T> = { ok: true; value: T } | { ok: false; why: Failure; waitMs?: number };

const requestTimeoutMs = 20_000;
const uploadTimeoutMs = 300_000;

/** Direct Line 3.0 over HTTP: one method a call, refusals as values. */
export class DirectLineHttp {
  constructor(readonly server: string, private readonly env: Environment) {}

  /** A token for a new conversation, or with `resume` for the one that the visitor had. */
  token(locale: string, resume?: string): Promise<Outcome<Grant>> {
    return this.call('POST', '/api/widget/token', undefined, resume ? { locale, resume } : { locale });
  }

  /** Whether the server answers at all: its public file may be read by every page. */
  async reachable(): Promise<boolean> {
    const limit = timeLimit(requestTimeoutMs);
    try {
      return (await this.env.fetch(`${this.server}/widget/widget.js`, { method: 'HEAD', cache: 'no-store', signal: limit.signal })).ok;
    } catch {
      return false;
    } finally {
      limit.clear();
    }
  }

  start(token: string, locale: string): Promise<Outcome<Grant>> {
    return this.call('POST', '/v3/directline/conversations', token, { locale, channelData: { language: locale.slice(0, 2) } });
  }

  reconnect(token: string, id: string, watermark: string): Promise<Outcome<Grant>> {
    return this.call('GET', `/v3/directline/conversations/${encodeURIComponent(id)}?watermark=${encodeURIComponent(watermark)}`, token);
  }

  activities(token: string, id: string, watermark: string): Promise<Outcome<ActivitySet>> {
    const path = `/v3/directline/conversations/${encodeURIComponent(id)}/activities`;
    return this.call('GET', `${path}?watermark=${encodeURIComponent(watermark)}`, token);
  }

  post(token: string, id: string, activity: Activity): Promise<Outcome<{ id?: string }>> {
    return this.call('POST', `/v3/directline/conversations/${encodeURIComponent(id)}/activities`, token, activity);
  }

  /** A message with files (Direct Line 3.0: "Send by upload"). */
  upload(token: string, id: string, activity: Activity, files: readonly File[]): Promise<Outcome<{ id?: string }>> {
    const { attachments: _, ...bare } = activity;
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify(bare)], { type: 'application/vnd.microsoft.activity' }));
    for (const file of files) form.append('file', new Blob([file], { type: typeOf(file) ?? file.type }), file.name);
    return this.call('POST', `/v3/directline/conversations/${encodeURIComponent(id)}/upload`, token, form);
  }

  refresh(token: string): Promise<Outcome<Grant>> {
    return this.call('POST', '/v3/directline/tokens/refresh', token);
  }

  private async call<T>(method: string, path: string, token?: string, body?: unknown): Promise<Outcome<T>> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (token) headers['Authorization'] = `Bearer ${token}`;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
    const limit = timeLimit(isForm ? uploadTimeoutMs : requestTimeoutMs);
    const init: RequestInit = { method, headers, credentials: 'omit', cache: 'no-store', signal: limit.signal };
    if (body !== undefined) init.body = isForm ? body : JSON.stringify(body);
    try {
      const response = await this.env.fetch(this.server + path, init);
      if (response.ok) return { ok: true, value: (await response.json()) as T };
      const waitMs = retryAfter(response.headers.get('Retry-After'));
      const why = failure(response.status, await errorCode(response));
      return waitMs === undefined ? { ok: false, why } : { ok: false, why, waitMs };
    } catch {
      return { ok: false, why: 'unreachable' };
    } finally {
      limit.clear();
    }
  }
}

/** Aborts after a time. Browsers of before 2022 have no AbortSignal.timeout. */
function timeLimit(ms: number): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

/** Reads a status as Direct Line means it: 403 may be an expired token or a refusal, 404 is an ended conversation. */
export function failure(status: number, code?: string): Failure {
  if (status === 401 || (status === 403 && code === 'TokenExpired')) return 'expired';
  if (status === 404 || status === 410) return 'ended';
  if (status === 413) return 'tooLarge';
  if (status === 500) return 'fault';
  if (status === 408 || status === 409 || status === 429 || status > 500) return 'busy';
  return 'refused';
}

async function errorCode(response: Response): Promise<string | undefined> {
  try {
    return ((await response.json()) as { error?: { code?: string } }).error?.code;
  } catch {
    return undefined;
  }
}

/** The address of a web socket at the server as this page reaches it: behind a proxy the server may know itself by another name or path. */
export function socketUrl(server: string, streamUrl: string): string {
  const path = streamUrl.indexOf('/v3/directline/');
  return path < 0 ? streamUrl : server.replace(/^http/, 'ws') + streamUrl.slice(path);
}
