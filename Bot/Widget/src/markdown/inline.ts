import { safeHref, type Inline, type Reference } from './ast';

/** `[text](address "title")`: brackets may nest once in the text, parentheses once in the address. */
const inlineLink = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+"([^"]*)")?\)/;

/** `[text][label]` or `[label]`. */
const referenceLink = /^\[([^[\]]+)\](?:\[([^[\]]*)\])?/;

type References = ReadonlyMap<string, Reference>;

const maxDepth = 8;

/** An address in running text, without the punctuation that ends the sentence. */
const bareAddress = /^https?:\/\/[^\s<>"]*[^\s<>"'.,:;!?)\]*_]/i;

/** Parses the inside of a paragraph. Anything unfinished or unsafe stays the text it was. */
export function parseInline(source: string, references: References, depth = 0): Inline[] {
  const out: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) out.push({ kind: 'text', text: plain });
    plain = '';
  };
  const push = (node: Inline): void => {
    flush();
    out.push(node);
  };
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i);
    const char = source[i]!;
    let match: RegExpExecArray | null;
    if (char === '\\' && /^\\[!-/:-@[-`{-~]/.test(rest)) {
      plain += source[i + 1];
      i += 2;
    } else if (char === '\n') {
      plain = plain.replace(/\\$| +$/, '');
      push({ kind: 'break' });
      i += 1;
    } else if (char === '`' && (match = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/.exec(rest))) {
      push({ kind: 'code', text: match[2]!.trim() });
      i += match[0].length;
    } else if ((char === '*' || char === '_') && (match = emphasis(rest, source[i - 1])) && depth < maxDepth) {
      push({ kind: match[1]!.length === 2 ? 'strong' : 'emphasis', children: parseInline(match[2]!, references, depth + 1) });
      i += match[0].length;
    } else if (char === '[' && depth < maxDepth && (match = inlineLink.exec(rest))) {
      const href = safeHref(match[2]!);
      const children = parseInline(match[1]!, new Map(), depth + 1);
      if (href) push(link(href, children, match[3]));
      else {
        flush();
        out.push(...children);
      }
      i += match[0].length;
    } else if (char === '[' && (match = referenceLink.exec(rest)) && references.has((match[2] || match[1]!).toLowerCase())) {
      const reference = references.get((match[2] || match[1]!).toLowerCase())!;
      const label = match[2] || !/^\d+$/.test(match[1]!) ? match[1]! : `[${match[1]}]`;
      push(link(reference.href, [{ kind: 'text', text: label }], reference.title));
      i += match[0].length;
    } else if (char === '<' && (match = /^<((?:https?:\/\/|mailto:)[^\s<>]+)>/i.exec(rest)) && safeHref(match[1]!)) {
      push(link(match[1]!, [{ kind: 'text', text: match[1]!.replace(/^mailto:/i, '') }]));
      i += match[0].length;
    } else if ((char === 'h' || char === 'H') && !/[\p{L}\p{N}]/u.test(source[i - 1] ?? ' ') && (match = bareAddress.exec(rest))) {
      push(link(match[0], [{ kind: 'text', text: match[0] }]));
      i += match[0].length;
    } else {
      plain += char;
      i += 1;
    }
  }
  flush();
  return out;
}

/** Plain text in which only addresses are links. */
export function linkify(text: string): Inline[] {
  return text.split(/(?=https?:\/\/)/i).flatMap((part): Inline[] => {
    const address = bareAddress.exec(part)?.[0];
    if (!address) return [{ kind: 'text', text: part }];
    return [link(address, [{ kind: 'text', text: address }]), { kind: 'text', text: part.slice(address.length) }];
  });
}

/** `*a*`, `**a**`, `_a_`, `__a__`; underscores inside words (file names) are only underscores. */
function emphasis(rest: string, before: string | undefined): RegExpExecArray | null {
  if (rest[0] === '*') {
    return /^(\*\*)(?=\S)([\s\S]*?\S)\*\*(?!\*)/.exec(rest) ?? /^(\*)(?=[^\s*])((?:[^*]|\*\*[^*]+\*\*)*?[^\s*])\*(?!\*)/.exec(rest);
  }
  if (/[\p{L}\p{N}]/u.test(before ?? ' ')) return null;
  return /^(__)(?=\S)([\s\S]*?\S)__(?![\p{L}\p{N}_])/u.exec(rest) ?? /^(_)(?=[^\s_])([^_]*?[^\s_])_(?![\p{L}\p{N}_])/u.exec(rest);
}

function link(href: string, children: Inline[], title?: string): Inline {
  return title ? { kind: 'link', href, title, children } : { kind: 'link', href, children };
}
