import type { Block, Inline } from './ast';
import { pieces } from './whole';

/** The parsed text as markup, for the card renderer, which takes text only so. Everything is escaped. */
export function toHtml(blocks: Block[]): string {
  return blocks.map(block).join('');
}

function block(b: Block): string {
  switch (b.kind) {
    case 'paragraph': return `<p>${inlines(b.children)}</p>`;
    case 'heading': return `<p><strong>${inlines(b.children)}</strong></p>`;
    case 'quote': return `<blockquote>${toHtml(b.children)}</blockquote>`;
    case 'code': return `<pre><code>${escape(b.text)}</code></pre>`;
    case 'rule': return '<hr>';
    case 'list': {
      const name = b.ordered ? 'ol' : 'ul';
      const start = b.ordered && b.start !== 1 ? ` start="${b.start}"` : '';
      return `<${name}${start}>${b.items.map(item => `<li>${toHtml(item)}</li>`).join('')}</${name}>`;
    }
    case 'table': return `<table>${row('th', b.head)}${b.rows.map(r => row('td', r)).join('')}</table>`;
  }
}

const row = (cell: string, cells: Inline[][]): string => `<tr>${cells.map(c => `<${cell}>${inlines(c)}</${cell}>`).join('')}</tr>`;

function inlines(list: Inline[]): string {
  return list.map(i => {
    switch (i.kind) {
      case 'text': return text(i.text);
      case 'strong': return `<strong>${inlines(i.children)}</strong>`;
      case 'emphasis': return `<em>${inlines(i.children)}</em>`;
      case 'code': return `<code>${escape(i.text)}</code>`;
      case 'break': return '<br>';
      case 'link': return `<a href="${escape(i.href)}" target="_blank" rel="noopener noreferrer">${inlines(i.children)}</a>`;
    }
  }).join('');
}

const text = (plain: string): string => pieces(plain).map(p => (p.whole ? `<span class="whole">${escape(p.text)}</span>` : escape(p.text))).join('');

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = (text: string): string => text.replace(/[&<>"']/g, c => escapes[c]!);
