import type { Activity, Claim } from '../client/protocol';
import { safeHref, type Reference } from '../markdown/ast';
import { externalLink } from '../markdown/dom';
import { h } from './h';

interface Source {
  label: string;
  name: string;
  href?: string;
  detail?: string;
}

/** The numbered sources under an answer, from its citation entity or from the definitions in its text. */
export function renderSources(activity: Activity, references: Reference[], heading: string): HTMLElement | undefined {
  const sources = sourcesOf(activity, references);
  if (sources.length === 0) return undefined;
  const items = sources.map(source => h('li', {},
    h('span', { class: 'number', 'aria-hidden': 'true' }, source.label),
    h('span', {},
      source.href ? externalLink(source.href, source.name) : source.name,
      source.detail && h('small', {}, source.detail))));
  return h('details', { class: 'sources' }, h('summary', {}, `${heading} (${sources.length})`), h('ol', {}, ...items));
}

export function sourcesOf(activity: Activity, references: Reference[]): Source[] {
  const claims = activity.entities?.flatMap(e => e.citation ?? []) ?? [];
  if (claims.length > 0) return claims.map(fromClaim);
  return references.filter(r => /^\d+$/.test(r.label)).map(r => ({ label: r.label, name: r.title ?? r.href, href: r.href }));
}

function fromClaim(claim: Claim, index: number): Source {
  const { name, abstract, url } = claim.appearance ?? {};
  const href = url ? safeHref(url) : undefined;
  return {
    label: String(claim.position ?? index + 1),
    name: name ?? href ?? '',
    ...(href ? { href } : {}),
    ...(abstract ? { detail: abstract } : {}),
  };
}
