/** The files that may go with a message, by ending. The type is ours: what a browser says depends on what is installed. */
const types: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
};

const maxBytes = 10 * 1024 * 1024;

/** Files of one message. */
export const maxFiles = 5;

/** For a file dialog. */
export const accept = Object.keys(types).map(ending => `.${ending}`).join(',');

export interface NamedFile {
  readonly name: string;
  readonly size: number;
}

export function typeOf(file: NamedFile): string | undefined {
  return types[/\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''];
}

/** Whether the server would take it; it looks more closely. */
export const isTaken = (file: NamedFile): boolean => typeOf(file) !== undefined && file.size > 0 && file.size <= maxBytes;

/** What iPhones keep photos in; they convert it themselves when a photo is chosen there, other computers do not. */
export const isHeic = (file: NamedFile): boolean => /\.hei[cf]$/i.test(file.name);
