/** The part of Markdown that answers use. Raw HTML is not part of it: it stays text. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; title?: string; children: Inline[] }
  | { kind: 'break' };

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' };

/** A numbered definition (`[1]: url "title"`), as answers give their sources. */
export interface Reference {
  label: string;
  href: string;
  title?: string;
}

export interface Document {
  blocks: Block[];
  references: Reference[];
}

/** Only these lead anywhere, and paths of the server; any other scheme is shown as text. */
export function safeHref(href: string): string | undefined {
  const trimmed = href.trim();
  // Control characters and blanks are how a scheme is hidden from a check.
  if (/[\u0000-\u0020\u007f]/.test(trimmed)) return undefined;
  return /^(https?:\/\/[^/]|mailto:[^/]|\/[^/\\])/i.test(trimmed) ? trimmed : undefined;
}
